"""The levers of the sandbox under `/sandbox/`: health, faults, ledger, clock, webhooks, the clerk on the telephone."""

import json

from travel.sandbox import courier, faults
from travel.sandbox.airline import Airline, Call, Reply
from travel.sandbox.changes import change_schedule
from travel.sandbox.clock import written
from travel.sandbox.marks import resource_id
from travel.sandbox.orders import find_order
from travel.sandbox.refusals import invalid


def health(airline: Airline, call: Call) -> Reply:
    """Alive, and can read its store."""
    row = airline.store.one("SELECT count(*) AS orders FROM orders")
    return Reply(200, {"status": "ok", "orders": row["orders"], "now": written(airline.clock.now())})


def post_fault(airline: Airline, call: Call) -> Reply:
    """Switch a fault on; a schedule change happens at once."""
    fault = faults.read_fault(call.body)
    if fault.kind == faults.AT_ONCE:
        return _change_schedules(airline, fault)
    fault_id = faults.set_fault(airline, fault)
    return Reply(201, {"data": {"id": fault_id, **vars(fault)}})


def _change_schedules(airline: Airline, fault: faults.Fault) -> Reply:
    """The airline moves the flights of every living order that matches."""
    if not fault.order_id and not fault.match:
        raise invalid("order_id", "Say which order, or 'match'.")
    made = []
    with airline.store.act():
        for row in airline.store.all("SELECT * FROM orders WHERE cancelled IS NULL ORDER BY number"):
            names = faults.family_names(json.loads(row["body"])["passengers"])
            chosen = row["id"] == fault.order_id if fault.order_id else True
            if chosen and faults.fits(fault.match or {}, json.loads(row["metadata"]), names):
                made.append({"order_id": row["id"], "change_id": change_schedule(airline, row, fault.minutes)})
    airline.bell.set()
    return Reply(201, {"data": {"kind": fault.kind, "minutes": fault.minutes, "changes": made}})


def list_faults(airline: Airline, call: Call) -> Reply:
    """Every switch with how often it was met."""
    return Reply(200, {"data": faults.fault_list(airline)})


def delete_faults(airline: Airline, call: Call) -> Reply:
    """Switch one off, or all."""
    faults.clear_faults(airline, call.keys.get("id"))
    return Reply(204)


def forget_all(airline: Airline, call: Call) -> Reply:
    """An empty airline whose clock is right."""
    airline.store.forget()
    airline.clock.ahead = 0.0
    return Reply(204)


def advance_clock(airline: Airline, call: Call) -> Reply:
    """Move the airline's clock forward: offers and holds expire without waiting."""
    seconds = call.body.get("advance_seconds")
    if not isinstance(seconds, int | float) or isinstance(seconds, bool) or seconds < 0:
        raise invalid("advance_seconds", "'advance_seconds' is a number, not negative.")
    airline.clock.ahead += seconds
    airline.bell.set()
    return Reply(200, {"data": {"now": written(airline.clock.now()), "ahead_seconds": airline.clock.ahead}})


def list_calls(airline: Airline, call: Call) -> Reply:
    """Every call that could have changed something, with the fault it met."""
    rows = airline.store.all("SELECT * FROM calls WHERE number > ? ORDER BY number", int(call.asked("since") or 0))
    return Reply(200, {"data": [{**dict(row), "made": written(row["made"])} for row in rows]})


def list_deliveries(airline: Airline, call: Call) -> Reply:
    """Every webhook delivery and its end."""
    rows = airline.store.all("SELECT * FROM deliveries ORDER BY number")
    shown = ("number", "event", "webhook", "type", "tries", "ended", "status")
    return Reply(200, {"data": [{name: row[name] for name in shown} | {"forged": bool(row["forged"])} for row in rows]})


def send_event(airline: Airline, call: Call) -> Reply:
    """Send an event of any type about any order: `type`, `object`, and `forged` for a wrong signature."""
    kind, told = call.body.get("type"), call.body.get("object") or {}
    if kind not in courier.EVENTS:
        raise invalid("type", f"Events are: {', '.join(courier.EVENTS)}.")
    with airline.store.act():
        if call.body.get("forged"):
            _send_forgery(airline, kind, told)
        else:
            courier.announce(airline, kind, str(told.get("id") or resource_id("key")), told)
    airline.bell.set()
    return Reply(202, {"data": {"type": kind}})


def _send_forgery(airline: Airline, kind: str, told: dict) -> None:
    event = {"api_version": "v2", "type": kind, "data": {"object": told}, "live_mode": False}
    event["created_at"] = written(airline.clock.now())
    for webhook in airline.store.all("SELECT * FROM webhooks WHERE active = 1"):
        courier.forge(airline, {"webhook": webhook["id"], "type": kind, "due": airline.clock.now()}, event)


def telephone_cancel(airline: Airline, call: Call) -> Reply:
    """The airline's clerk cancels an order, ghosts too: what a person does who was told of a ghost."""
    with airline.store.act() as db:
        row = find_order(airline, call.keys["id"], hidden=True)
        question = "UPDATE orders SET cancelled = coalesce(cancelled, ?) WHERE id = ?"
        db.execute(question, (airline.clock.now(), row["id"]))
    return Reply(200, {"data": {"order_id": row["id"], "state": "cancelled"}})
