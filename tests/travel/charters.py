"""Charters for tests."""

from datetime import datetime, timedelta

from accounts.models import User
from cases.models import Case
from tests.travel.factories import cleared, soon
from travel.actions.charters import confirm_charter, give_seats, plan_charter
from travel.actions.planning import Party
from travel.models import Movement
from travel.providers.agency import flight_from_words
from travel.providers.base import Flight


def charter(by: User, seats: int = 3, **columns) -> Movement:
    """A charter to Baghdad whose seats have no names."""
    said = {"mandate": "diaspora", "country": "FI", "origin": "HEL", "destination": "BGW", "departs_on": soon()}
    return plan_charter(seats=seats, by=by, **(said | columns))


def flight() -> Flight:
    """It leaves in the morning of the planned day."""
    departs = datetime.combine(soon(), datetime.min.time()) + timedelta(hours=9)
    return flight_from_words(
        carrier="ay", number="9001", origin="hel", destination="bgw", departs=departs,
        arrives=departs + timedelta(hours=6),
    )  # fmt: skip


def confirmed(movement: Movement, by: User) -> None:
    """The operator said yes."""
    confirm_charter(movement=movement, flights=[flight()], reference="CH-77", by=by)


def ready(by: User, *ages: int, **columns) -> Case:
    """A family that may sit in it."""
    return cleared(by, *(ages or (34,)), **({"mandate": "diaspora", "programme": "mida"} | columns))


def seated(movement: Movement, case: Case, by: User, first: int = 1) -> None:
    """The whole family takes seats."""
    give_seats(movement=movement, case=case, people=Party.whole(case).people, by=by, first=first)
