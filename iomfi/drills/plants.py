"""Mistakes given to a worker on purpose, to prove that a drill can fail. Loaded by a drill's worker only."""

import os

from django.db import transaction

from cases.outbox import queue
from travel.actions import reconciling
from travel.actions.attempts import FREE, Hold, advance
from travel.models import AttemptState

A = AttemptState


def retry_without_asking(hold: Hold) -> None:
    """Nothing found? Then book again. This is what the protocol forbids: the order may be there, unseen."""
    with transaction.atomic():
        columns = {"sent_at": None, "error_code": "planted", **FREE}
        if advance(hold, A.NOT_CREATED, expected=[A.UNKNOWN], why="planted", **columns):
            queue("travel.book", hold.attempt.booking.code)


PLANTS = {"retry-without-asking": (reconciling, "_nothing_found", retry_without_asking)}

if name := os.environ.get("DRILL_PLANT"):
    module, function, mistake = PLANTS[name]
    setattr(module, function, mistake)
