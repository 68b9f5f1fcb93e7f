"""Orders: made from an offer, held or paid at once, found again, and shown as the API writes them."""

import json
import sqlite3

from travel.sandbox.airline import Airline, Call, Reply, page
from travel.sandbox.clock import read
from travel.sandbox.courier import announce
from travel.sandbox.manifest import no_services, read_manifest, read_metadata
from travel.sandbox.marks import booking_reference, resource_id
from travel.sandbox.payments import add_payment, check_amount
from travel.sandbox.refusals import invalid, missing, not_found, wrong_state
from travel.sandbox.rendering import order_body

AWAITING = (
    "kind = 'hold' AND cancelled IS NULL AND pay_by > :now AND NOT EXISTS "
    "(SELECT 1 FROM payments p WHERE p.order_id = orders.id AND p.ghost = 0 AND p.listed <= :now)"
)
SORTS = {
    "": "number DESC",
    "created_at": "number",
    "-created_at": "number DESC",
    "payment_required_by": "pay_by, number",
    "-payment_required_by": "pay_by DESC, number",
    "pay_by": "pay_by, number",
    "-pay_by": "pay_by DESC, number",
    "total_amount": "CAST(json_extract(body, '$.total_amount') AS REAL), number",
    "-total_amount": "CAST(json_extract(body, '$.total_amount') AS REAL) DESC, number",
}


def create_order(airline: Airline, call: Call) -> Reply:
    """Book an offer: `hold` keeps seats until `payment_required_by`, `instant` pays from the balance at once."""
    with airline.store.act():
        row = open_order(airline, call)
    airline.bell.set()
    return Reply(201, {"data": order_body(airline, row)})


def open_order(airline: Airline, call: Call) -> sqlite3.Row:
    """Check everything, then write the order into the ledger; hidden if a fault says so."""
    wish, now = call.fields(), airline.clock.now()
    offer, request = read_offer(airline, wish, now)
    kind = wish.get("type") or "instant"
    check_terms(kind, wish, offer)
    passengers = read_manifest(wish.get("passengers"), offer)
    no_services(wish.get("services"))
    metadata, secrecy = read_metadata(wish.get("metadata")), call.secrecy
    order_id = resource_id("ord")
    airline.store.add(
        "orders",
        id=order_id,
        request=request,
        offer=offer["id"],
        reference=_fresh_reference(airline),
        kind=kind,
        made=now,
        synced=now,
        **_deadlines(kind, offer["payment_requirements"]),
        listed=now + secrecy.seconds,
        ghost=int(secrecy.ghost),
        fault=secrecy.fault,
        names=_names(passengers),
        metadata=metadata,
        body=_kept(offer, passengers),
    )
    if kind == "instant":
        add_payment(airline, order_id, wish["payments"][0], secrecy)
    row = find_order(airline, order_id, hidden=True)
    if not secrecy.ghost:
        announce(airline, "order.created", order_id, _short(row), later=secrecy.seconds)
    return row


def _deadlines(kind: str, requirements: dict) -> dict:
    """Until when a held order keeps seats and price."""
    if kind == "instant":
        return {"pay_by": None, "guaranteed": None}
    kept = {"pay_by": "payment_required_by", "guaranteed": "price_guarantee_expires_at"}
    return {column: read(requirements[name]) for column, name in kept.items()}


def _names(passengers: list[dict]) -> str:
    """Every full name, for searches."""
    return "|" + "|".join(f"{one['given_name']} {one['family_name']}".casefold() for one in passengers) + "|"


def read_offer(airline: Airline, wish: dict, now: float) -> tuple[dict, str]:
    """The selected offer and its request, if it may still be booked."""
    chosen = wish.get("selected_offers")
    if not isinstance(chosen, list) or len(chosen) != 1:
        raise invalid("selected_offers", "Exactly one offer must be selected.", "validation_length")
    row = airline.store.one("SELECT * FROM offers WHERE id = ?", str(chosen[0]))
    if row is None:
        raise not_found()
    if airline.store.one("SELECT 1 FROM orders WHERE request = ? AND ghost = 0", row["request"]) or airline.store.one(
        "SELECT 1 FROM pending WHERE request = ?", row["request"]
    ):
        raise wrong_state("offer_request_already_booked", "An offer of this offer request has already been booked.")
    if row["gone"]:
        raise wrong_state("offer_no_longer_available", "The airline no longer sells this offer. Please search again.")
    if row["expires"] <= now:
        raise wrong_state("offer_expired", "This offer has expired. Please search again.")
    return json.loads(row["body"]), row["request"]


