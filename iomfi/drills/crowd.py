"""The invented people of a drill: movements of one traveller each, whose seats may be asked for at once."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from string import ascii_lowercase
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import Grant, Organisation, OrganisationKind, Role, User
from cases.actions.cases import add_member, open_case
from cases.actions.people import record_person
from cases.births import Birth
from cases.models import Relation
from cases.outbox import queue
from travel.actions.ordering import set_itinerary
from travel.actions.planning import span_of
from travel.models import Booking, BookingState, Movement, MovementStage, Traveller
from travel.providers.base import Flight, Passenger
from travel.providers.lines import outside

ROUTE = ("FIH", "HEL")


def letters(number: int) -> str:
    """A family name of letters only, one for each number."""
    name = ""
    while True:
        number, rest = divmod(number, 26)
        name = ascii_lowercase[rest] + name
        if not number:
            return f"Drill{name}"


def officer() -> User:
    """Who asks for all the seats."""
    office, __ = Organisation.objects.get_or_create(
        slug="drill", defaults={"name": "Drill", "kind": OrganisationKind.IOM_OFFICE, "country": "FI"}
    )
    user = User.objects.filter(email="drill@iom.example").first()
    if user is None:
        user = User.objects.create_user("drill@iom.example", name="Drill", organisation=office)
        second = User.objects.create_user("second@iom.example", name="Second", organisation=office)
        Grant.objects.create(
            user=user, role=Role.TRAVEL, given_by=user, confirmed_by=second, confirmed_at=timezone.now()
        )
    return user


def flights_to_book(day: date) -> tuple[tuple[Flight, ...], Decimal, str]:
    """Flights of that day whose seats can be held, and what one adult pays."""
    with outside() as provider:
        offers = provider.offers(*ROUTE, day, [Passenger("one", "adult", 30)])
    offer = next(one for one in offers if one.can_hold)
    return offer.flights, offer.amount, offer.currency


def travel_day() -> date:
    """Far enough ahead that seats may be held."""
    return timezone.localdate() + timedelta(days=40)


@transaction.atomic
def ask_for(
    number: int, by: User, flights: tuple[Flight, ...], cap: Decimal, currency: str, *,
    before: Callable[[UUID], None] = lambda code: None,
) -> Booking:  # fmt: skip
    """One traveller's seat, approved and asked for; `before` sees its code before any worker does."""
    case = open_case(mandate="diaspora", programme="drill", prefix="DR", country="FI", by=by, officer=by)
    person = record_person(family_name=letters(number), given_names="Amina", sex="F", birth=Birth.on(date(1990, 5, 1)))
    add_member(case=case, person=person, relation=Relation.PRINCIPAL)
    movement = Movement.objects.create(
        reference=f"M-DRILL-{number:06}", country="FI", stage=MovementStage.BOOKING, origin=ROUTE[0],
        destination=ROUTE[1], departs_on=flights[0].departs_on, arrives_on=flights[-1].arrives_on, planned_by=by,
    )  # fmt: skip
    booking = Booking.objects.create(
        movement=movement, case=case, number=1, state=BookingState.ASKED, cap=cap, currency=currency,
        approved_at=timezone.now(), approved_by=by,
    )  # fmt: skip
    Traveller.objects.create(movement=movement, case=case, person=person, booking=booking, span=span_of(movement))
    set_itinerary(movement, flights)
    before(booking.code)
    queue("travel.book", booking.code)
    return booking
