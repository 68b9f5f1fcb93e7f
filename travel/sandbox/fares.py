"""Prices and fare conditions: three brands, each with its bags, its refund and whether seats may be held unpaid."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from travel.sandbox.geography import kilometres
from travel.sandbox.schedules import Journey, draw

CENT = Decimal("0.01")
CURRENCY = "EUR"
TAX_SHARE = Decimal("0.22")
SHARES = {"adult": Decimal("1"), "child": Decimal("0.75"), "infant_without_seat": Decimal("0.10")}


@dataclass(frozen=True)
class Brand:
    """A fare brand: its price factor, checked bags, share of the price kept on refund (None: no refund), hold."""

    name: str
    factor: Decimal
    bags: int
    kept: Decimal | None
    holds: bool


LIGHT = Brand("Light", Decimal("0.88"), 0, None, False)
STANDARD = Brand("Standard", Decimal("1"), 1, Decimal("0.25"), True)
FLEX = Brand("Flex", Decimal("1.34"), 2, Decimal("0"), True)


def money(amount: Decimal) -> Decimal:
    """To the cent."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def price(seed: str, journeys: list[Journey], brand: Brand, passengers: list[dict], day: date) -> Decimal:
    """What a party pays for these journeys: by distance, season of the seed and brand; children less, infants least."""
    km = sum(kilometres(flight.origin, flight.destination) for journey in journeys for flight in journey)
    first = journeys[0][0]
    lot = draw(seed, first.airline, first.number, first.origin, journeys[0][-1].destination, day.isoformat())
    adult = (Decimal(60) + Decimal(str(round(km, 1))) * Decimal("0.072")) * Decimal(85 + lot % 40) / 100 * brand.factor
    return money(sum((money(adult * SHARES[one["type"]]) for one in passengers), Decimal(0)))


def conditions(brand: Brand, total: Decimal) -> dict:
    """What may be changed or refunded before departure, and what that costs."""
    if brand.kept is None:
        no = {"allowed": False, "penalty_amount": None, "penalty_currency": None}
        return {"change_before_departure": no, "refund_before_departure": no}
    kept = {"allowed": True, "penalty_amount": str(money(total * brand.kept)), "penalty_currency": CURRENCY}
    return {"change_before_departure": kept, "refund_before_departure": kept}
