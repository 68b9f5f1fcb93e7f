"""Offers as a person compares them: local times, price of all orders, baggage, whether seats can be held."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from zoneinfo import ZoneInfo

from travel.providers.base import Flight


@dataclass(frozen=True)
class OfferedFlight:
    """One flight with the clocks of both airports."""

    flight: Flight

    @property
    def departs(self) -> datetime:
        """By the clock of the place it leaves from."""
        return self.flight.departs_at.astimezone(ZoneInfo(self.flight.origin_zone))

    @property
    def arrives(self) -> datetime:
        """By the clock of the place it arrives at."""
        return self.flight.arrives_at.astimezone(ZoneInfo(self.flight.destination_zone))


@dataclass(frozen=True)
class OfferLine:
    """One choice of a search: an itinerary that every order of the movement can have."""

    key: str
    flights: list[OfferedFlight]
    amount: Decimal
    currency: str
    can_hold: bool
    bags: int
    brand: str

    @classmethod
    def read(cls, choice: Mapping) -> "OfferLine":
        """From the row of the search."""
        flights = [OfferedFlight(Flight.read(one)) for one in choice["flights"]]
        return cls(
            choice["key"], flights, Decimal(choice["amount"]), choice["currency"], choice["can_hold"],
            choice["bags"], choice["brand"],
        )  # fmt: skip

    @property
    def duration(self) -> timedelta:
        """From the first departure to the last arrival."""
        return self.flights[-1].flight.arrives_at - self.flights[0].flight.departs_at

    @property
    def shortest_stop(self) -> timedelta | None:
        """The shortest time between two flights."""
        gaps = [other.flight.departs_at - one.flight.arrives_at for one, other in pairwise(self.flights)]
        return min(gaps, default=None)
