"""The ledger: every order ever made at the airline, ghosts and all. The judge of the drills reads here."""

import json
import sqlite3

from travel.sandbox import rendering
from travel.sandbox.airline import Airline, Call, Reply
from travel.sandbox.clock import read, written
from travel.sandbox.refusals import invalid

ATTEMPT_KEYS = ("attempt", "attempt_id", "attempt_code")
ROUNDING = 2e-6  # moments are written with six decimals


def read_ledger(airline: Airline, call: Call) -> Reply:
    """`GET /sandbox/ledger?since=`: entries after a number, or since a moment."""
    since = call.asked("since")
    try:
        number, moment = (int(since or 0), 0.0) if since.isdigit() or not since else (0, read(since))
    except ValueError:
        raise invalid("since", "'since' is the number of an entry or a moment in ISO 8601.") from None
    question = "SELECT * FROM orders WHERE number > ? AND made >= ? ORDER BY number"
    entries = [entry(airline, row) for row in airline.store.all(question, number, moment - ROUNDING)]
    meta = {
        "count": len(entries),
        "live": sum(one["live"] for one in entries),
        "ghosts": sum(one["ghost"] for one in entries),
        "last": entries[-1]["number"] if entries else number,
        "pending": airline.store.one("SELECT count(*) AS waiting FROM pending")["waiting"],
        "now": written(airline.clock.now()),
    }
    return Reply(200, {"data": entries, "meta": meta})


def entry(airline: Airline, row: sqlite3.Row) -> dict:
    """One order with the whole truth about it."""
    kept, metadata = json.loads(row["body"]), json.loads(row["metadata"])
    question = "SELECT * FROM payments WHERE order_id = ? ORDER BY number"
    payments = airline.store.all(question, row["id"])
    state = rendering.order_state(airline, row, paid=bool(payments))
    return {
        "number": row["number"],
        "order_id": row["id"],
        "booking_reference": row["reference"],
        "offer_id": row["offer"],
        "offer_request_id": row["request"],
        "type": row["kind"],
        "state": state,
        "live": state in {"held", "ticketed"},
        "ghost": bool(row["ghost"]),
        "fault": row["fault"],
        "attempt": next((metadata[key] for key in ATTEMPT_KEYS if key in metadata), None),
        "metadata": metadata,
        "passengers": [_traveller(one) for one in kept["passengers"]],
        "itinerary": [_leg(segment) for one in kept["slices"] for segment in one["segments"]],
        "total_amount": kept["total_amount"],
        "total_currency": kept["total_currency"],
        "paid_amount": rendering.total(payments),
        "payments": [_payment(one) for one in payments],
        "created_at": written(row["made"]),
        "listed_from": None if row["ghost"] else written(row["listed"]),
        "pay_by": written(row["pay_by"]),
        "cancelled_at": written(row["cancelled"]),
        "schedule_changes": len(rendering.changes_of(airline, row["id"])),
    }


def _traveller(one: dict) -> dict:
    return {name: one[name] for name in ("given_name", "family_name", "born_on", "type")}


def _payment(row: sqlite3.Row) -> dict:
    return {
        "payment_id": row["id"],
        "amount": row["amount"],
        "currency": row["currency"],
        "ghost": bool(row["ghost"]),
        "fault": row["fault"],
        "created_at": written(row["made"]),
    }


def _leg(segment: dict) -> dict:
    return {
        "flight": segment["marketing_carrier"]["iata_code"] + segment["marketing_carrier_flight_number"],
        "origin": segment["origin"]["iata_code"],
        "destination": segment["destination"]["iata_code"],
        "departing_at": segment["departing_at"],
        "arriving_at": segment["arriving_at"],
    }
