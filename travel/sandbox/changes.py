"""Changes of schedule by the airline: flights that leave later, and what the customer says to that."""

import copy
import json
import sqlite3
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from travel.sandbox import rendering
from travel.sandbox.airline import Airline, Call, Reply, page
from travel.sandbox.courier import announce
from travel.sandbox.marks import resource_id
from travel.sandbox.refusals import invalid, not_found, wrong_state

ACTIONS = {"accepted", "cancelled", "changed"}


def later(text: str, time_zone: str, minutes: float) -> str:
    """A local time so many real minutes later, on the same airport's clock."""
    moment = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(time_zone)).astimezone(UTC)
    return f"{(moment + timedelta(minutes=minutes)).astimezone(ZoneInfo(time_zone)):%Y-%m-%dT%H:%M:%S}"


def delayed(one: dict, minutes: float) -> dict:
    """A slice whose every flight leaves and arrives later, with new ids."""
    moved = copy.deepcopy(one) | {"id": resource_id("sli")}
    for segment in moved["segments"]:
        segment["id"] = resource_id("seg")
        segment["departing_at"] = later(segment["departing_at"], segment["origin"]["time_zone"], minutes)
        segment["arriving_at"] = later(segment["arriving_at"], segment["destination"]["time_zone"], minutes)
    return moved


def change_schedule(airline: Airline, order: sqlite3.Row, minutes: float) -> str:
    """The airline moves the flights of an order; the customer is told and may accept."""
    change_id = resource_id("aic")
    slices = json.loads(order["body"])["slices"]
    airline.store.add(
        "changes",
        id=change_id,
        order_id=order["id"],
        made=airline.clock.now(),
        added=[delayed(one, minutes) for one in slices],
        removed=slices,
    )
    if not order["ghost"]:
        told = {"id": order["id"], "order_id": order["id"], "aic_id": change_id}
        announce(airline, "order.airline_initiated_change_detected", change_id, told)
    return change_id


def _find(airline: Airline, change_id: str) -> sqlite3.Row:
    row = airline.store.one("SELECT * FROM changes WHERE id = ?", change_id)
    if row is None:
        raise not_found()
    return row


def list_changes(airline: Airline, call: Call) -> Reply:
    """Changes of one order, or of all."""
    question = "SELECT * FROM changes WHERE ? IN ('', order_id) ORDER BY number"
    return page(call, [rendering.change_body(row) for row in airline.store.all(question, call.asked("order_id"))])


def accept_change(airline: Airline, call: Call) -> Reply:
    """The customer accepts: the new flights become the order's."""
    return _take(airline, call.keys["id"], "accepted")


def edit_change(airline: Airline, call: Call) -> Reply:
    """The customer tells what was agreed with the airline by other means."""
    action = call.fields().get("action_taken")
    if action not in ACTIONS:
        raise invalid("action_taken", f"'{action}' is not an action.", "validation_inclusion")
    return _take(airline, call.keys["id"], action)


def _take(airline: Airline, change_id: str, action: str) -> Reply:
    now = airline.clock.now()
    with airline.store.act() as db:
        row = _find(airline, change_id)
        if row["taken"]:
            raise wrong_state("already_actioned", "An action has already been taken on this change.")
        db.execute("UPDATE changes SET taken = ?, taken_at = ? WHERE id = ?", (action, now, change_id))
        if action == "accepted":
            order = airline.store.one("SELECT * FROM orders WHERE id = ?", row["order_id"])
            body = json.dumps(json.loads(order["body"]) | {"slices": json.loads(row["added"])})
            db.execute("UPDATE orders SET body = ?, synced = ? WHERE id = ?", (body, now, order["id"]))
            announce(airline, "air.order.changed", change_id, {"id": order["id"], "order_id": order["id"]})
    airline.bell.set()
    return Reply(200, {"data": rendering.change_body(_find(airline, change_id))})
