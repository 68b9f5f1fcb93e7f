"""Payments of held orders, from the customer's balance."""

import contextlib
from decimal import Decimal, InvalidOperation

from travel.sandbox import rendering
from travel.sandbox.airline import Airline, Call, Reply, Secrecy, page
from travel.sandbox.courier import announce
from travel.sandbox.marks import resource_id
from travel.sandbox.refusals import invalid, missing, not_found, wrong_state

KINDS = {"balance", "arc_bsp_cash", "card"}


def check_amount(payment: dict, amount: str, currency: str, *, whose: str = "order") -> None:
    """The money offered must be exactly the money asked."""
    for name in ("type", "amount", "currency"):
        if not payment.get(name):
            raise missing(f"payment/{name}")
    if payment["type"] not in KINDS:
        raise invalid("payment/type", f"'{payment['type']}' is not a type of payment.", "validation_inclusion")
    if payment["currency"] != currency:
        code = f"payment_currency_does_not_match_{whose}_currency"
        raise invalid("payment/currency", f"The currency must be {currency}.", code)
    offered = None
    with contextlib.suppress(InvalidOperation):
        offered = Decimal(str(payment["amount"]))
    if offered != Decimal(amount):
        code = f"payment_amount_does_not_match_{whose}_amount"
        raise invalid("payment/amount", f"The amount must be the total of the {whose}.", code)


def add_payment(airline: Airline, order_id: str, payment: dict, secrecy: Secrecy) -> str:
    """Take the money; a ghost's money is taken too, only the API does not know."""
    now, payment_id = airline.clock.now(), resource_id("pay")
    airline.store.add(
        "payments",
        id=payment_id,
        order_id=order_id,
        kind=payment["type"],
        amount=str(payment["amount"]),
        currency=payment["currency"],
        made=now,
        listed=now + secrecy.seconds,
        ghost=int(secrecy.ghost),
        fault=secrecy.fault,
    )
    return payment_id


def create_payment(airline: Airline, call: Call) -> Reply:
    """Pay for a held order: exactly its total, once, in time."""
    with airline.store.act():
        payment_id = pay_order(airline, call)
    airline.bell.set()
    return Reply(201, {"data": rendering.payment_body(_row(airline, payment_id))})


def _row(airline: Airline, payment_id: str) -> object:
    return airline.store.one("SELECT * FROM payments WHERE id = ?", payment_id)


def pay_order(airline: Airline, call: Call) -> str:
    """Check that the order may be paid, then take the money."""
    wish = call.fields()
    if not wish.get("order_id"):
        raise missing("order_id")
    order, payment = payable_order(airline, str(wish["order_id"])), wish.get("payment")
    if not isinstance(payment, dict):
        raise missing("payment")
    check_amount(payment, order["total_amount"], order["total_currency"])
    payment_id = add_payment(airline, order["id"], payment, call.secrecy)
    if not call.secrecy.ghost:
        told = {"id": payment_id, "order_id": order["id"], "status": "succeeded"}
        announce(airline, "payment.created", payment_id, told, later=call.secrecy.seconds)
    return payment_id


def payable_order(airline: Airline, order_id: str) -> dict:
    """The order, if money may still be taken for it."""
    row = airline.store.one("SELECT * FROM orders WHERE id = ? AND ghost = 0", order_id)
    if row is None:
        raise not_found()
    if row["kind"] != "hold":
        raise invalid("order_id", "This order isn't a hold order.", "order_type_not_eligible_for_payment")
    if row["cancelled"] is not None:
        raise wrong_state("already_cancelled", "This order has been cancelled.")
    if airline.store.one("SELECT 1 FROM payments WHERE order_id = ? AND ghost = 0", order_id):
        raise wrong_state("already_paid", "This order has already been paid for.")
    if airline.store.one("SELECT 1 FROM pending WHERE request = ?", order_id):
        raise wrong_state("already_paid", "A payment for this order is pending.")
    if row["pay_by"] <= airline.clock.now():
        raise wrong_state("past_payment_required_by_date", "The order's payment_required_by date has elapsed.")
    if airline.store.one("SELECT 1 FROM changes WHERE order_id = ? AND taken IS NULL", order_id):
        raise wrong_state("schedule_changed", "This order has been changed on the airline's side.")
    return rendering.order_body(airline, row)


def list_payments(airline: Airline, call: Call) -> Reply:
    """The payments of one order, or of all."""
    clauses, values = "ghost = 0 AND listed <= :now", {"now": airline.clock.now()}
    if call.asked("order_id"):
        clauses, values = clauses + " AND order_id = :order_id", values | {"order_id": call.asked("order_id")}
    question = f"SELECT * FROM payments WHERE {clauses} ORDER BY number DESC"  # noqa: S608 - own words
    return page(call, [rendering.payment_body(row) for row in airline.store.all(question, **values)])


def get_payment(airline: Airline, call: Call) -> Reply:
    """One payment."""
    question = "SELECT * FROM payments WHERE id = ? AND ghost = 0 AND listed <= ?"
    row = airline.store.one(question, call.keys["id"], airline.clock.now())
    if row is None:
        raise not_found()
    return Reply(200, {"data": rendering.payment_body(row)})
