"""The doorbell: tells a worker after commit that a row waits. If nobody hears it, the sweeper finds the row."""

import logging
import time

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

log = logging.getLogger(__name__)
REST = 10  # seconds without ringing after nobody heard: a dead broker must not slow every page down


class Bell:
    """Whether this process believes that somebody hears it."""

    deaf_until = 0.0


def ring(task: str, code: str) -> None:
    """Send one code to the worker once the transaction is committed. A dead broker is no error: the row is there."""

    def send() -> None:
        if time.monotonic() < Bell.deaf_until:
            return
        try:
            current_app.send_task(task, [code], retry=False)
        except (OperationalError, OSError) as error:
            Bell.deaf_until = time.monotonic() + REST
            log.warning("the broker did not hear %s %s: %s", task, code, type(error).__name__)

    transaction.on_commit(send)
