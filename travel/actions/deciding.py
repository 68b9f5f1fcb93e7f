"""A person decides about an attempt whose outcome could not be found out. Where money may have moved, two decide."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from cases.actions.events import record_event
from cases.models import EventKind
from cases.outbox import queue
from travel.actions.attempts import FREE, note_step
from travel.models import AttemptState, Booking, BookingAttempt, BookingState

A = AttemptState
UNDECIDED = {"decided_at": None, "decided_by": None}


def _lock(attempt: BookingAttempt) -> BookingAttempt:
    Booking.objects.select_for_update().get(pk=attempt.booking_id)
    locked = BookingAttempt.objects.select_for_update(of=["self"]).select_related("booking__movement", "booking__case")
    locked = locked.get(pk=attempt.pk)
    if locked.state != A.NEEDS_PERSON:
        raise ValidationError(_("This attempt does not wait for a person any more."))
    return locked


def _tell(attempt: BookingAttempt, verb: str, by: User, note: str, **facts: str) -> None:
    facts = {"movement": attempt.booking.movement.reference, **facts}
    record_event(case=attempt.booking.case, kind=EventKind.TRAVEL, verb=verb, by=by, facts=facts, note=note)


@transaction.atomic
def resolve_found(*, attempt: BookingAttempt, order_id: str, by: User, note: str = "") -> None:
    """Their support named the order. The portal looks at it and goes on from where it stands."""
    locked, order_id = _lock(attempt), order_id.strip()
    if not order_id:
        raise ValidationError(_("Which order was found?"))
    if BookingAttempt.objects.filter(order_id=order_id).exclude(booking=locked.booking_id).exists():
        raise ValidationError(_("This order belongs to another booking."))
    # whoever decides has seen every order of the booking: the others stay in the steps as evidence only
    BookingAttempt.objects.filter(booking=locked.booking_id).update(order_id="")
    BookingAttempt.objects.filter(pk=locked.pk).update(state=A.UNKNOWN, order_id=order_id, looks=0, **FREE, **UNDECIDED)
    note_step(locked, A.UNKNOWN, why="found_by_person", facts={"order": order_id}, by=by)
    _tell(locked, "travel.decided_found", by, note)
    queue("travel.reconcile_attempt", locked.code)


def money_may_have_moved(attempt: BookingAttempt) -> bool:
    """Was a payment sent, or an order that is paid at once?"""
    return bool(attempt.paid_at or (attempt.sent_at and not attempt.can_hold))


@transaction.atomic
def resolve_not_booked(*, attempt: BookingAttempt, by: User, note: str) -> bool:
    """Their support said that there is no order. True when that decides it; False when a second person must agree."""
    locked = _lock(attempt)
    if locked.order_id:
        raise ValidationError(_("There is an order: cancel it, or say that it was found or not paid."))
    if money_may_have_moved(locked):
        _first(locked, by, note, "first_person_says_not_booked")
        return False
    _end_as_not_booked(locked, by, note)
    return True


@transaction.atomic
def resolve_not_paid(*, attempt: BookingAttempt, by: User, note: str) -> None:
    """Their support said that the order stands and no money was taken; a second person must agree."""
    locked = _lock(attempt)
    if not locked.order_id:
        raise ValidationError(_("There is no order that could be paid."))
    _first(locked, by, note, "first_person_says_not_paid")


@transaction.atomic
def confirm_decision(*, attempt: BookingAttempt, by: User, note: str = "") -> None:
    """A second person agrees with the first, where money may have moved."""
    locked = _lock(attempt)
    if not locked.decided_at:
        raise ValidationError(_("Nobody has decided this yet."))
    if locked.decided_by_id == by.pk:
        raise ValidationError(_("A second person must confirm this."))
    if locked.order_id:
        _go_on_as_not_paid(locked, by, note)
    else:
        _end_as_not_booked(locked, by, note)


def _first(locked: BookingAttempt, by: User, note: str, why: str) -> None:
    if not note.strip():
        raise ValidationError(_("Say who told you so, and when."))
    if locked.decided_at:
        raise ValidationError(_("Somebody decided this already; a second person must agree."))
    BookingAttempt.objects.filter(pk=locked.pk).update(decided_at=timezone.now(), decided_by=by)
    note_step(locked, A.NEEDS_PERSON, why=why, by=by)
    _tell(locked, "travel.decided_first", by, note)


def _end_as_not_booked(locked: BookingAttempt, by: User, note: str) -> None:
    if not (note.strip() or locked.decided_at):
        raise ValidationError(_("Say who told you so, and when."))
    BookingAttempt.objects.filter(pk=locked.pk).update(
        state=A.NOT_CREATED, decided_at=locked.decided_at or timezone.now(), decided_by=locked.decided_by or by, **FREE
    )
    note_step(locked, A.NOT_CREATED, why="person_says_not_booked", by=by)
    _tell(locked, "travel.decided_not_booked", by, note)
    if locked.booking.state == BookingState.ASKED:
        queue("travel.book", locked.booking.code)


def _go_on_as_not_paid(locked: BookingAttempt, by: User, note: str) -> None:
    BookingAttempt.objects.filter(pk=locked.pk).update(state=A.HELD, paid_at=None, looks=0, **FREE, **UNDECIDED)
    note_step(locked, A.HELD, why="two_people_say_not_paid", by=by)
    _tell(locked, "travel.decided_not_paid", by, note)
    queue("travel.pay_attempt", locked.code)
