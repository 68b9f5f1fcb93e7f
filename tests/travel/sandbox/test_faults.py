"""Each fault does what its name says, and the ledger tells the truth about it."""

import httpx
import pytest

from tests.travel.sandbox.customer import code, until

ERRORS = {"e500": 500, "e502_unknown": 502, "e503": 503, "e504": 504}
HANGS_UP = (httpx.TimeoutException, httpx.RemoteProtocolError, httpx.NetworkError)


def silently(customer, wish):
    with pytest.raises(HANGS_UP):
        customer.http.post("/air/orders", json={"data": wish}, timeout=0.6)


@pytest.mark.parametrize(
    ("kind", "fields", "made"),
    [
        ("timeout_before", {}, 0),
        ("timeout_after", {}, 1),
        ("reset", {"moment": "before"}, 0),
        ("reset", {"moment": "after"}, 1),
        ("ghost", {"status": 0}, 1),
    ],
)
def test_no_answer_comes(customer, kind, fields, made):
    customer.fault(kind, endpoint="create_order", count=1, **fields)
    silently(customer, customer.wish(customer.offer()))
    assert [one["fault"] for one in customer.ledger()] == [kind] * made
    assert customer.book().status_code == 201


def test_a_silent_call_ends_by_itself(customer):
    customer.fault("timeout_before", endpoint="create_order", count=1, seconds=0.3)
    with pytest.raises(httpx.RemoteProtocolError):
        customer.book()


@pytest.mark.parametrize("kind", ERRORS)
@pytest.mark.parametrize("executed", [True, False])
def test_an_error_may_hide_an_order(customer, kind, executed):
    customer.fault(kind, endpoint="create_order", count=1, executed=executed)
    assert customer.book().status_code == ERRORS[kind]
    assert len(customer.ledger()) == len(customer.orders()) == executed


def test_not_created_is_a_guarantee(customer):
    customer.fault("e502_not_created", count=1)
    reply = customer.book()
    assert (reply.status_code, code(reply)) == (502, "order_not_created")
    assert customer.ledger() == []


def test_a_ghost_is_known_to_the_ledger_alone(customer):
    customer.fault("ghost", count=1, status=500)
    offer = customer.offer()
    assert customer.book(offer).status_code == 500
    [ghost] = customer.ledger()
    assert (ghost["ghost"], ghost["live"], ghost["listed_from"]) == (True, True, None)
    assert customer.orders() == customer.orders(booking_reference=ghost["booking_reference"]) == []
    assert customer.http.get(f"/air/orders/{ghost['order_id']}").status_code == 404


def test_booking_again_after_a_ghost_doubles_and_the_ledger_sees_it(customer):
    customer.fault("ghost", count=1)
    offer = customer.offer()
    customer.book(offer, metadata={"attempt": "a1"})
    customer.book(offer, metadata={"attempt": "a1"})
    assert [one["attempt"] for one in customer.ledger() if one["live"]] == ["a1", "a1"]


def test_the_airlines_clerk_cancels_a_ghost(customer):
    customer.fault("ghost", count=1)
    customer.book()
    assert customer.http.post(f"/sandbox/orders/{customer.ledger()[0]['order_id']}/cancel").status_code == 200
    assert [one["state"] for one in customer.ledger()] == ["cancelled"]


def test_an_order_may_be_listed_late(customer):
    customer.fault("late_listing", count=1, seconds=600)
    assert customer.book().status_code == 504
    assert customer.orders() == []
    customer.advance(601)
    assert [one["id"] for one in customer.orders()] == [one["order_id"] for one in customer.ledger()]


@pytest.mark.parametrize(("outcome", "made"), [("created", 1), ("failed", 0)])
def test_an_accepted_order_is_made_later_or_not(customer, outcome, made):
    customer.fault("accepted_202", endpoint="create_order", count=1, seconds=0.3, outcome=outcome)
    offer = customer.offer()
    reply = customer.book(offer)
    assert (reply.status_code, customer.ledger()) == (202, [])
    assert code(customer.book(offer)) == "offer_request_already_booked"
    until(lambda: customer.http.get("/sandbox/ledger").json()["meta"]["pending"] == 0)
    assert len(customer.ledger()) == len(customer.orders()) == made


def test_a_changed_price_is_refused_and_shown(customer):
    customer.fault("price_changed", endpoint="create_order", count=1, percent=10)
    offer = customer.offer()
    assert code(customer.book(offer)) == "price_changed"
    dearer = customer.http.get(f"/air/offers/{offer['id']}").json()["data"]
    assert float(dearer["total_amount"]) == pytest.approx(1.1 * float(offer["total_amount"]), abs=0.01)
    assert (
        customer.hold(selected_offers=[offer["id"]], **people(customer, offer))["total_amount"]
        == dearer["total_amount"]
    )


