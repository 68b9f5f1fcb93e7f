"""Buying seats, steps 1 to 6: claim, fix the offer, mark, send once, record what was answered.

Only a claimed attempt may be sent, and once only. `sending` is committed before the first byte leaves, so that a crash
anywhere after it is read as "maybe sent" and is asked about (`reconciling`), never sent again.
"""

from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from cases.failpoints import failpoint
from cases.outbox import Later, queue
from travel.actions.attempts import (
    FREE,
    Hold,
    advance,
    approved_flights,
    let_go,
    look_later,
    note_step,
    party_of,
    take,
    words_of,
)
from travel.actions.lines import note_answer, note_failure, wait_until_open
from travel.actions.outcomes import adopt, call_person, drop, refuse_booking
from travel.models import AttemptState, Booking, BookingAttempt, BookingState
from travel.models.attempt import ONE_OF_THESE
from travel.pace import LOOKS, call_seconds, from_now, lease_end, paced
from travel.providers.base import (
    AskPerson,
    NotCreated,
    Offer,
    Order,
    Passenger,
    ProviderError,
    Refused,
    SlowDown,
    StopAll,
    fingerprint,
)
from travel.providers.lines import outside

A = AttemptState
MOST_ATTEMPTS = 6
REST_SECONDS = 30


def book(code: UUID) -> None:
    """The job `travel.book`: one attempt at one booking, as far as it goes without waiting."""
    booking = Booking.objects.filter(code=code, state=BookingState.ASKED).select_related("movement").first()
    if booking is None:
        return
    wait_until_open(booking.movement.seats_from)
    hold = claim(booking)
    if hold is None:
        return
    failpoint("travel.after_claim", hold.attempt.booking.code)
    try:
        party = party_of(hold.attempt.booking)
    except (PermissionDenied, ValidationError):
        drop(hold, why="names_missing")
        refuse_booking(hold.attempt.booking, why="names_missing")
        return
    offer = fix_offer(hold, party)
    if offer is not None and mark(hold):
        send(hold, offer, party)


@transaction.atomic
def claim(booking: Booking) -> Hold | None:
    """The attempt to go on with: a new one, or one that its worker left before it was sent."""
    asked = Booking.objects.filter(pk=booking.pk, state=BookingState.ASKED)
    if not asked.select_for_update(skip_locked=True, of=["self"]):  # the movement's other orders are claimed meanwhile
        raise Later(paced(REST_SECONDS).total_seconds(), "another worker has it")
    alive = booking.attempts.filter(state__in=ONE_OF_THESE).first()
    if alive is None:
        return _begin(booking)
    if alive.state == A.CLAIMED:
        hold = take(alive.code, A.CLAIMED)
        if hold is None:
            left = (alive.lease_until - timezone.now()).total_seconds()
            raise Later(max(left, 0.1), "another worker has it")
        return hold
    if alive.state in (A.SENDING, A.UNKNOWN):  # maybe sent: asked about, never sent again
        queue("travel.reconcile_attempt", alive.code)
    return None


def _begin(booking: Booking) -> Hold | None:
    """A new attempt, but not before every offer that was sent has expired: a paused worker might still send it."""
    last = booking.attempts.order_by("-n").first()
    if last and last.n >= MOST_ATTEMPTS:
        refuse_booking(booking, why=last.error_code or "too_many_attempts")
        return None
    if last and last.sent_at and last.offer_expires_at and last.offer_expires_at > timezone.now():
        left = (last.offer_expires_at - timezone.now()).total_seconds()
        raise Later(left + 0.1, "the old offer may still be booked")
    attempt = BookingAttempt.objects.create(
        booking=booking, n=last.n + 1 if last else 1, lease_token=uuid4(), lease_until=lease_end()
    )
    note_step(attempt, A.CLAIMED)
    attempt = BookingAttempt.objects.select_related("booking__movement", "booking__case").get(pk=attempt.pk)
    return Hold(attempt, attempt.lease_token)