def check_terms(kind: str, wish: dict, offer: dict) -> None:
    """Hold or instant, and the money that goes with it."""
    if kind not in {"hold", "instant"}:
        raise invalid("type", f"'{kind}' is not a type of order.", "validation_inclusion")
    if kind == "hold":
        if offer["payment_requirements"]["requires_instant_payment"]:
            raise invalid("type", "This offer must be paid at once.", "offer_requires_instant_payment")
        if wish.get("payments"):
            raise invalid("payments", "A hold order is paid later.", "validation_absence")
        return
    payments = wish.get("payments")
    if not isinstance(payments, list) or len(payments) != 1:
        raise missing("payments")
    check_amount(payments[0], offer["total_amount"], offer["total_currency"], whose="offer")


def _fresh_reference(airline: Airline) -> str:
    while True:
        reference = booking_reference()
        if airline.store.one("SELECT 1 FROM orders WHERE reference = ?", reference) is None:
            return reference


def _kept(offer: dict, passengers: list[dict]) -> dict:
    """What an order keeps of its offer."""
    same = ("slices", "owner", "conditions", "private_fares")
    money = (f"{part}_{unit}" for part in ("total", "tax", "base") for unit in ("amount", "currency"))
    return {name: offer[name] for name in (*same, *money)} | {"passengers": passengers}


def _short(row: sqlite3.Row) -> dict:
    """What a webhook tells of an order: enough to fetch it, no passengers."""
    return {
        "id": row["id"],
        "order_id": row["id"],
        "offer_id": row["offer"],
        "booking_reference": row["reference"],
        "metadata": json.loads(row["metadata"]),
        "live_mode": False,
    }


def find_order(airline: Airline, order_id: str, *, hidden: bool = False) -> sqlite3.Row:
    """An order by its id; a ghost only where `hidden` ones may be seen."""
    row = airline.store.one("SELECT * FROM orders WHERE id = ?", order_id)
    if row is None or (row["ghost"] and not hidden):
        raise not_found()
    return row


def get_order(airline: Airline, call: Call) -> Reply:
    """One order, known as soon as it is made unless it is a ghost."""
    return Reply(200, {"data": order_body(airline, find_order(airline, call.keys["id"]))})


def list_orders(airline: Airline, call: Call) -> Reply:
    """Orders by passenger, reference, offer or awaiting payment; newest first."""
    clauses, values = ["ghost = 0", "listed <= :now"], {"now": airline.clock.now()}
    for column, name in (("reference", "booking_reference"), ("offer", "offer_id")):
        if call.asked(name):
            clauses.append(f"{column} = :{name}")
            values[name] = call.asked(name)
    if call.asked("awaiting_payment") == "true":
        clauses.append(AWAITING)
    names = [name.casefold() for name in call.query.get("passenger_name[]", []) if name.strip()]
    if names:
        clauses.append("(" + " OR ".join(f"instr(names, :name{place})" for place in range(len(names))) + ")")
        values |= {f"name{place}": name for place, name in enumerate(names)}
    if call.asked("sort") not in SORTS:
        raise invalid("sort", f"'{call.asked('sort')}' is not a way to sort orders.", "validation_inclusion")
    question = f"SELECT id FROM orders WHERE {' AND '.join(clauses)} ORDER BY {SORTS[call.asked('sort')]}"  # noqa: S608 - own words
    found = airline.store.all(question, **values)
    reply = page(call, [{"id": row["id"]} for row in found])
    reply.body["data"] = [order_body(airline, find_order(airline, one["id"])) for one in reply.body["data"]]
    return reply


def edit_order(airline: Airline, call: Call) -> Reply:
    """Only the metadata of an order may be edited."""
    wish = call.fields()
    if "metadata" not in wish:
        raise missing("metadata")
    metadata = json.dumps(read_metadata(wish["metadata"]))
    with airline.store.act() as db:
        find_order(airline, call.keys["id"])
        db.execute("UPDATE orders SET metadata = ? WHERE id = ?", (metadata, call.keys["id"]))
    return Reply(200, {"data": order_body(airline, find_order(airline, call.keys["id"]))})
