"""Webhooks: events written down with the act they tell of, signed as Duffel signs, delivered until answered.

Signature: `X-Duffel-Signature: t=<unix seconds>,v1=<hex>,v2=<hex>`, both HMAC-SHA256 of `<t>.<raw body>` with the
webhook's secret.
"""

import hashlib
import hmac
import json
import sqlite3
import time
import urllib.error
import urllib.request

from travel.sandbox.airline import Airline
from travel.sandbox.clock import written
from travel.sandbox.faults import take_for_event
from travel.sandbox.marks import resource_id

EVENTS = (
    "order.created",
    "order.creation_failed",
    "order.airline_initiated_change_detected",
    "air.order.changed",
    "payment.created",
    "air.payment.pending",
    "air.payment.failed",
    "order_cancellation.created",
    "order_cancellation.confirmed",
    "ping.triggered",
)
MOST_TRIES = 15
PATIENCE = 5.0  # seconds a receiver has for its answer
SWAP_SECONDS = 1.5


def announce(airline: Airline, kind: str, key: str, told: dict, *, later: float = 0.0) -> None:
    """Write an event down for every address that wants it; faults may double, forge, delay or drop it."""
    now = airline.clock.now()
    event = {
        "id": resource_id("wev"),
        "api_version": "v2",
        "type": kind,
        "data": {"object": told},
        "live_mode": False,
        "idempotency_key": key,
        "created_at": written(now),
        "identity_organisation_id": "org_0000sandboxairline0001",
    }
    faults = take_for_event(airline, kind)
    for webhook in airline.store.all("SELECT * FROM webhooks WHERE active = 1"):
        if kind in json.loads(webhook["events"]):
            _write(airline, webhook["id"], event, now + later, faults)


def _write(airline: Airline, webhook: str, event: dict, due: float, faults: dict) -> None:
    """The deliveries of one event to one address."""
    if "webhook_shuffled" in faults:  # every second event waits, so that pairs change places
        count = airline.store.one("SELECT count(*) AS sent FROM deliveries WHERE webhook = ?", webhook)["sent"]
        due += SWAP_SECONDS * (count % 2 == 0)
    ended = "dropped" if "webhook_dropped" in faults else None
    columns = {"webhook": webhook, "type": event["type"], "due": due}
    airline.store.add("deliveries", event=event["id"], body=json.dumps(event), ended=ended, **columns)
    if "webhook_duplicate" in faults and not ended:
        airline.store.add("deliveries", event=event["id"], body=json.dumps(event), **columns)
    if "webhook_forged" in faults:
        forge(airline, columns, event)


def forge(airline: Airline, columns: dict, event: dict) -> None:
    """An event that somebody else made up: its own id, the airline's words, a wrong signature."""
    false = event | {"id": resource_id("wev"), "idempotency_key": resource_id("ord")}
    airline.store.add("deliveries", event=false["id"], body=json.dumps(false), forged=1, **columns)


def signature(secret: str, body: bytes, moment: int) -> str:
    """The header's value."""
    seal = hmac.new(secret.encode(), f"{moment}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={moment},v1={seal},v2={seal}"


def deliver_due(airline: Airline) -> None:
    """Deliver what is due, oldest first."""
    question = (
        "SELECT d.*, w.url, w.secret FROM deliveries d JOIN webhooks w ON w.id = d.webhook "
        "WHERE d.ended IS NULL AND d.due <= ? ORDER BY d.due, d.number LIMIT 50"
    )
    for row in airline.store.all(question, airline.clock.now()):
        if airline.closing.is_set():
            return
        _note(airline, row, _post(row))


def _post(row: sqlite3.Row) -> int:
    """Send one; the status of the answer, 0 if there was none."""
    body, moment = row["body"].encode(), int(time.time())
    secret = "not the secret" if row["forged"] else row["secret"]
    headers = {"Content-Type": "application/json", "X-Duffel-Signature": signature(secret, body, moment)}
    request = urllib.request.Request(row["url"], body, {**headers, "User-Agent": "Duffel/sandbox"})  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - the address was registered
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code
    except (OSError, ValueError):
        return 0


def _note(airline: Airline, row: sqlite3.Row, status: int) -> None:
    """Delivered, or again later with growing patience; a forger does not try twice."""
    tries = row["tries"] + 1
    ended = "delivered" if 200 <= status < 300 else "given_up" if row["forged"] or tries >= MOST_TRIES else None
    due = airline.clock.now() + min(60.0, 0.5 * 2**tries)
    question = "UPDATE deliveries SET tries = ?, status = ?, ended = ?, due = ? WHERE number = ?"
    with airline.store.act() as db:
        db.execute(question, (tries, status, ended, due, row["number"]))
