"""Calls answered 202: accepted now, carried out later, their outcome told by webhook."""

import base64
import json
import sqlite3

from travel.sandbox.airline import Airline, Call, Reply, Secrecy
from travel.sandbox.courier import announce
from travel.sandbox.marks import resource_id
from travel.sandbox.orders import check_terms, open_order, read_offer
from travel.sandbox.payments import pay_order, payable_order
from travel.sandbox.refusals import Refusal


def accept(airline: Airline, call: Call, *, seconds: float, outcome: str) -> Reply:
    """Check what can be checked at once, keep the call, answer 202."""
    wish, now = call.fields(), airline.clock.now()
    kept = {"endpoint": call.endpoint, "body": call.body, "fault": call.secrecy.fault}
    with airline.store.act():
        if call.endpoint == "create_order":
            offer, holder = read_offer(airline, wish, now)
            check_terms(wish.get("type") or "instant", wish, offer)
            shown = {"id": resource_id("por"), "offer_id": offer["id"], "metadata": wish.get("metadata") or {}}
        else:
            holder = payable_order(airline, str(wish.get("order_id")))["id"]
            shown = {"id": resource_id("ppa"), "order_id": holder, "status": "pending"}
            announce(airline, "air.payment.pending", shown["id"], shown)
        airline.store.add("pending", id=shown["id"], request=holder, due=now + seconds, outcome=outcome, call=kept)
    airline.bell.set()
    return Reply(202, {"data": shown | {"live_mode": False}})


def settle_due(airline: Airline) -> None:
    """Carry out what is due."""
    for row in airline.store.all("SELECT * FROM pending WHERE due <= ?", airline.clock.now()):
        with airline.store.act() as db:
            db.execute("DELETE FROM pending WHERE id = ?", (row["id"],))
            if row["outcome"] == "failed" or not _carry_out(airline, row):
                _tell_failure(airline, row)


def _carry_out(airline: Airline, row: sqlite3.Row) -> bool:
    kept = json.loads(row["call"])
    call = Call(kept["endpoint"], body=kept["body"], secrecy=Secrecy(fault=kept["fault"]))
    try:
        open_order(airline, call) if call.endpoint == "create_order" else pay_order(airline, call)
    except Refusal:
        return False
    return True


def _tell_failure(airline: Airline, row: sqlite3.Row) -> None:
    kept = json.loads(row["call"])
    wish = kept["body"]["data"]
    key = base64.b64encode(f"failed-{row['id']}".encode()).decode()
    if kept["endpoint"] == "create_order":
        told = {"offer_id": wish["selected_offers"][0], "metadata": wish.get("metadata") or {}, "live_mode": False}
        announce(airline, "order.creation_failed", key, told)
    else:
        announce(airline, "air.payment.failed", key, {"id": row["id"], "order_id": row["request"], "status": "failed"})
