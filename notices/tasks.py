"""The worker's way into notices: a code comes in, an action is called."""

from uuid import UUID

from celery import shared_task

from notices.actions import sending


@shared_task(name="notices.send_notice")
def send_notice(code: str) -> None:
    """Send one notice."""
    sending.send_notice(UUID(code))


@shared_task(name="notices.sweep_notices")
def sweep_notices() -> None:
    """Ring again for notices that the broker lost."""
    sending.ring_due()
