"""Offers: journeys at a price, good for some minutes, shaped as the API writes them."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from travel.sandbox.clock import written
from travel.sandbox.fares import CURRENCY, FLEX, LIGHT, STANDARD, TAX_SHARE, Brand, conditions, money, price
from travel.sandbox.geography import aircraft, airline, airport, kilometres
from travel.sandbox.marks import resource_id
from travel.sandbox.schedules import Flight, Journey, lasted

LAST_CALL = timedelta(hours=6)  # a hold must be paid well before departure


def duration(span: timedelta) -> str:
    """ISO 8601, like `PT9H25M`."""
    minutes = int(span.total_seconds()) // 60
    days, rest = divmod(minutes, 24 * 60)
    return f"P{f'{days}D' if days else ''}T{rest // 60}H{rest % 60}M"


def _segment(flight: Flight, brand: Brand, passengers: list[dict], cabin: str) -> dict:
    carrier = airline(flight.airline)
    return {
        "id": resource_id("seg"),
        "origin": airport(flight.origin),
        "destination": airport(flight.destination),
        "origin_terminal": None,
        "destination_terminal": None,
        "departing_at": f"{flight.departs:%Y-%m-%dT%H:%M:%S}",
        "arriving_at": f"{flight.arrives:%Y-%m-%dT%H:%M:%S}",
        "duration": duration(flight.duration),
        "distance": f"{kilometres(flight.origin, flight.destination):.1f}",
        "aircraft": aircraft(flight.aircraft),
        "marketing_carrier": carrier,
        "marketing_carrier_flight_number": flight.number,
        "operating_carrier": carrier,
        "operating_carrier_flight_number": flight.number,
        "stops": [],
        "passengers": [_seat(one, brand, cabin) for one in passengers],
    }


def _seat(passenger: dict, brand: Brand, cabin: str) -> dict:
    """What one passenger has on one flight."""
    infant = passenger["type"] == "infant_without_seat"
    bags = [{"type": "carry_on", "quantity": 0 if infant else 1}, {"type": "checked", "quantity": brand.bags}]
    title = cabin.replace("_", " ").title()
    return {
        "passenger_id": passenger["id"],
        "baggages": bags,
        "cabin_class": cabin,
        "cabin_class_marketing_name": title,
        "cabin": {"name": cabin, "marketing_name": title, "amenities": None},
        "fare_basis_code": f"{brand.name[0]}{cabin[0].upper()}IOM",
        "seat": None,
    }


def _slice(journey: Journey, brand: Brand, passengers: list[dict], cabin: str, terms: dict) -> dict:
    return {
        "id": resource_id("sli"),
        "origin": airport(journey[0].origin),
        "origin_type": "airport",
        "destination": airport(journey[-1].destination),
        "destination_type": "airport",
        "duration": duration(lasted(journey)),
        "fare_brand_name": brand.name,
        "conditions": {"change_before_departure": terms["change_before_departure"]},
        "segments": [_segment(flight, brand, passengers, cabin) for flight in journey],
    }


def payment_terms(brand: Brand, departs: datetime, now: float, hold_minutes: float) -> dict:
    """Must it be paid at once, and if not, until when are seat and price kept?"""
    latest = (departs.astimezone(UTC) - LAST_CALL).timestamp()
    pay_by = min(now + 60 * hold_minutes, latest)
    if not brand.holds or pay_by <= now:
        return {"requires_instant_payment": True, "payment_required_by": None, "price_guarantee_expires_at": None}
    return {
        "requires_instant_payment": False,
        "payment_required_by": written(pay_by),
        "price_guarantee_expires_at": written(pay_by),
    }


def brands(place: int) -> tuple[Brand, ...]:
    """The best journey is sold in all brands, the others as standard: at least three offers, one of them to hold."""
    return (LIGHT, STANDARD, FLEX) if place == 0 else (STANDARD,)


def offer(request: dict, journeys: list[Journey], brand: Brand, *, seed: str, now: float, terms: dict) -> dict:
    """One offer of an offer request."""
    first = journeys[0][0]
    total = price(seed, journeys, brand, request["passengers"], first.departs.date())
    rules = conditions(brand, total)
    km = sum(kilometres(flight.origin, flight.destination) for journey in journeys for flight in journey)
    seats = [(one, brand, request["passengers"], request["cabin_class"], rules) for one in journeys]
    return {
        "id": resource_id("off"),
        "live_mode": False,
        "owner": airline(first.airline),
        "slices": [_slice(*one) for one in seats],
        "passengers": request["passengers"],
        "conditions": rules,
        "payment_requirements": payment_terms(brand, first.departs, now, terms["hold_minutes"]),
        "created_at": written(now),
        "updated_at": written(now),
        "expires_at": written(now + 60 * terms["offer_minutes"]),
        "total_emissions_kg": f"{km * 0.09 * len(request['passengers']):.0f}",
        "partial": False,
        "private_fares": [],
        "available_services": None,
        "passenger_identity_documents_required": False,
        "supported_passenger_identity_document_types": ["passport"],
        "allowed_passenger_identity_document_types": ["passport"],
        "supported_loyalty_programmes": [],
        **amounts(total),
    }


def amounts(total: Decimal) -> dict:
    """A total with its tax and base."""
    tax = money(total * TAX_SHARE)
    return {
        "total_amount": str(total),
        "total_currency": CURRENCY,
        "tax_amount": str(tax),
        "tax_currency": CURRENCY,
        "base_amount": str(total - tax),
        "base_currency": CURRENCY,
    }
