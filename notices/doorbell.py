"""The doorbell: tells a worker after commit that a row waits. If nobody hears it, the sweeper finds the row."""

import logging

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

log = logging.getLogger(__name__)


def ring(task: str, code: str) -> None:
    """Send one code to the worker once the transaction is committed. A dead broker is no error: the row is there."""

    def send() -> None:
        try:
            current_app.send_task(task, [code], retry=False)
        except (OperationalError, OSError) as error:
            log.warning("the broker did not hear %s %s: %s", task, code, type(error).__name__)

    transaction.on_commit(send)
