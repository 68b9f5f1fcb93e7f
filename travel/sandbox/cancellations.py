"""Cancelling an order in two steps: ask what comes back, then confirm."""

import json
import sqlite3
from decimal import Decimal

from travel.sandbox import rendering
from travel.sandbox.airline import Airline, Call, Reply, page
from travel.sandbox.courier import announce
from travel.sandbox.marks import resource_id
from travel.sandbox.refusals import missing, not_found, wrong_state

QUOTE_SECONDS = 15 * 60


def create_cancellation(airline: Airline, call: Call) -> Reply:
    """A quote: what would be refunded, good for a quarter of an hour."""
    order_id = call.fields().get("order_id")
    if not order_id:
        raise missing("order_id")
    with airline.store.act():
        cancellation_id = quote(airline, str(order_id))
    row = airline.store.one("SELECT * FROM cancellations WHERE id = ?", cancellation_id)
    return Reply(201, {"data": rendering.cancellation_body(row)})


def quote(airline: Airline, order_id: str) -> str:
    """Write the quote down."""
    now = airline.clock.now()
    order = cancellable_order(airline, order_id)
    paid = rendering.known_payments(airline, order_id)
    cancellation_id = resource_id("ore")
    airline.store.add(
        "cancellations",
        id=cancellation_id,
        order_id=order_id,
        made=now,
        expires=now + QUOTE_SECONDS,
        refund=refund(json.loads(order["body"]), rendering.total(paid)),
        currency=json.loads(order["body"])["total_currency"],
        refund_to="balance" if paid else "awaiting_payment",
    )
    announce(airline, "order_cancellation.created", cancellation_id, {"id": cancellation_id, "order_id": order_id})
    return cancellation_id


def cancellable_order(airline: Airline, order_id: str) -> sqlite3.Row:
    """The order, if it is still alive."""
    row = airline.store.one("SELECT * FROM orders WHERE id = ? AND ghost = 0", order_id)
    if row is None:
        raise not_found()
    if row["cancelled"] is not None:
        raise wrong_state("already_cancelled", "This order has already been cancelled.")
    return row


def refund(order: dict, paid: str) -> str:
    """What was paid less the penalty; nothing where the fare gives nothing back."""
    rule = order["conditions"]["refund_before_departure"]
    if not rule["allowed"]:
        return "0.00"
    return str(max(Decimal("0.00"), Decimal(paid) - Decimal(rule["penalty_amount"])))


def confirm_cancellation(airline: Airline, call: Call) -> Reply:
    """The order is cancelled and the refund goes back to the balance."""
    now = airline.clock.now()
    with airline.store.act() as db:
        row = _find(airline, call.keys["id"])
        cancellable_order(airline, row["order_id"])
        if row["expires"] <= now:
            raise wrong_state("expired_cancellation", "This quote has expired. Please ask for a new one.")
        db.execute("UPDATE cancellations SET confirmed = ? WHERE id = ?", (now, row["id"]))
        db.execute("UPDATE orders SET cancelled = ? WHERE id = ?", (now, row["order_id"]))
        told = {"id": row["id"], "order_id": row["order_id"]}
        announce(airline, "order_cancellation.confirmed", row["id"], told)
    airline.bell.set()
    return Reply(200, {"data": rendering.cancellation_body(_find(airline, row["id"]))})


def _find(airline: Airline, cancellation_id: str) -> sqlite3.Row:
    row = airline.store.one("SELECT * FROM cancellations WHERE id = ?", cancellation_id)
    if row is None:
        raise not_found()
    return row


def get_cancellation(airline: Airline, call: Call) -> Reply:
    """One cancellation."""
    return Reply(200, {"data": rendering.cancellation_body(_find(airline, call.keys["id"]))})


def list_cancellations(airline: Airline, call: Call) -> Reply:
    """Cancellations, newest first."""
    order_id = call.asked("order_id")
    question = "SELECT * FROM cancellations WHERE ? IN ('', order_id) ORDER BY number DESC"
    return page(call, [rendering.cancellation_body(row) for row in airline.store.all(question, order_id)])
