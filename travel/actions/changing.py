"""Changes: by the airline to what is booked, by us to what is planned. Whoever counted on the old plan is told."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from cases.outbox import Later, queue
from travel import followers
from travel.actions.lines import note_failure
from travel.actions.notifications import notify_receivers
from travel.actions.ordering import set_itinerary
from travel.actions.planning import parties_of, refuse_unless_fit, span_of
from travel.actions.stages import tell_cases
from travel.actions.watch import raise_task
from travel.models import (
    AttemptState,
    BookingAttempt,
    BookingState,
    Movement,
    MovementStage,
    NotificationKind,
    SeatsFrom,
)
from travel.pace import paced
from travel.providers.base import Flight, Order, ProviderError, fingerprint
from travel.providers.lines import outside
from travel.windows import broken_clearances

A = AttemptState
SHORTEST_CONNECTION = timedelta(minutes=45)
REST_SECONDS = 60


def look_at_order(code: UUID) -> None:
    """The job `travel.look_at_order`: has the airline changed what we bought?"""
    attempt = BookingAttempt.objects.filter(code=code, state=A.TICKETED).select_related("booking__movement").first()
    if attempt is None:
        return
    try:
        with outside() as provider:
            order = provider.order(attempt.order_id)
    except ProviderError as error:
        note_failure(SeatsFrom.DUFFEL, error)
        raise Later(paced(REST_SECONDS).total_seconds(), error.code) from None
    take_over(attempt, order)


@transaction.atomic
def take_over(attempt: BookingAttempt, order: Order) -> bool:
    """Write what the order now flies; True if that is news."""
    movement = Movement.objects.select_for_update().get(pk=attempt.booking.movement_id)
    if movement.stage not in (MovementStage.BOOKED, MovementStage.BOOKING):
        return False
    if order.is_dead and attempt.booking.state == BookingState.TICKETED:
        raise_task(case=attempt.booking.case, sentence=GONE, facts={"movement": movement.reference}, movement=movement)
        return True
    flights = order.changed_flights or order.flights
    seen = attempt.itinerary_hash or movement.itinerary_hash
    if fingerprint(flights) == seen:
        return False
    BookingAttempt.objects.filter(pk=attempt.pk).update(itinerary_hash=fingerprint(flights))
    if fingerprint(flights) != movement.itinerary_hash:
        _new_times(movement, flights)
    _compare_orders(movement)
    return True


GONE = gettext_lazy("%(movement)s: the airline cancelled the seats")
CHANGED = gettext_lazy("%(movement)s: the airline changed the times. Accept them, or book anew")
TOO_SHORT = gettext_lazy("%(movement)s: the connection in %(place)s is too short now")
NO_LONGER = gettext_lazy("%(movement)s: the new times do not fit the clearances")
APART = gettext_lazy("%(movement)s: the orders no longer fly together")


def _new_times(movement: Movement, flights: Sequence[Flight]) -> None:
    set_itinerary(movement, flights)
    facts = {"flights": ", ".join(f"{one.carrier}{one.number}" for one in flights)}
    tell_cases(movement=movement, verb="travel.changed", by=None, facts=facts)
    _raise(movement, CHANGED)
    for one, other in pairwise(flights):
        if other.departs_at - one.arrives_at < SHORTEST_CONNECTION:
            _raise(movement, TOO_SHORT, place=one.destination)
    for party in parties_of(movement):
        if broken_clearances(party.case, party.people, movement.departs_on, movement.arrives_on):
            _raise(movement, NO_LONGER)
    followers.tell("changed", movement=movement, by=None)
    if movement.stage == MovementStage.BOOKED:
        notify_receivers(movement=movement, kind=NotificationKind.ABN, by=None)


def _compare_orders(movement: Movement) -> None:
    attempts = BookingAttempt.objects.filter(booking__movement=movement, state=A.TICKETED)
    flown = {one.itinerary_hash for one in attempts if one.itinerary_hash}
    if len(flown) > 1:
        _raise(movement, APART)


def _raise(movement: Movement, sentence, **facts: str) -> None:
    facts = {"movement": movement.reference, **facts}
    for case in movement.cases_aboard:
        raise_task(case=case, sentence=sentence, facts=facts, movement=movement)


@transaction.atomic
def accept_change(*, movement: Movement, by: User) -> int:
    """A person accepts the airline's new times for every order of the movement."""
    attempts = BookingAttempt.objects.filter(booking__movement=movement, state=A.TICKETED)
    for attempt in attempts:
        queue("travel.accept_change", attempt.code)
    tell_cases(movement=movement, verb="travel.change_accepted", by=by)
    return len(attempts)


def send_acceptance(code: UUID) -> None:
    """The job `travel.accept_change`: what was already accepted is not offered again, so asking twice is harmless."""
    attempt = BookingAttempt.objects.filter(code=code, state=A.TICKETED).first()
    if attempt is None:
        return
    try:
        with outside() as provider:
            for change_id in provider.order(attempt.order_id).change_ids:
                provider.accept_change(change_id)
    except ProviderError as error:
        note_failure(SeatsFrom.DUFFEL, error)
        raise Later(paced(REST_SECONDS).total_seconds(), error.code) from None


@transaction.atomic
def change_day(*, movement: Movement, departs_on: date, by: User, arrives_on: date | None = None) -> None:
    """Another day for a journey that is only planned: everything is checked as when it was planned."""
    locked = Movement.objects.select_for_update().get(pk=movement.pk)
    if locked.stage != MovementStage.PLANNED:
        raise ValidationError(_("Seats were asked for already: cancel the movement and plan anew."))
    if parties := parties_of(locked):  # a charter may have no names yet
        refuse_unless_fit(parties, departs_on, arrives_on or departs_on)
    movement.departs_on, movement.arrives_on = departs_on, arrives_on or departs_on
    movement.itinerary, movement.itinerary_hash = [], ""
    movement.save(update_fields=["departs_on", "arrives_on", "itinerary", "itinerary_hash"])
    movement.legs.all().delete()
    try:
        with transaction.atomic():
            movement.travellers.live().update(span=span_of(movement))
    except IntegrityError as error:
        raise ValidationError(_("Somebody already has a seat on another movement in these days.")) from error
    tell_cases(movement=movement, verb="travel.day_changed", by=by, facts={"day": departs_on.isoformat()})
    followers.tell("changed", movement=movement, by=by)
