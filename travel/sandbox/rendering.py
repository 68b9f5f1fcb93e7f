"""How an order looks at this moment: held, paid with tickets, expired or cancelled."""

import json
import sqlite3
from decimal import Decimal

from travel.sandbox.airline import Airline
from travel.sandbox.clock import written
from travel.sandbox.geography import AIRLINES
from travel.sandbox.marks import ticket_number


def known_payments(airline: Airline, order_id: str) -> list[sqlite3.Row]:
    """The payments of an order that the API shows."""
    question = "SELECT * FROM payments WHERE order_id = ? AND ghost = 0 AND listed <= ? ORDER BY number"
    return airline.store.all(question, order_id, airline.clock.now())


def order_state(airline: Airline, row: sqlite3.Row, *, paid: bool) -> str:
    """`held`, `ticketed`, `expired` or `cancelled`."""
    if row["cancelled"] is not None:
        return "cancelled"
    if paid:
        return "ticketed"
    if row["pay_by"] is not None and row["pay_by"] <= airline.clock.now():
        return "expired"
    return "held"


def order_body(airline: Airline, row: sqlite3.Row) -> dict:
    """The order as the API writes it."""
    kept = json.loads(row["body"])
    paid = bool(known_payments(airline, row["id"]))
    state = order_state(airline, row, paid=paid)
    waiting = state == "held"
    return kept | {
        "id": row["id"],
        "type": row["kind"],
        "live_mode": False,
        "content": "managed",
        "offer_id": row["offer"],
        "booking_reference": row["reference"],
        "booking_references": [{"booking_reference": row["reference"], "carrier": kept["owner"]}],
        "metadata": json.loads(row["metadata"]),
        "created_at": written(row["made"]),
        "synced_at": written(row["synced"]),
        "cancelled_at": written(row["cancelled"]),
        "void_window_ends_at": None,
        "services": [],
        "users": [],
        "changes": [],
        "slices": [_order_slice(one) for one in kept["slices"]],
        "cancellation": latest_cancellation(airline, row["id"]),
        "airline_initiated_changes": [change_body(one) for one in changes_of(airline, row["id"])],
        "available_actions": ["cancel", "update"] if state in {"held", "ticketed"} else ["update"],
        "documents": _tickets(row, kept) if paid else [],
        "payment_status": {
            "awaiting_payment": waiting,
            "paid_at": written(known_payments(airline, row["id"])[0]["made"]) if paid else None,
            "payment_required_by": written(row["pay_by"]) if not paid else None,
            "price_guarantee_expires_at": written(row["guaranteed"]) if not paid else None,
        },
    }


def _order_slice(one: dict) -> dict:
    change = one["conditions"]["change_before_departure"]
    return one | {"changeable": bool(change and change["allowed"])}


def _tickets(row: sqlite3.Row, kept: dict) -> list[dict]:
    """One e-ticket for each passenger."""
    prefix = AIRLINES[kept["owner"]["iata_code"]][1]
    return [
        {
            "type": "electronic_ticket",
            "unique_identifier": ticket_number(prefix, row["number"], place),
            "passenger_ids": [one["id"]],
        }
        for place, one in enumerate(kept["passengers"], start=1)
    ]


def payment_body(row: sqlite3.Row) -> dict:
    """A payment as the API writes it."""
    return {
        "id": row["id"],
        "live_mode": False,
        "type": row["kind"],
        "amount": row["amount"],
        "currency": row["currency"],
        "order_id": row["order_id"],
        "status": "succeeded",
        "failure_reason": None,
        "created_at": written(row["made"]),
    }


def cancellation_body(row: sqlite3.Row) -> dict:
    """A cancellation as the API writes it."""
    return {
        "id": row["id"],
        "order_id": row["order_id"],
        "live_mode": False,
        "refund_amount": row["refund"],
        "refund_currency": row["currency"],
        "refund_to": row["refund_to"],
        "airline_credits": [],
        "created_at": written(row["made"]),
        "expires_at": written(row["expires"]),
        "confirmed_at": written(row["confirmed"]),
    }


def latest_cancellation(airline: Airline, order_id: str) -> dict | None:
    """The last cancellation asked for."""
    question = "SELECT * FROM cancellations WHERE order_id = ? ORDER BY number DESC LIMIT 1"
    row = airline.store.one(question, order_id)
    return cancellation_body(row) if row else None


def changes_of(airline: Airline, order_id: str) -> list[sqlite3.Row]:
    """Changes of schedule that the airline made to an order."""
    return airline.store.all("SELECT * FROM changes WHERE order_id = ? ORDER BY number", order_id)


def change_body(row: sqlite3.Row) -> dict:
    """An airline-initiated change as the API writes it."""
    return {
        "id": row["id"],
        "order_id": row["order_id"],
        "added": [_order_slice(one) for one in json.loads(row["added"])],
        "removed": [_order_slice(one) for one in json.loads(row["removed"])],
        "available_actions": [] if row["taken"] else ["accept", "cancel", "update"],
        "action_taken": row["taken"],
        "action_taken_at": written(row["taken_at"]),
        "travel_agent_ticket": None,
        "created_at": written(row["made"]),
        "updated_at": written(row["taken_at"] or row["made"]),
    }


def total(rows: list[sqlite3.Row]) -> str:
    """The sum of payments."""
    return str(sum((Decimal(row["amount"]) for row in rows), Decimal("0.00")))
