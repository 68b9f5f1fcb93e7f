"""A person withdraws on the own page: at once where the journey is near, otherwise after half an hour to think."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from cases.actions.events import record_event
from cases.models import EventKind
from cases.outbox import Later, queue
from returns.actions.return_files import withdraw
from returns.models import ENDED, Return
from travel.models import Movement

TIME_TO_UNDO = timedelta(minutes=30)
NEAR = timedelta(days=2)
JOB = "returns.withdraw_due"


@transaction.atomic
def ask_withdrawal(*, record: Return) -> None:
    """The person wants to withdraw. Asking twice changes nothing; near the journey nothing waits."""
    locked = Return.objects.select_for_update().select_related("case").get(pk=record.pk)
    if locked.stage in ENDED or locked.withdrawal_due_at:
        return
    if is_near(locked):
        withdraw(record=locked, by=None)
        return
    locked.withdrawal_due_at = timezone.now() + TIME_TO_UNDO
    locked.save(update_fields=["withdrawal_due_at"])
    record_event(case=locked.case, kind=EventKind.CASE, verb="returns.withdrawal_asked", by=None)
    queue(JOB, locked.code, due_at=locked.withdrawal_due_at)


def is_near(record: Return) -> bool:
    """Does the journey depart within two days, or has it begun?"""
    soon = timezone.localdate() + NEAR
    return Movement.objects.ahead().filter(travellers__in=record.case.travellers.live(), departs_on__lte=soon).exists()


@transaction.atomic
def undo_withdrawal(*, record: Return) -> bool:
    """The person thought again, in time. False where it was too late."""
    locked = Return.objects.select_for_update().select_related("case").get(pk=record.pk)
    if locked.withdrawal_due_at is None:
        return False
    locked.withdrawal_due_at = None
    locked.save(update_fields=["withdrawal_due_at"])
    record_event(case=locked.case, kind=EventKind.CASE, verb="returns.withdrawal_undone", by=None)
    return True


@transaction.atomic
def withdraw_due(code: UUID) -> None:
    """The time to think is over: withdraw, unless the person thought again; asked anew, the later hour counts."""
    record = Return.objects.select_for_update().select_related("case").get(code=code)
    if record.withdrawal_due_at is None or record.stage in ENDED:
        return
    if record.withdrawal_due_at > timezone.now():
        raise Later((record.withdrawal_due_at - timezone.now()).total_seconds(), "asked for anew")
    withdraw(record=record, by=None)
