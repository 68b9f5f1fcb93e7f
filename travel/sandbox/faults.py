"""Switches for what shall go wrong, and the choice of the one that meets a call.

A fault says what goes wrong (`kind`), where (`endpoint`, or everywhere), how often (`count`, or until it is taken
away) and for whom (`match`: a value in the order's metadata, or a passenger's family name).
"""

import json
import sqlite3
from dataclasses import dataclass, fields

from travel.sandbox.airline import Airline, Call
from travel.sandbox.marks import resource_id
from travel.sandbox.refusals import invalid

BOOKING = {"create_order", "create_payment"}
ANYWHERE = frozenset()
# kind: the endpoints it may meet; none named means all
KINDS: dict[str, frozenset[str] | set[str]] = {
    "timeout_before": ANYWHERE,
    "timeout_after": ANYWHERE,
    "reset": ANYWHERE,
    "ghost": BOOKING,
    "late_listing": BOOKING,
    "accepted_202": BOOKING,
    "e500": ANYWHERE,
    "e502_unknown": ANYWHERE,
    "e502_not_created": {"create_order"},
    "e503": ANYWHERE,
    "e504": ANYWHERE,
    "price_changed": BOOKING,
    "offer_expired": {"create_order"},
    "offer_no_longer_available": {"create_order"},
    "rate_limited_429": ANYWHERE,
    "unauthorised_401": ANYWHERE,
    "slow": ANYWHERE,
    "garbled": ANYWHERE,
}
AT_ONCE = "schedule_change"
WEBHOOKS = {"webhook_duplicate", "webhook_forged", "webhook_shuffled", "webhook_dropped"}
SECONDS = {"timeout_before": 120.0, "timeout_after": 120.0, "late_listing": 30.0, "accepted_202": 2.0, "slow": 3.0}
ANSWERS = {0, 201, 500, 502, 503, 504}  # 0: no answer at all


@dataclass
class Fault:
    """One switch, as it was set."""

    kind: str
    endpoint: str = "*"  # the name of an endpoint's function, or everywhere
    count: int | None = None  # so many calls (or events); none: until switched off
    match: dict | None = None  # {"metadata": "value" or {"key": "value"}, "family_name": "name"}
    seconds: float | None = None  # of silence, delay or hiding
    executed: bool = False  # e500, e502_unknown, e503, e504: did the call run?
    moment: str = "before"  # reset: before or after the call runs
    status: int = 504  # ghost, late_listing: what is answered; 0 is silence, 201 success
    outcome: str = "created"  # accepted_202: created or failed
    percent: float = 7.0  # price_changed: so much dearer
    minutes: float = 90.0  # schedule_change: so much later
    order_id: str | None = None  # schedule_change: which order, if not by match
    events: list | None = None  # webhook_…: of which types

    @property
    def wait(self) -> float:
        """Its seconds, or those usual for its kind."""
        return SECONDS.get(self.kind, 0.0) if self.seconds is None else float(self.seconds)

    def meets(self, call: Call, airline: Airline) -> bool:
        """Does it concern this call?"""
        if self.endpoint not in {"*", call.endpoint} or self.kind not in KINDS:
            return False
        if KINDS[self.kind] and call.endpoint not in KINDS[self.kind]:
            return False
        return not self.match or fits(self.match, *subject(airline, call))


def fits(match: dict, metadata: dict, names: set[str]) -> bool:
    """Does an order with this metadata and these family names match?"""
    wanted = match.get("metadata")
    if isinstance(wanted, dict) and any(metadata.get(key) != value for key, value in wanted.items()):
        return False
    if isinstance(wanted, str) and wanted not in metadata.values():
        return False
    family = match.get("family_name")
    return not family or str(family).casefold() in names


def family_names(passengers: object) -> set[str]:
    """Casefolded family names of a list of passengers."""
    listed = passengers if isinstance(passengers, list) else []
    return {str(one.get("family_name", "")).casefold() for one in listed if isinstance(one, dict)}


