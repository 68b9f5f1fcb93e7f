"""Buying seats, steps 7 and 8: ask the provider about what we do not know; decide, or let a person decide.

Asking is read-only and may be repeated for ever. It ends when the order is found, when the provider itself says that
nothing happened, or when the offer has long expired and nothing was found twice: then a person decides.
"""

from contextlib import suppress
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from cases.failpoints import failpoint
from cases.outbox import Later, queue
from travel.actions.attempts import FREE, Hold, advance, let_go, note_step, party_of, take
from travel.actions.lines import note_answer, note_failure
from travel.actions.outcomes import adopt, call_person
from travel.models import AttemptState, Booking, BookingAttempt, BookingState, SeatsFrom, WebhookEvent
from travel.models.attempt import ONE_OF_THESE
from travel.pace import AFTER_EXPIRY, look_after, paced
from travel.providers.base import Order, Provider, ProviderError, Refused
from travel.providers.lines import outside

A = AttemptState
REST_SECONDS = 60
CLEAN_SEARCHES = 2
FAILED = "order.creation_failed"
NEXT_JOB = {A.HELD: "travel.pay_attempt", A.PAYING: "travel.confirm_attempt"}


def reconcile_attempt(code: UUID) -> None:
    """The job `travel.reconcile_attempt`: one look at the provider for one attempt whose outcome is not known."""
    hold = take(code, A.SENDING, A.UNKNOWN, A.NEEDS_PERSON)
    if hold is None:
        _come_again_if_held(code)
        return
    if hold.attempt.state == A.SENDING:
        advance(hold, A.UNKNOWN, expected=[A.SENDING], why="worker_lost")
    failpoint("travel.before_look", hold.attempt.booking.code)
    try:
        found = look_for(hold.attempt)
    except ProviderError as error:
        note_failure(SeatsFrom.DUFFEL, error)
        let_go(hold)
        raise Later(paced(REST_SECONDS).total_seconds(), error.code) from None
    note_answer(SeatsFrom.DUFFEL)
    failpoint("travel.after_look", hold.attempt.booking.code)
    conclude(hold, found)


def look_for(attempt: BookingAttempt) -> list[Order]:
    """Orders that carry our mark, by the names of the party and by what webhooks named; or the one a person named."""
    hints = set(_events_of(attempt).exclude(order_id="").values_list("order_id", flat=True))
    party = party_of(attempt.booking)
    with outside() as provider:
        if attempt.order_id:
            return _known([attempt.order_id], provider)
        found = {order.id: order for order in provider.find_orders(str(attempt.code), party)}
        hinted = _known(sorted(hints - found.keys()), provider)
    return [*found.values(), *(order for order in hinted if order.attempt_code == str(attempt.code))]


def _known(order_ids: list[str], provider: Provider) -> list[Order]:
    """Those of these orders that the provider knows."""
    found = []
    for order_id in order_ids:
        with suppress(Refused):
            found.append(provider.order(order_id))
    return found


def _events_of(attempt: BookingAttempt):
    return WebhookEvent.objects.filter(attempt_code=attempt.code)


def conclude(hold: Hold, found: list[Order]) -> None:
    """What a look means."""
    attempt = hold.attempt
    living = [order for order in found if not order.is_dead]
    if len(living) > 1:
        call_person(attempt, why="second_order", facts={"orders": sorted(order.id for order in living)})
        let_go(hold)
    elif found:
        adopt(attempt, (living or found)[0], token=hold.token)
        let_go(hold)
    elif attempt.state == A.NEEDS_PERSON:
        let_go(hold)
    elif _events_of(attempt).filter(kind=FAILED).exists():
        with transaction.atomic():
            if advance(hold, A.NOT_CREATED, expected=[A.UNKNOWN], why=FAILED, error_code=FAILED, **FREE):
                queue("travel.book", attempt.booking.code)
    else:
        _nothing_found(hold)


def _nothing_found(hold: Hold) -> None:
    """Nothing is not the same as no: look again, and in the end ask a person; never book again by ourselves."""
    attempt = hold.attempt
    searches = attempt.searches + 1
    late_enough = attempt.offer_expires_at + paced(AFTER_EXPIRY) < timezone.now()
    note_step(attempt, A.UNKNOWN, why="nothing_found", facts={"searches": searches})
    BookingAttempt.objects.filter(pk=attempt.pk).update(searches=searches)
    if late_enough and searches >= CLEAN_SEARCHES:
        evidence = {"searches": searches, "request_id": attempt.provider_request_id}
        call_person(attempt, why=attempt.error_code or "nothing_found", facts=evidence)
        return
    let_go(hold)
    raise Later(look_after(searches), "nothing found yet")


def _come_again_if_held(code: UUID) -> None:
    attempt = BookingAttempt.objects.filter(code=code, state__in=[A.SENDING, A.UNKNOWN]).first()
    if attempt and attempt.lease_until:
        left = (attempt.lease_until - timezone.now()).total_seconds()
        raise Later(max(left, 0.1), "another worker has it")


def sweep_attempts() -> int:
    """Every minute: what a dead worker left gets a job again. The jobs themselves decide; this only asks."""
    lapsed = BookingAttempt.objects.open().exclude(state=A.NEEDS_PERSON).exclude(lease_until__gt=timezone.now())
    attempts = list(lapsed.select_related("booking")[:500])
    for attempt in attempts:
        if attempt.state == A.CLAIMED:
            queue("travel.book", attempt.booking.code)
        else:
            queue(NEXT_JOB.get(attempt.state, "travel.reconcile_attempt"), attempt.code)
    asked = Booking.objects.filter(state=BookingState.ASKED, movement__seats_from=SeatsFrom.DUFFEL)
    idle = asked.exclude(attempts__state__in=ONE_OF_THESE)[:500]
    for booking in idle:
        queue("travel.book", booking.code)
    return len(attempts) + len(idle)
