"""Asking for seats: search, choose flights, approve a highest price, book; and cancel."""

from collections.abc import Sequence
from decimal import ROUND_UP, Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from cases.outbox import Later, queue
from travel import followers
from travel.actions.attempts import party_of
from travel.actions.lines import note_answer, note_failure, wait_until_open
from travel.actions.planning import against_party, parties_of, span_of
from travel.actions.stages import move_movement, tell_cases
from travel.models import (
    Booking,
    BookingState,
    Leg,
    Movement,
    MovementStage,
    OfferSearch,
    SearchState,
)
from travel.pace import paced
from travel.permissions import may
from travel.providers.base import Flight, Offer, ProviderError, SlowDown, StopAll, fingerprint
from travel.providers.lines import outside

OPEN_TO_ASK = (BookingState.DRAFT, BookingState.REFUSED)
CENT = Decimal("0.01")
CHARTER = gettext_lazy("The seats of a charter are ours already; nothing is booked for it.")


@transaction.atomic
def search_offers(*, movement: Movement, by: User) -> OfferSearch:
    """Ask the provider which flights there are; the answer comes to the search's row."""
    if movement.is_charter:
        raise ValidationError(CHARTER)
    if movement.stage != MovementStage.PLANNED:
        raise ValidationError(_("Seats were asked for already."))
    search = OfferSearch.objects.create(movement=movement, asked_by=by)
    queue("travel.find_offers", search.code)
    return search


def find_offers(code: UUID) -> None:
    """The job `travel.find_offers`: one search for each booking; what all of them can have becomes a choice."""
    search = OfferSearch.objects.select_related("movement").get(code=code)
    if search.state != SearchState.ASKED:
        return
    movement = search.movement
    wait_until_open(movement.seats_from)
    parties = {booking.number: party_of(booking) for booking in movement.bookings.order_by("number")}
    route = movement.origin, movement.destination, movement.departs_on
    try:
        with outside(movement.seats_from) as provider:
            found = {number: provider.offers(*route, party) for number, party in parties.items()}
    except ProviderError as error:
        note_failure(movement.seats_from, error)
        if isinstance(error, SlowDown | StopAll):
            raise Later(paced(error.seconds).total_seconds(), error.code) from None
        columns = {"state": SearchState.FAILED, "error": error.code}
    else:
        note_answer(movement.seats_from)
        columns = {"state": SearchState.FOUND, "choices": choices_of(found)}
    OfferSearch.objects.filter(pk=search.pk).update(answered_at=timezone.now(), **columns)


def choices_of(found: dict[int, Sequence[Offer]]) -> list[dict]:
    """Itineraries that every booking can have, cheapest first: flights, price in all and per booking."""
    best: dict[str, dict[int, Offer]] = {}
    for number, offers in found.items():
        for offer in sorted(offers, key=lambda one: (not one.can_hold, one.amount), reverse=True):
            best.setdefault(fingerprint(offer.flights), {})[number] = offer
    shared = [(key, each) for key, each in best.items() if len(each) == len(found)]
    one_currency = [(key, each) for key, each in shared if len({one.currency for one in each.values()}) == 1]
    choices = [_choice(key, each) for key, each in one_currency]
    return sorted(choices, key=lambda choice: Decimal(choice["amount"]))


def _choice(key: str, each: dict[int, Offer]) -> dict:
    first = next(iter(each.values()))
    return {
        "key": key,
        "flights": [flight.written() for flight in first.flights],
        "amount": str(sum(offer.amount for offer in each.values())),
        "currency": first.currency,
        "bookings": {str(number): str(offer.amount) for number, offer in each.items()},
        "can_hold": all(offer.can_hold for offer in each.values()),
        "brand": first.brand,
        "bags": min(offer.bags for offer in each.values()),
    }


@transaction.atomic
def choose_offer(*, search: OfferSearch, key: str, by: User) -> Movement:
    """Take one itinerary for every booking of the movement: its flights become the legs. Clearances are looked at
    again for the exact days of departure and arrival."""
    movement = Movement.objects.select_for_update().get(pk=search.movement_id)
    choice = next((one for one in search.choices if one["key"] == key), None)
    if choice is None or movement.stage != MovementStage.PLANNED:
        raise ValidationError(_("These flights cannot be chosen any more."))
    flights = [Flight.read(one) for one in choice["flights"]]
    set_itinerary(movement, flights)
    refuse_unless_clear(movement)
    for booking in movement.bookings.all():
        booking.quoted, booking.currency = Decimal(choice["bookings"][str(booking.number)]), choice["currency"]
        booking.save(update_fields=["quoted", "currency"])
    facts = {"flights": ", ".join(f"{one.carrier}{one.number}" for one in flights)}
    tell_cases(movement=movement, verb="travel.chosen", by=by, facts=facts)
    return movement


