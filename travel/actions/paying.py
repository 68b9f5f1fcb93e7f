"""Buying seats, steps 9 and 10: pay a held order, and confirm that tickets are there for what was approved.

Money moves only for an order whose id we know, after looking at it, with `paying` committed before. What the provider
does not answer is looked up by that id; a payment is never sent twice.
"""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from cases.failpoints import failpoint
from cases.outbox import Later, queue
from travel.actions.attempts import FREE, Hold, advance, is_as_approved, let_go, note_step, take, words_of
from travel.actions.lines import note_answer, note_failure, wait_until_open
from travel.actions.outcomes import call_person
from travel.actions.ticketing import ticket
from travel.models import AttemptState, Booking, BookingAttempt, BookingState, SeatsFrom
from travel.pace import LOOKS, from_now, look_after, paced
from travel.providers.base import NotCreated, Order, ProviderError, Refused, fingerprint
from travel.providers.lines import outside

A = AttemptState
REST_SECONDS = 30


def pay_attempt(code: UUID) -> None:
    """The job `travel.pay_attempt`: look at the held order, then pay it once."""
    wait_until_open(SeatsFrom.DUFFEL)
    hold = take(code, A.HELD)
    if hold is None:
        _come_again_if(code, A.HELD)
        return
    order = look_at(hold)
    failpoint("travel.before_pay_mark", hold.attempt.booking.code)
    if may_pay(hold, order) and advance(hold, A.PAYING, expected=[A.HELD], paid_at=timezone.now()):
        failpoint("travel.after_pay_mark", hold.attempt.booking.code)
        pay(hold, order)


def look_at(hold: Hold) -> Order:
    """The order as the provider has it now; without an answer the job comes again."""
    try:
        with outside() as provider:
            order = provider.order(hold.attempt.order_id)
    except ProviderError as error:
        note_failure(SeatsFrom.DUFFEL, error)
        let_go(hold)
        raise Later(paced(REST_SECONDS).total_seconds(), error.code) from None
    note_answer(SeatsFrom.DUFFEL)
    return order


@transaction.atomic
def may_pay(hold: Hold, order: Order) -> bool:
    """Is it still waiting for money, at an approved price, for the approved flights? If not, say where it goes on."""
    attempt, booking = hold.attempt, Booking.objects.select_for_update().get(pk=hold.attempt.booking_id)
    if booking.state != BookingState.ASKED:  # cancelled meanwhile: no money for it
        let_go(hold)
    elif order.is_dead:
        if advance(hold, A.NOT_CREATED, expected=[A.HELD], why="order_lapsed", order_id="", **FREE):
            queue("travel.book", booking.code)
    elif not order.awaiting_payment:
        if advance(hold, A.PAYING, expected=[A.HELD], why="paid_already", **FREE):
            queue("travel.confirm_attempt", attempt.code)
    elif not is_as_approved(order, booking.movement) or order.changed_flights:
        call_person(attempt, why="itinerary_differs", facts={"order": order.id})
    elif order.currency != booking.currency or order.amount > booking.cap:
        call_person(attempt, why="over_cap", facts={"order": order.id, "amount": str(order.amount)})
    else:
        return True
    return False


def pay(hold: Hold, order: Order) -> None:
    """The one call that moves money."""
    attempt, error = hold.attempt, None
    failpoint("travel.before_pay", hold.attempt.booking.code)
    try:
        with outside() as provider:
            provider.pay(order, attempt_code=str(attempt.code))
    except ProviderError as refusal:
        error = refusal
        note_failure(SeatsFrom.DUFFEL, error)
    failpoint("travel.after_pay", hold.attempt.booking.code)
    with transaction.atomic():
        _record_payment(hold, error)


def _record_payment(hold: Hold, error: ProviderError | None) -> None:
    code = hold.attempt.code
    if error is None:
        if advance(hold, A.PAYING, expected=[A.PAYING], why="paid", **FREE):
            queue("travel.confirm_attempt", code)
    elif isinstance(error, NotCreated) and not isinstance(error, Refused):  # not a coin moved: looked at anew first
        if advance(hold, A.HELD, expected=[A.PAYING], why=error.code, paid_at=None, **words_of(error), **FREE):
            queue("travel.pay_attempt", code, due_at=from_now(error.seconds))
    elif advance(hold, A.PAYING, expected=[A.PAYING], why=error.code, looks=0, **words_of(error), **FREE):
        queue("travel.confirm_attempt", code, due_at=from_now(LOOKS[0]))


def confirm_attempt(code: UUID) -> None:
    """The job `travel.confirm_attempt`: are the tickets there, for the flights that were approved?"""
    hold = take(code, A.PAYING)
    if hold is None:
        _come_again_if(code, A.PAYING)
        return
    order = look_at(hold)
    failpoint("travel.before_confirm", hold.attempt.booking.code)
    tickets = set(hold.attempt.passengers.values())
    if order.is_dead:
        call_person(hold.attempt, why="order_lapsed", facts={"order": order.id})
    elif not order.is_paid or not tickets <= set(order.tickets):
        _look_again(hold, "no_tickets" if order.is_paid else "payment_not_seen")
    elif not is_as_approved(order, hold.attempt.booking.movement):
        call_person(hold.attempt, why="itinerary_differs", facts={"order": order.id})
    else:
        with transaction.atomic():
            seen = {"itinerary_hash": fingerprint(order.flights), "error_code": ""}
            if advance(hold, A.TICKETED, expected=[A.PAYING], facts={"order": order.id}, **seen, **FREE):
                ticket(attempt=hold.attempt, order=order)
        failpoint("travel.after_confirm", hold.attempt.booking.code)


def _look_again(hold: Hold, why: str) -> None:
    """Paid, it seems, but not to be seen yet: look again, each time later; in the end a person asks their support."""
    attempt = hold.attempt
    looks = attempt.looks + 1
    note_step(attempt, A.PAYING, why=why, facts={"looks": looks})
    if looks > len(LOOKS):
        call_person(attempt, why=why, facts={"order": attempt.order_id, "looks": looks})
        return
    let_go(hold, looks=looks)
    raise Later(look_after(looks - 1), why)


def _come_again_if(code: UUID, state: str) -> None:
    """Somebody else holds it: come again when their lease ends, should they not have finished."""
    attempt = BookingAttempt.objects.filter(code=code, state=state).first()
    if attempt is None:
        return
    left = (attempt.lease_until - timezone.now()).total_seconds() if attempt.lease_until else 0
    raise Later(max(left, 0.1), "another worker has it")
