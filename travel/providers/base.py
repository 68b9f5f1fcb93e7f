"""What the house asks of whoever sells seats, and what their answers can mean.

Every answer that is not the thing itself is one of five: it certainly did not happen, it may have happened, it was
not even looked at because we were too fast, it is refused for good, or nothing of ours is accepted any more.
"""

import hashlib
import zoneinfo
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol


@dataclass(frozen=True)
class Passenger:
    """One traveller as a provider needs them. `key` is ours; `lap_of` the key of the adult an infant lies on."""

    key: str
    kind: str
    age: int
    given_name: str = ""
    family_name: str = ""
    sex: str = ""
    born_on: date | None = None
    lap_of: str = ""


@dataclass(frozen=True)
class Flight:
    """One flight of an itinerary; times in UTC, with the zones of both airports."""

    carrier: str
    number: str
    origin: str
    destination: str
    departs_at: datetime
    arrives_at: datetime
    origin_zone: str
    destination_zone: str

    @property
    def departs_on(self) -> date:
        """The day of departure by the clock of the place."""
        return self.departs_at.astimezone(zoneinfo.ZoneInfo(self.origin_zone)).date()

    @property
    def arrives_on(self) -> date:
        """The day of arrival by the clock of the place."""
        return self.arrives_at.astimezone(zoneinfo.ZoneInfo(self.destination_zone)).date()

    def written(self) -> dict:
        """As it is kept in a movement's itinerary."""
        return {
            "carrier": self.carrier, "number": self.number, "origin": self.origin, "destination": self.destination,
            "departs_at": self.departs_at.isoformat(), "arrives_at": self.arrives_at.isoformat(),
            "origin_zone": self.origin_zone, "destination_zone": self.destination_zone,
        }  # fmt: skip

    @classmethod
    def read(cls, kept: Mapping[str, str]) -> "Flight":
        """From a movement's itinerary."""
        times = {name: datetime.fromisoformat(kept[name]) for name in ("departs_at", "arrives_at")}
        return cls(**{**kept, **times})


def fingerprint(flights: Sequence[Flight]) -> str:
    """The hash of an itinerary: the same flights at the same times, whoever offers them."""
    words = [f"{f.carrier}{f.number} {f.origin}-{f.destination} {f.departs_at:%Y%m%dT%H%M%z}" for f in flights]
    return hashlib.sha256("|".join(words).encode()).hexdigest()


@dataclass(frozen=True)
class Offer:
    """Seats for a party at a price, good until `expires_at`. `passengers` are the provider's ids by our keys."""

    id: str
    request_id: str
    expires_at: datetime
    amount: Decimal
    currency: str
    flights: tuple[Flight, ...]
    can_hold: bool
    passengers: Mapping[str, str]
    brand: str = ""
    bags: int = 0


@dataclass(frozen=True)
class Order:
    """An order as the provider knows it. `tickets` are ticket numbers by the provider's passenger ids."""

    id: str
    attempt_code: str
    locator: str
    amount: Decimal
    currency: str
    flights: tuple[Flight, ...]
    is_hold: bool
    awaiting_payment: bool
    is_paid: bool
    is_cancelled: bool
    made_at: datetime
    pay_by: datetime | None = None
    tickets: Mapping[str, str] = field(default_factory=dict)
    change_ids: tuple[str, ...] = ()
    changed_flights: tuple[Flight, ...] = ()

    @property
    def is_dead(self) -> bool:
        """Cancelled, or held and never paid in time: nobody flies on it."""
        return self.is_cancelled or (self.is_hold and not self.is_paid and not self.awaiting_payment)


class ProviderError(Exception):
    """An answer that is not the thing. `code` is the provider's word, never a text with names in it."""

    def __init__(self, code: str, *, status: int | None = None, request_id: str = "", seconds: float = 60) -> None:
        super().__init__(code)
        self.code = code[:80]
        self.status = status
        self.request_id = request_id[:100]
        self.seconds = seconds


class NotCreated(ProviderError):
    """It certainly did not happen, and may be tried anew once the old offer has expired."""


class Unknown(ProviderError):
    """It may have happened. Ask; never send again."""


class AskPerson(Unknown):
    """It may have happened and the provider itself does not know: their support must be asked, by a person."""


class SlowDown(NotCreated):
    """It was not looked at because we called too often; try after `seconds`."""


class Refused(NotCreated):
    """It did not happen and never will as it was sent: a person must change something."""


class StopAll(NotCreated):
    """Nothing of ours is accepted: key withdrawn or forbidden. The queue stops and somebody is told."""


class Provider(Protocol):
    """Whoever sells seats over a line."""

    def offers(self, origin: str, destination: str, day: date, party: Sequence[Passenger]) -> list[Offer]:
        """What can be bought for this party on this day; asking changes nothing."""

    def create_order(
        self, offer: Offer, party: Sequence[Passenger], *, attempt_code: str, hold: bool
    ) -> Order:  # fmt: skip
        """Buy or hold an offer; `attempt_code` is our mark by which the order is found again."""

    def order(self, order_id: str) -> Order:
        """One order by its id."""

    def find_orders(self, attempt_code: str, party: Sequence[Passenger]) -> list[Order]:
        """Orders that carry our mark, found by the names of the party."""

    def orders_since(self, moment: datetime) -> list[Order]:
        """Every order made since a moment, for the daily comparison."""

    def pay(self, order: Order, *, attempt_code: str) -> None:
        """Pay a held order."""

    def cancel(self, order_id: str) -> None:
        """Cancel an order; money goes back as the fare says."""

    def accept_change(self, change_id: str) -> None:
        """Accept a change of schedule that the airline made."""
