"""What each fault makes of a call. `act` is the call itself: whether it runs is the point."""

import contextlib
import json
from collections.abc import Callable
from decimal import Decimal

from travel.sandbox import fares, offers, pending
from travel.sandbox.airline import Airline, Call, Reply, Secrecy
from travel.sandbox.faults import Fault
from travel.sandbox.refusals import Refusal, broken, unauthorised, wrong_state

Act = Callable[[], Reply]
BROKEN = {
    500: ("internal_server_error", "Something went wrong on our side."),
    502: ("bad_gateway", "The airline's system gave an answer that could not be understood."),
    503: ("service_unavailable", "There is a temporary problem."),
    504: ("gateway_timeout", "The airline's system did not answer in time."),
}


def play(airline: Airline, call: Call, fault: Fault, act: Act) -> Reply:
    """Let a fault have its way with a call."""
    return PLAYS[fault.kind](airline, call, fault, act)


def _mark(call: Call, fault: Fault) -> None:
    """The ledger shall name the fault that an order met."""
    call.secrecy.fault = fault.kind


def _failure(status: int) -> Refusal:
    code, message = BROKEN[status]
    return broken(status, code, message, "airline_error" if status == 502 else "api_error")


def timeout_before(airline: Airline, call: Call, fault: Fault, act: Act) -> Reply:
    """Nothing runs, nothing is answered."""
    return Reply(silence=fault.wait)


def timeout_after(airline: Airline, call: Call, fault: Fault, act: Act) -> Reply:
    """It runs, and nothing is answered."""
    _mark(call, fault)
    with contextlib.suppress(Refusal):
        act()
    return Reply(silence=fault.wait)


def reset(airline: Airline, call: Call, fault: Fault, act: Act) -> Reply:
    """The connection is torn before or after it runs."""
    _mark(call, fault)
    if fault.moment == "after":
        with contextlib.suppress(Refusal):
            act()
    return Reply(torn=True)


def _hidden(call: Call, fault: Fault, act: Act, secrecy: Secrecy) -> Reply:
    """It runs out of the API's sight, and is answered as the fault says."""
    call.secrecy = secrecy
    reply = act()
    if fault.status == 201:
        return reply
    if fault.status == 0:
        return Reply(silence=120.0)
    raise _failure(fault.status)


def ghost(airline: Airline, call: Call, fault: Fault, act: Act) -> Reply:
    """It exists at the airline and the API never knows of it."""
    return _hidden(call, fault, act, Secrecy(ghost=True, fault=fault.kind))


def late_listing(airline: Airline, call: Call, fault: Fault, act: Act) -> Reply:
    """It exists, and lists show it only after some seconds."""
    return _hidden(call, fault, act, Secrecy(seconds=fault.wait, fault=fault.kind))


def accepted(airline: Airline, call: Call, fault: Fault, act: Act) -> Reply:
    """202: a webhook tells later whether it was made."""
    _mark(call, fault)
    return pending.accept(airline, call, seconds=fault.wait, outcome=fault.outcome)


def failing(status: int) -> Callable[[Airline, Call, Fault, Act], Reply]:
    """An error that does not say whether the call ran; `executed` says it to us."""

    def fail(airline: Airline, call: Call, fault: Fault, act: Act) -> Reply:
        _mark(call, fault)
        if fault.executed:
            act()
        raise _failure(status)

    return fail


def not_created(airline: Airline, call: Call, fault: Fault, act: Act) -> Reply:
    """The one failure with a guarantee: no order, no payment."""
    raise broken(502, "order_not_created", "The order was not created and you were not charged.", "airline_error")


def price_changed(airline: Airline, call: Call, fault: Fault, act: Act) -> Reply:
    """The price rises between offer and booking, or between hold and payment."""
    table, thing = "offers", str((call.fields().get("selected_offers") or [""])[0])
    if call.endpoint == "create_payment":
        table, thing = "orders", str(call.fields().get("order_id"))
    with airline.store.act() as db:
        row = airline.store.one(f"SELECT body FROM {table} WHERE id = ?", thing)  # noqa: S608 - own words
        if row is None:
            return act()
        body = json.loads(row["body"])
        dearer = Decimal(body["total_amount"]) * (1 + Decimal(str(fault.percent)) / 100)
        body |= offers.amounts(fares.money(dearer))
        db.execute(f"UPDATE {table} SET body = ? WHERE id = ?", (json.dumps(body), thing))  # noqa: S608 - own words
    raise wrong_state("price_changed", "The price has changed. Please fetch the latest price and try again.")


def offer_gone(airline: Airline, call: Call, fault: Fault, act: Act) -> Reply:
    """The offer has expired, or its seats are sold."""
    offer = str((call.fields().get("selected_offers") or [""])[0])
    with airline.store.act() as db:
        expired = fault.kind == "offer_expired"
        change = "expires = min(expires, ?)" if expired else "gone = 1 + 0 * ?"
        db.execute(f"UPDATE offers SET {change} WHERE id = ?", (airline.clock.now() - 1, offer))  # noqa: S608 - own words
    raise wrong_state(fault.kind, "This offer can no longer be booked. Please search again.")


def rate_limited(airline: Airline, call: Call, fault: Fault, act: Act) -> Reply:
    """Too many calls; try again in a while."""
    raise Refusal(429, "rate_limit_error", "rate_limit_exceeded", "Too many requests.")


def unknown_token(airline: Airline, call: Call, fault: Fault, act: Act) -> Reply:
    """The token is no longer good."""
    raise unauthorised("expired_access_token")


def slow(airline: Airline, call: Call, fault: Fault, act: Act) -> Reply:
    """It takes its time, then runs."""
    airline.closing.wait(fault.wait)
    return act()


def garbled(airline: Airline, call: Call, fault: Fault, act: Act) -> Reply:
    """It runs, and the answer cannot be read."""
    _mark(call, fault)
    reply = act()
    return Reply(reply.status, json.dumps(reply.body).encode()[:60] + b'\xff\xfe<html>"')


PLAYS: dict[str, Callable[[Airline, Call, Fault, Act], Reply]] = {
    "timeout_before": timeout_before,
    "timeout_after": timeout_after,
    "reset": reset,
    "ghost": ghost,
    "late_listing": late_listing,
    "accepted_202": accepted,
    "e500": failing(500),
    "e502_unknown": failing(502),
    "e502_not_created": not_created,
    "e503": failing(503),
    "e504": failing(504),
    "price_changed": price_changed,
    "offer_expired": offer_gone,
    "offer_no_longer_available": offer_gone,
    "rate_limited_429": rate_limited,
    "unauthorised_401": unknown_token,
    "slow": slow,
    "garbled": garbled,
}