def subject(airline: Airline, call: Call) -> tuple[dict, set[str]]:
    """Metadata and family names of the order that a call is about."""
    body = call.body.get("data") if isinstance(call.body, dict) else None
    wish = body if isinstance(body, dict) else {}
    if call.endpoint == "create_order":
        return wish.get("metadata") or {}, family_names(wish.get("passengers"))
    about = call.keys.get("id") or wish.get("order_id") or call.asked("order_id")
    row = airline.store.one("SELECT * FROM orders WHERE id = ?", order_of(airline, str(about)))
    if row is None:  # a search by name is about whoever bears it
        return {}, {
            word.casefold() for name in call.query.get("passenger_name[]", []) for word in (name, *name.split())
        }
    return json.loads(row["metadata"]), family_names(json.loads(row["body"])["passengers"])


def order_of(airline: Airline, thing: str) -> str:
    """The order to which a cancellation, change or payment belongs; an order's id stays itself."""
    tables = {"ore_": "cancellations", "aic_": "changes", "pay_": "payments"}
    table = tables.get(thing[:4])
    if table is None:
        return thing
    row = airline.store.one(f"SELECT order_id FROM {table} WHERE id = ?", thing)  # noqa: S608 - own words
    return row["order_id"] if row else ""


def read_fault(wish: dict) -> Fault:
    """A switch from JSON, or a refusal that says what is wrong with it."""
    known = {one.name for one in fields(Fault)}
    if strange := set(wish) - known:
        raise invalid(strange.pop(), f"A fault has these fields: {', '.join(sorted(known))}.")
    if wish.get("kind") not in {*KINDS, *WEBHOOKS, AT_ONCE}:
        raise invalid("kind", f"Kinds of fault: {', '.join([*KINDS, AT_ONCE, *sorted(WEBHOOKS)])}.")
    fault = Fault(**wish)
    if fault.count is not None and (not isinstance(fault.count, int) or fault.count < 1):
        raise invalid("count", "'count' is a number of calls, or absent: always.")
    if fault.match is not None and not set(fault.match) <= {"metadata", "family_name"}:
        raise invalid("match", "'match' takes 'metadata' and 'family_name'.")
    allowed = KINDS.get(fault.kind)
    if allowed and fault.endpoint != "*" and fault.endpoint not in allowed:
        raise invalid("endpoint", f"'{fault.kind}' may only meet {', '.join(sorted(allowed))}.")
    if fault.moment not in {"before", "after"} or fault.outcome not in {"created", "failed"}:
        raise invalid("moment", "'moment' is before or after, 'outcome' is created or failed.")
    if fault.status not in ANSWERS:
        raise invalid("status", "'status' is 0 (no answer), 201, 500, 502, 503 or 504.")
    return fault


def set_fault(airline: Airline, fault: Fault) -> str:
    """Switch it on."""
    fault_id = resource_id("flt")
    airline.store.add("faults", id=fault_id, body=vars(fault), remaining=fault.count)
    return fault_id


def _live(airline: Airline) -> list[sqlite3.Row]:
    return airline.store.all("SELECT * FROM faults WHERE remaining IS NULL OR remaining > 0 ORDER BY number")


def _play(airline: Airline, row: sqlite3.Row) -> None:
    question = "UPDATE faults SET remaining = remaining - 1, played = played + 1 WHERE number = ?"
    with airline.store.act() as db:
        db.execute(question, (row["number"],))


def take(airline: Airline, call: Call) -> Fault | None:
    """The first live switch that meets this call, counted down."""
    with airline.store.act():
        for row in _live(airline):
            fault = Fault(**json.loads(row["body"]))
            if fault.meets(call, airline):
                _play(airline, row)
                return fault
    return None


def take_for_event(airline: Airline, event: str) -> dict[str, Fault]:
    """Every live switch on webhooks that meets an event of this type, by kind."""
    met = {}
    for row in _live(airline):
        fault = Fault(**json.loads(row["body"]))
        if fault.kind in WEBHOOKS and fault.kind not in met and (not fault.events or event in fault.events):
            _play(airline, row)
            met[fault.kind] = fault
    return met


def fault_list(airline: Airline) -> list[dict]:
    """Every switch, spent ones too."""
    rows = airline.store.all("SELECT * FROM faults ORDER BY number")
    return [
        {"id": row["id"], **json.loads(row["body"]), "remaining": row["remaining"], "played": row["played"]}
        for row in rows
    ]


def clear_faults(airline: Airline, fault_id: str | None = None) -> None:
    """Switch one off, or all."""
    with airline.store.act() as db:
        db.execute("DELETE FROM faults WHERE id = ? OR ? IS NULL", (fault_id, fault_id))
