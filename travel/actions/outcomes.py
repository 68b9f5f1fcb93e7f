"""What becomes of an attempt once something is known: its order is adopted, nothing came of it, a person is called."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from cases.actions.events import record_event
from cases.models import EventKind
from cases.outbox import queue
from travel import addresses
from travel.actions.attempts import FREE, Hold, advance, note_step
from travel.actions.lines import tell_officers
from travel.actions.watch import raise_task
from travel.models import AttemptState, Booking, BookingAttempt, BookingState
from travel.models.attempt import ONE_OF_THESE, OPEN
from travel.providers.base import Order

A = AttemptState
WANTS_AN_ORDER = (A.SENDING, A.UNKNOWN, A.NEEDS_PERSON)


@transaction.atomic
def adopt(attempt: BookingAttempt, order: Order, *, token: UUID | None = None) -> bool:
    """An order of ours: take it as this attempt's, and go on from where it stands.

    Called with the answer itself (then `token` is the lease it was sent under), by a look at the provider, or by a
    webhook. A late answer only ever adds its order; where another is there already, a person must look.
    """
    booking = Booking.objects.select_for_update().get(pk=attempt.booking_id)
    locked = BookingAttempt.objects.select_for_update().get(pk=attempt.pk)
    if locked.order_id == order.id and locked.state not in (A.UNKNOWN, A.SENDING):
        return False
    if _is_second(locked, order) or booking.state not in (BookingState.ASKED, BookingState.CANCELLING):
        return _second_order(locked, order)
    late = {"late": True} if token and locked.lease_token != token else {}
    to, why = _stands(order, locked)
    kept = "" if to == A.NOT_CREATED else order.id  # an order nobody flies on is evidence, not this attempt's
    columns = {"order_id": kept, "amount": order.amount, "currency": order.currency, "error_code": "", **FREE}
    BookingAttempt.objects.filter(pk=locked.pk).update(state=to, **columns)
    until = {"pay_by": order.pay_by.isoformat()} if to == A.HELD and order.pay_by else {}
    note_step(locked, to, why=why, facts={"order": order.id, **late, **until})
    attempt.refresh_from_db()
    if to == A.NOT_CREATED:
        queue("travel.book", booking.code)
    else:
        queue("travel.pay_attempt" if to == A.HELD else "travel.confirm_attempt", attempt.code)
    return True


def _is_second(locked: BookingAttempt, order: Order) -> bool:
    """Is there another order already, or did we believe that this attempt came to nothing?"""
    others = BookingAttempt.objects.filter(booking=locked.booking_id, order_id__gt="").exclude(order_id=order.id)
    return others.exists() or locked.state not in WANTS_AN_ORDER


def _stands(order: Order, locked: BookingAttempt) -> tuple[str, str]:
    if order.is_dead:
        return A.NOT_CREATED, "order_lapsed"
    if locked.paid_at:  # a payment was sent for it once: it is looked for, never sent again
        return A.PAYING, "payment_sent_before"
    return (A.HELD, "held") if order.is_hold and order.awaiting_payment else (A.PAYING, "paid_at_once")


def _second_order(locked: BookingAttempt, order: Order) -> bool:
    """An order nobody expected: it is kept as evidence, whatever was going on stops, and a person decides."""
    if order.is_dead or locked.steps.filter(why="second_order", facts__order=order.id).exists():
        return False
    note_step(locked, locked.state, why="second_order", facts={"order": order.id})
    if not locked.order_id:
        BookingAttempt.objects.filter(pk=locked.pk).update(order_id=order.id)
    siblings = BookingAttempt.objects.filter(booking=locked.booking_id)
    siblings.filter(state__in=OPEN).update(state=A.NEEDS_PERSON, error_code="second_order", **FREE)
    if not siblings.filter(state__in=ONE_OF_THESE).exists():
        siblings.filter(pk=locked.pk).update(state=A.NEEDS_PERSON, error_code="second_order", **FREE)
    tell_person(locked, why="second_order")
    return False


def drop(hold: Hold, *, why: str) -> bool:
    """Nothing was sent, and nothing will be: the attempt ends."""
    return advance(hold, A.NOT_CREATED, expected=[A.CLAIMED], why=why, error_code=why, **FREE)


REFUSED = _("%(movement)s: the seats cannot be booked as asked. Choose or approve anew.")


@transaction.atomic
def refuse_booking(booking: Booking, *, why: str) -> None:
    """The booking goes back to a person, who must choose other flights, another price, or correct a name."""
    changed = Booking.objects.filter(pk=booking.pk, state=BookingState.ASKED).update(
        state=BookingState.REFUSED, why=why[:60]
    )
    if changed:
        facts = {"movement": booking.movement.reference, "why": why}
        record_event(case=booking.case, kind=EventKind.TRAVEL, verb="travel.booking_refused", by=None, facts=facts)
        raise_task(case=booking.case, sentence=REFUSED, facts=facts, movement=booking.movement)


@transaction.atomic
def call_person(attempt: BookingAttempt, *, why: str, facts: dict | None = None) -> bool:
    """Asking has an end: a person decides, with all steps as evidence."""
    open_states = (A.SENDING, A.UNKNOWN, A.HELD, A.PAYING)
    changed = BookingAttempt.objects.filter(pk=attempt.pk, state__in=open_states).update(
        state=A.NEEDS_PERSON, error_code=why[:80], **FREE
    )
    if changed:
        note_step(attempt, A.NEEDS_PERSON, why=why, facts=facts)
        attempt.refresh_from_db(fields=["state", "error_code"])
        tell_person(attempt, why=why)
    return bool(changed)


DECIDE = _("%(movement)s: the airline's answer was lost. Ask their support, then decide.")


def tell_person(attempt: BookingAttempt, *, why: str) -> None:
    """A line in the timeline, a task, and a notice to the travel officers."""
    booking = Booking.objects.select_related("movement", "case__officer").get(pk=attempt.booking_id)
    facts = {"movement": booking.movement.reference, "why": why}
    record_event(case=booking.case, kind=EventKind.TRAVEL, verb="travel.needs_person", by=None, facts=facts)
    raise_task(case=booking.case, sentence=DECIDE, facts=facts, movement=booking.movement)
    steps, link = attempt.steps.count(), addresses.of_movement(booking.movement)
    tell_officers(kind="travel.needs_person", once=f"travel.needs_person {attempt.code} {steps}",
                  facts={"reference": booking.movement.reference}, link=link)  # fmt: skip