def fix_offer(hold: Hold, party: list[Passenger]) -> Offer | None:
    """Step 3: an offer for exactly the approved flights within the approved price; None where there is none."""
    booking, movement = hold.attempt.booking, hold.attempt.booking.movement
    flights = approved_flights(movement)
    ends = flights[0].origin, flights[-1].destination, flights[0].departs_on
    failpoint("travel.before_search", hold.attempt.booking.code)
    try:
        with outside(movement.seats_from) as provider:
            offers = provider.offers(*ends, party)
    except ProviderError as error:
        _could_not_ask(hold, error)
        return None
    note_answer(movement.seats_from)
    failpoint("travel.after_search", hold.attempt.booking.code)
    fitting = [one for one in offers if fingerprint(one.flights) == movement.itinerary_hash]
    offer = best(fitting, booking)
    if offer is None:
        why = "over_cap" if fitting else "no_seats"
        drop(hold, why=why)
        refuse_booking(booking, why=why)
        return None
    kept = advance(
        hold, A.CLAIMED, expected=[A.CLAIMED], why="offer", offer_request_id=offer.request_id, offer_id=offer.id,
        offer_expires_at=offer.expires_at, can_hold=offer.can_hold, passengers=dict(offer.passengers),
        amount=offer.amount, currency=offer.currency, facts={"amount": str(offer.amount), "hold": offer.can_hold},
    )  # fmt: skip
    failpoint("travel.after_offer", hold.attempt.booking.code)
    return offer if kept else None


def best(fitting: list[Offer], booking: Booking) -> Offer | None:
    """Within the cap: seats that can be held before the cheapest that cannot, since a hold costs nothing."""
    within = [one for one in fitting if one.currency == booking.currency and one.amount <= booking.cap]
    return min(within, key=lambda one: (not one.can_hold, one.amount), default=None)


def _could_not_ask(hold: Hold, error: ProviderError) -> None:
    """A search that failed changes nothing: refused for good ends the booking, anything else comes again."""
    note_failure(hold.attempt.booking.movement.seats_from, error)
    if isinstance(error, Refused):
        drop(hold, why=error.code)
        refuse_booking(hold.attempt.booking, why=error.code)
        return
    let_go(hold)
    raise Later(paced(error.seconds if isinstance(error, SlowDown) else REST_SECONDS).total_seconds(), error.code)


def mark(hold: Hold) -> bool:
    """Step 4: `sending` is committed before anything leaves; False when the time left is too short to send."""
    failpoint("travel.before_mark", hold.attempt.booking.code)
    now = timezone.now()
    if not advance(hold, A.SENDING, expected=[A.CLAIMED], sent_at=now):
        return False
    failpoint("travel.after_mark", hold.attempt.booking.code)
    attempt, latest = hold.attempt, timezone.now().timestamp() + call_seconds()
    if latest < min(attempt.offer_expires_at, attempt.lease_until).timestamp():
        return True
    advance(hold, A.NOT_CREATED, expected=[A.SENDING], why="too_late_to_send", error_code="too_late_to_send", **FREE)
    queue("travel.book", attempt.booking.code)
    return False


def send(hold: Hold, offer: Offer, party: list[Passenger]) -> None:
    """Step 5: the one call that buys or holds. Nothing of ours is open meanwhile, nothing is retried."""
    attempt, error, order = hold.attempt, None, None
    failpoint("travel.before_send", hold.attempt.booking.code)
    try:
        with outside(attempt.booking.movement.seats_from) as provider:
            order = provider.create_order(offer, party, attempt_code=str(attempt.code), hold=offer.can_hold)
    except ProviderError as refusal:
        error = refusal
    failpoint("travel.after_send", hold.attempt.booking.code)
    if order is not None:
        note_answer(attempt.booking.movement.seats_from)
        record_order(hold, order)
    else:
        note_failure(attempt.booking.movement.seats_from, error)
        record_error(hold, error)
    failpoint("travel.after_record", hold.attempt.booking.code)


def record_order(hold: Hold, order: Order) -> None:
    """Step 6: an order. With a lost lease it is only added; what that means is worked out by `adopt`."""
    adopt(hold.attempt, order, token=hold.token)


@transaction.atomic
def record_error(hold: Hold, error: ProviderError) -> None:
    """Step 6: no order. Who lost the lease writes nothing: whoever took it asks the provider anyway."""
    attempt, booking = hold.attempt, hold.attempt.booking
    if isinstance(error, NotCreated):
        if advance(hold, A.NOT_CREATED, expected=[A.SENDING], why=error.code, **words_of(error), **FREE):
            if isinstance(error, Refused):
                refuse_booking(booking, why=error.code)
            else:
                seconds = error.seconds if isinstance(error, SlowDown | StopAll) else 0
                queue("travel.book", booking.code, due_at=max(attempt.offer_expires_at, from_now(seconds)))
        return
    if advance(hold, A.UNKNOWN, expected=[A.SENDING], why=error.code, **words_of(error), **FREE):
        if isinstance(error, AskPerson):
            call_person(attempt, why=error.code)
        else:
            look_later(attempt, LOOKS[0])
