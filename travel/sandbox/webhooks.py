"""Addresses to which events go, each with its own secret."""

import json
import secrets
import sqlite3

from travel.sandbox.airline import Airline, Call, Reply, page
from travel.sandbox.clock import written
from travel.sandbox.courier import EVENTS, announce
from travel.sandbox.marks import resource_id
from travel.sandbox.refusals import invalid, missing, not_found

HOUSE = "whk_0000flagged"  # the address named when the airline was started


def register_house(airline: Airline) -> None:
    """The address of `--webhook-url`, with the secret both sides know beforehand."""
    with airline.store.act() as db:
        db.execute("DELETE FROM webhooks WHERE id = ?", (HOUSE,))
        if airline.terms.webhook_url:
            _add(airline, HOUSE, airline.terms.webhook_url, list(EVENTS), airline.terms.webhook_secret)


def _add(airline: Airline, webhook_id: str, url: str, events: list[str], secret: str) -> None:
    now = airline.clock.now()
    airline.store.add("webhooks", id=webhook_id, url=url, events=events, secret=secret, active=1, made=now, changed=now)


def webhook_body(row: sqlite3.Row, *, with_secret: bool = False) -> dict:
    """A webhook as the API writes it; its secret is told once."""
    return {
        "id": row["id"],
        "url": row["url"],
        "events": json.loads(row["events"]),
        "active": bool(row["active"]),
        "live_mode": False,
        "created_at": written(row["made"]),
        "updated_at": written(row["changed"]),
        **({"secret": row["secret"]} if with_secret else {}),
    }


def _find(airline: Airline, webhook_id: str) -> sqlite3.Row:
    row = airline.store.one("SELECT * FROM webhooks WHERE id = ?", webhook_id)
    if row is None:
        raise not_found()
    return row


def create_webhook(airline: Airline, call: Call) -> Reply:
    """Register an address."""
    wish = call.fields()
    url, events = str(wish.get("url") or ""), wish.get("events")
    if not url.startswith(("http://", "https://")):
        raise invalid("url", "Field 'url' must be an address.")
    if not isinstance(events, list) or not set(events) <= set(EVENTS):
        raise invalid("events", f"Events are: {', '.join(EVENTS)}.", "validation_inclusion")
    webhook_id = resource_id("whk")
    _add(airline, webhook_id, url, events, secrets.token_urlsafe(24))
    return Reply(201, {"data": webhook_body(_find(airline, webhook_id), with_secret=True)})


def list_webhooks(airline: Airline, call: Call) -> Reply:
    """Every address."""
    return page(call, [webhook_body(row) for row in airline.store.all("SELECT * FROM webhooks ORDER BY made")])


def edit_webhook(airline: Airline, call: Call) -> Reply:
    """Switch an address on or off."""
    active = call.fields().get("active")
    if active is None:
        raise missing("active")
    question = "UPDATE webhooks SET active = ?, changed = ? WHERE id = ?"
    with airline.store.act() as db:
        db.execute(question, (int(bool(active)), airline.clock.now(), call.keys["id"]))
    return Reply(200, {"data": webhook_body(_find(airline, call.keys["id"]))})


def delete_webhook(airline: Airline, call: Call) -> Reply:
    """Forget an address."""
    with airline.store.act() as db:
        db.execute("DELETE FROM webhooks WHERE id = ?", (call.keys["id"],))
    return Reply(204)


def ping_webhook(airline: Airline, call: Call) -> Reply:
    """A trial event."""
    row = _find(airline, call.keys["id"])
    announce(airline, "ping.triggered", resource_id("png"), {"webhook_id": row["id"]})
    airline.bell.set()
    return Reply(204)