def set_itinerary(movement: Movement, flights: Sequence[Flight]) -> None:
    """Write flights into a movement: itinerary, fingerprint, days, legs, and the travellers' days."""
    movement.itinerary = [one.written() for one in flights]
    movement.itinerary_hash = fingerprint(flights)
    movement.departs_on, movement.arrives_on = flights[0].departs_on, flights[-1].arrives_on
    movement.save(update_fields=["itinerary", "itinerary_hash", "departs_on", "arrives_on"])
    movement.travellers.live().update(span=span_of(movement))
    Leg.objects.filter(movement=movement).delete()
    Leg.objects.bulk_create(
        Leg(
            movement=movement, number=number, carrier=one.carrier, flight_number=one.number, origin=one.origin,
            destination=one.destination, departs_at=one.departs_at, arrives_at=one.arrives_at,
            origin_zone=one.origin_zone, destination_zone=one.destination_zone,
        )
        for number, one in enumerate(flights, 1)
    )  # fmt: skip


def refuse_unless_clear(movement: Movement) -> None:
    """Raise all that speaks against the travellers flying on these very days."""
    against = [
        sentence
        for party in parties_of(movement)
        for sentence in against_party(party, movement.departs_on, movement.arrives_on)
    ]
    if against:
        raise ValidationError(against)


@transaction.atomic
def ask_booking(*, movement: Movement, cap: Decimal, by: User) -> list[Booking]:
    """Approve a highest price for the whole movement and have every booking bought on the chosen flights."""
    locked = Movement.objects.select_for_update().get(pk=movement.pk)
    if locked.stage == MovementStage.BOOKING and not locked.bookings.filter(state__in=OPEN_TO_ASK).exists():
        return []  # asked twice by a double click
    if not may(by, "book", *locked.cases_aboard):
        raise ValidationError(_("Only a travel officer or a team lead approves a price."))
    if not locked.itinerary:
        raise ValidationError(_("Choose the flights first."))
    if locked.is_charter:
        raise ValidationError(CHARTER)
    refuse_unless_clear(locked)
    if lacking := [one for case in locked.cases_aboard for one in followers.not_ready(case)]:
        raise ValidationError([str(one) for one in lacking])
    bookings = list(locked.bookings.select_for_update().filter(state__in=OPEN_TO_ASK).order_by("number"))
    share_cap(bookings, cap)
    for booking in bookings:
        booking.state, booking.why = BookingState.ASKED, ""
        booking.approved_at, booking.approved_by = timezone.now(), by
        booking.save(update_fields=["state", "why", "cap", "approved_at", "approved_by"])
        queue("travel.book", booking.code)
    facts = {"cap": str(cap), "currency": bookings[0].currency}
    if not move_movement(movement=movement, to=MovementStage.BOOKING, by=by, verb="travel.asked", facts=facts):
        tell_cases(movement=movement, verb="travel.asked", by=by, facts=facts)
    return bookings


def share_cap(bookings: list[Booking], cap: Decimal) -> None:
    """Each booking's part of the approved price, in proportion to its quote; together never more than a cent each
    above it."""
    quoted = sum(booking.quoted for booking in bookings)
    if cap < quoted:
        raise ValidationError(_("The price is %(quoted)s: approve at least that."), params={"quoted": quoted})
    for booking in bookings:
        booking.cap = (booking.quoted * cap / quoted).quantize(CENT, ROUND_UP)


@transaction.atomic
def plan_anew(*, movement: Movement, by: User) -> bool:
    """None of the orders could be had as asked: the movement is planned again, and other flights may be chosen."""
    locked = Movement.objects.select_for_update().get(pk=movement.pk)
    bookings = locked.bookings.select_for_update()
    if locked.stage == MovementStage.PLANNED:
        return False
    if locked.stage != MovementStage.BOOKING or bookings.exclude(state=BookingState.REFUSED).exists():
        raise ValidationError(_("Seats are held or bought already: cancel the movement and plan anew."))
    bookings.update(state=BookingState.DRAFT, why="")
    return move_movement(movement=movement, to=MovementStage.PLANNED, by=by, verb="travel.planned_anew")