def people(customer, offer):
    return {"passengers": customer.wish(offer)["passengers"]}


@pytest.mark.parametrize("kind", ["offer_expired", "offer_no_longer_available"])
def test_an_offer_may_be_gone(customer, kind):
    customer.fault(kind, count=1)
    offer = customer.offer()
    assert code(customer.book(offer)) == kind
    assert code(customer.book(offer)) == kind
    assert customer.ledger() == []


@pytest.mark.parametrize(("kind", "status"), [("rate_limited_429", 429), ("unauthorised_401", 401)])
def test_a_call_may_be_turned_away(customer, kind, status):
    customer.fault(kind, count=1)
    assert customer.http.get("/air/orders").status_code == status
    assert customer.http.get("/air/orders").status_code == 200


def test_a_slow_call_still_runs(customer):
    customer.fault("slow", endpoint="create_order", count=1, seconds=0.5)
    reply = customer.book()
    assert (reply.status_code, reply.elapsed.total_seconds() >= 0.5) == (201, True)


def test_a_garbled_answer_hides_an_order(customer):
    customer.fault("garbled", endpoint="create_order", count=1)
    with pytest.raises(ValueError):
        customer.book().json()
    assert len(customer.ledger()) == 1


def test_paying_may_fail_with_the_money_taken(customer):
    order = customer.hold()
    customer.fault("e500", endpoint="create_payment", count=1, executed=True)
    assert customer.pay(order).status_code == 500
    assert code(customer.pay(order)) == "already_paid"
    assert len(customer.http.get(f"/air/orders/{order['id']}").json()["data"]["documents"]) == 1


def test_a_ghost_payment_can_be_doubled_and_the_ledger_sees_it(customer):
    order = customer.hold()
    customer.fault("ghost", endpoint="create_payment", count=1)
    assert customer.pay(order).status_code == 504
    assert customer.http.get(f"/air/orders/{order['id']}").json()["data"]["payment_status"]["awaiting_payment"]
    assert customer.pay(order).status_code == 201
    [entry] = customer.ledger()
    assert float(entry["paid_amount"]) == 2 * float(order["total_amount"])


def test_an_accepted_payment_may_fail(customer):
    order = customer.hold()
    customer.fault("accepted_202", endpoint="create_payment", count=1, seconds=0.2, outcome="failed")
    assert customer.pay(order).status_code == 202
    until(lambda: customer.http.get("/sandbox/ledger").json()["meta"]["pending"] == 0)
    assert customer.pay(order).status_code == 201


def test_a_fault_meets_only_whom_it_is_meant_for(customer):
    customer.fault("e500", endpoint="create_order", match={"metadata": "b7"})
    customer.fault("e503", match={"family_name": "Unlucky"})
    assert customer.book(metadata={"booking": "b6"}).status_code == 201
    assert customer.book(metadata={"booking": "b7"}).status_code == 500
    wish = customer.wish(customer.offer())
    wish["passengers"][0]["family_name"] = "Unlucky"
    assert customer.post("/air/orders", wish).status_code == 503


def test_a_fault_on_an_order_follows_it_to_payment(customer):
    order = customer.hold(metadata={"attempt": "a1"})
    customer.fault("e504", endpoint="create_payment", match={"metadata": {"attempt": "a1"}})
    assert customer.pay(order).status_code == 504
    assert customer.pay(customer.hold()).status_code == 201


def test_faults_are_seen_counted_and_switched_off(customer):
    fault = customer.fault("e500", count=2)
    customer.http.get("/air/airlines")
    [seen] = customer.http.get("/sandbox/faults").json()["data"]
    assert (seen["id"], seen["remaining"], seen["played"]) == (fault["id"], 1, 1)
    customer.http.delete("/sandbox/faults")
    assert customer.http.get("/air/airlines").status_code == 200


@pytest.mark.parametrize(
    "wish",
    [
        {"kind": "typo"},
        {"kind": "e500", "often": 2},
        {"kind": "e500", "count": 0},
        {"kind": "e500", "match": {"surname": "x"}},
        {"kind": "ghost", "endpoint": "get_offer"},
        {"kind": "schedule_change"},
    ],
)
def test_a_wrong_switch_is_refused(customer, wish):
    assert customer.http.post("/sandbox/faults", json=wish).status_code == 422


def test_calls_are_journalled_with_the_fault_they_met(customer):
    customer.fault("timeout_before", endpoint="create_order", count=1)
    silently(customer, customer.wish(customer.offer()))
    seen = until(lambda: [one for one in calls(customer) if one["endpoint"] == "create_order"])
    assert [(one["fault"], one["status"]) for one in seen] == [("timeout_before", None)]


def calls(customer):
    return customer.http.get("/sandbox/calls").json()["data"]
