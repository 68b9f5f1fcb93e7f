"""Duffel's words and ours: how a party and an order are written to the API, and how offers and orders are read."""

import re
import unicodedata
import zoneinfo
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from django.conf import settings

from travel.providers.base import Flight, Offer, Order, Passenger

SEX = {"F": "f", "M": "m", "X": "m"}  # airlines know two; a person with X travels as their document is read by them
TITLE = {"F": "ms", "M": "mr", "X": "mr"}
LETTERS = str.maketrans({
    "Ä": "Ae", "Ö": "Oe", "Å": "Aa", "Ø": "Oe", "Æ": "Ae", "Þ": "Th", "Ð": "D", "Œ": "Oe", "Ł": "L", "Đ": "D",
    "ä": "ae", "ö": "oe", "å": "aa", "ø": "oe", "æ": "ae", "þ": "th", "ð": "d", "œ": "oe", "ł": "l", "đ": "d",
    "ß": "ss", "ı": "i", "’": "'",
})  # fmt: skip
LONGEST_NAME = 20


def ticket_name(name: str) -> str:
    """A name as tickets print it: plain letters, as machine-readable passports transcribe them, cut where they cut."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name).translate(LETTERS))
    letters = re.sub(r"[^A-Za-z' -]", "", plain.replace(".", " "))
    return " ".join(letters.split())[:LONGEST_NAME].strip(" '-")


def names_of(passenger: Passenger) -> tuple[str, str]:
    """Given and family name for the ticket; who has one name has it in both places, as airlines want."""
    given, family = ticket_name(passenger.given_name), ticket_name(passenger.family_name)
    return given or family, family or given


def search_fields(origin: str, destination: str, day: date, party: Sequence[Passenger]) -> dict:
    """A search for one way."""
    return {
        "slices": [{"origin": origin, "destination": destination, "departure_date": day.isoformat()}],
        "passengers": [_sort_of(one) for one in party],
        "cabin_class": "economy",
    }


def _sort_of(one: Passenger) -> dict:
    kinds = {"adult": "adult", "lap": "infant_without_seat", "child": "child"}
    return {"type": kinds[one.kind]}


def order_fields(offer: Offer, party: Sequence[Passenger], *, attempt_code: str, hold: bool) -> dict:
    """An order: our mark in the metadata, the office's own address and telephone for every passenger."""
    infant_of = {one.lap_of: offer.passengers[one.key] for one in party if one.lap_of}
    wish = {
        "type": "hold" if hold else "instant",
        "selected_offers": [offer.id],
        "metadata": {"attempt_id": attempt_code},
        "passengers": [_passenger(one, offer.passengers[one.key], infant_of.get(one.key)) for one in party],
    }
    if not hold:
        wish["payments"] = [{"type": "balance", "amount": str(offer.amount), "currency": offer.currency}]
    return wish


def _passenger(one: Passenger, id: str, infant: str | None) -> dict:
    given, family = names_of(one)
    fields = {
        "id": id, "given_name": given, "family_name": family, "born_on": one.born_on.isoformat(),
        "gender": SEX[one.sex], "title": TITLE[one.sex],
        "email": settings.TRAVEL_CONTACT_EMAIL, "phone_number": settings.TRAVEL_CONTACT_PHONE,
    }  # fmt: skip
    return fields | ({"infant_passenger_id": infant} if infant else {})


def read_offer(one: dict, request: dict, party: Sequence[Passenger]) -> Offer:
    """An offer; the API answers passengers in the order in which they were asked for."""
    ids = [passenger["id"] for passenger in request["passengers"]]
    return Offer(
        id=one["id"], request_id=request["id"], expires_at=moment(one["expires_at"]),
        amount=Decimal(one["total_amount"]), currency=one["total_currency"], flights=read_flights(one["slices"]),
        can_hold=not one["payment_requirements"]["requires_instant_payment"],
        passengers=dict(zip((passenger.key for passenger in party), ids, strict=True)),
        brand=one["slices"][0].get("fare_brand_name") or "", bags=_checked_bags(one),
    )  # fmt: skip


def _checked_bags(one: dict) -> int:
    """Bags each passenger may check in on every flight."""
    segments = [segment for part in one["slices"] for segment in part["segments"]]
    return min((
        sum(bag["quantity"] for bag in seat.get("baggages", []) if bag["type"] == "checked")
        for segment in segments for seat in segment["passengers"]
    ), default=0)  # fmt: skip


def read_order(one: dict) -> Order:
    """An order as it is now, with the airline's newest change if nobody answered it yet."""
    status = one["payment_status"]
    changes = [change for change in one.get("airline_initiated_changes") or [] if not change["action_taken"]]
    return Order(
        id=one["id"], attempt_code=str((one.get("metadata") or {}).get("attempt_id", "")),
        locator=one.get("booking_reference") or "", amount=Decimal(one["total_amount"]),
        currency=one["total_currency"], flights=read_flights(one["slices"]),
        is_hold=one.get("type") == "hold", awaiting_payment=status["awaiting_payment"],
        is_paid=bool(status.get("paid_at") or one.get("documents")), is_cancelled=bool(one.get("cancelled_at")),
        made_at=moment(one["created_at"]),
        pay_by=moment(status["payment_required_by"]) if status.get("payment_required_by") else None,
        tickets={
            passenger: document["unique_identifier"]
            for document in one.get("documents") or [] if document["type"] == "electronic_ticket"
            for passenger in document["passenger_ids"]
        },
        change_ids=tuple(change["id"] for change in changes),
        changed_flights=read_flights(changes[-1]["added"]) if changes else (),
    )  # fmt: skip


def read_flights(slices: Sequence[dict]) -> tuple[Flight, ...]:
    """The flights of all slices, their local times turned into UTC."""
    return tuple(_flight(segment) for one in slices for segment in one["segments"])


def _flight(segment: dict) -> Flight:
    origin, destination = segment["origin"], segment["destination"]
    return Flight(
        carrier=segment["marketing_carrier"]["iata_code"], number=segment["marketing_carrier_flight_number"],
        origin=origin["iata_code"], destination=destination["iata_code"],
        departs_at=local(segment["departing_at"], origin["time_zone"]),
        arrives_at=local(segment["arriving_at"], destination["time_zone"]),
        origin_zone=origin["time_zone"], destination_zone=destination["time_zone"],
    )  # fmt: skip


def local(text: str, zone: str) -> datetime:
    """A local time of an airport, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=zoneinfo.ZoneInfo(zone)).astimezone(UTC)


def moment(text: str) -> datetime:
    """A moment as the API writes it; without a zone it is UTC."""
    read = datetime.fromisoformat(text)
    return read if read.tzinfo else read.replace(tzinfo=UTC)
