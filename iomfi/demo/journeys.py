"""Journeys of the demo: past ones had seats from an agency, those ahead are bought at the sandbox airline."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import airportsdata

from accounts.models import Organisation, User
from cases.models import Case
from iomfi.demo.clock import at
from iomfi.demo.work import finish_work
from travel.actions.agency import ask_agency, record_flights, record_tickets
from travel.actions.journeys import record_arrival, record_departure
from travel.actions.ordering import ask_booking, choose_offer, search_offers
from travel.actions.planning import Party, plan_movement
from travel.models import Movement, SeatsFrom
from travel.providers.base import Flight

AIRPORTS = airportsdata.load("IATA")
DESTINATIONS = {"FI": "HEL", "SE": "ARN", "IS": "KEF"}
FIRST_FLIGHTS = {"EBB": "607", "BEY": "825", "NBO": "608", "ADD": "673", "AMM": "813", "HEL": "1762",
                 "ARN": "1794", "KEF": "1990"}  # fmt: skip
LAST_FLIGHTS = {"HEL": "1763", "ARN": "1793", "KEF": "1991", "BGW": "802", "HGA": "682", "LOS": "625"}


def zone(airport: str) -> ZoneInfo:
    """The clock of an airport."""
    return ZoneInfo(AIRPORTS[airport]["tz"])


def by_istanbul(origin: str, destination: str, day: date) -> list[Flight]:
    """Two flights by Istanbul on one day."""

    def flight(number: str, start: str, end: str, leaves: time, hours: float) -> Flight:
        departs = datetime.combine(day, leaves, zone(start))
        return Flight(
            "TK", number, start, end, departs, departs + timedelta(hours=hours), str(zone(start)), str(zone(end))
        )

    return [
        flight(FIRST_FLIGHTS[origin], origin, "IST", time(4, 15), 5.5),
        flight(LAST_FLIGHTS[destination], "IST", destination, time(15, 0), 3.6 if destination != "KEF" else 5.8),
    ]


def past_journey(*, case: Case, origin: str, day: date, agency: Organisation, by: User, travel: User) -> Movement:
    """A journey to one of our countries whose seats an agency found, three weeks before it."""
    return agency_journey(
        case=case, origin=origin, destination=DESTINATIONS[case.country], day=day, agency=agency, by=by, travel=travel
    )


def agency_journey(
    *, case: Case, origin: str, destination: str, day: date, agency: Organisation, by: User, travel: User,
    asked: int = 21,
) -> Movement:  # fmt: skip
    """A journey whose seats an agency found; it was asked so many days before and answered two days later."""
    with at(day - timedelta(days=asked), 10, 20):
        movement = plan_movement(
            parties=[Party.whole(case)], origin=origin, destination=destination, departs_on=day, by=by,
            seats_from=SeatsFrom.AGENCY,
        )  # fmt: skip
        cap = Decimal(900 * movement.travellers.count())
        ask_agency(movement=movement, organisation=agency, cap=cap, currency="EUR", by=travel)
        finish_work()
    with at(day - timedelta(days=asked - 2), 14, 5):
        record_flights(movement=movement, flights=by_istanbul(origin, destination, day), by=travel)
        for booking in movement.bookings.all():
            codes = booking.travellers.live().values_list("code", flat=True)
            tickets = {str(code): f"235-44088{booking.pk:03}{place:02}" for place, code in enumerate(codes)}
            record_tickets(
                booking=booking, locator=f"K{booking.pk:03}XW", tickets=tickets, amount=booking.cap * Decimal("0.9"),
                by=travel,
            )  # fmt: skip
        finish_work()
    return movement


def depart(movement: Movement, by: User) -> None:
    """They left on their day."""
    with at(movement.departs_on, 5, 10):
        record_departure(movement=movement, by=by)
        finish_work()


def arrive(movement: Movement, by: User) -> None:
    """They were met on their day."""
    with at(movement.arrives_on, 19, 40):
        record_arrival(movement=movement, by=by)
        finish_work()


def coming_journey(cases: Sequence[Case], origin: str, day: date, by: User, travel: User) -> Movement:
    """A journey ahead: offers are searched at the sandbox airline, the first is chosen, its seats are bought."""
    movement = plan_movement(
        parties=[Party.whole(case) for case in cases], origin=origin, destination=DESTINATIONS[cases[0].country],
        departs_on=day, by=by,
    )  # fmt: skip
    search = search_offers(movement=movement, by=travel)
    finish_work()
    search.refresh_from_db()
    choice = search.choices[0]
    choose_offer(search=search, key=choice["key"], by=travel)
    movement.refresh_from_db()
    ask_booking(movement=movement, cap=round(Decimal(str(choice["amount"])) * Decimal("1.05"), 2), by=travel)
    finish_work()
    return movement
