"""Events reach whoever registered, signed; faults double, forge, swap or drop them."""

import pytest

from tests.travel.sandbox.customer import Customer, start, until
from tests.travel.sandbox.receiver import Receiver

WANTED = ["order.created", "order.creation_failed", "payment.created", "order_cancellation.confirmed"]
CHANGES = ["order.airline_initiated_change_detected", "air.order.changed", "air.payment.failed", "air.payment.pending"]


@pytest.fixture
def receiver(customer):
    """Registered for everything while the test runs."""
    ear = Receiver()
    hook = customer.post("/air/webhooks", {"url": ear.url, "events": [*WANTED, *CHANGES]}).json()["data"]
    ear.secret = hook["secret"]
    yield ear
    customer.http.delete(f"/air/webhooks/{hook['id']}")
    ear.server.shutdown()


def test_an_order_and_its_payment_are_told(customer, receiver):
    order = customer.hold(metadata={"attempt": "a1"})
    customer.pay(order)
    until(lambda: receiver.types() == ["order.created", "payment.created"])
    told = receiver.events[0]["data"]["object"]
    assert (told["id"], told["metadata"]) == (order["id"], {"attempt": "a1"})
    assert "passengers" not in told
    assert receiver.events[0]["idempotency_key"] == order["id"]


@pytest.mark.parametrize(("outcome", "kind"), [("created", "order.created"), ("failed", "order.creation_failed")])
def test_the_end_of_a_202_is_told(customer, receiver, outcome, kind):
    customer.fault("accepted_202", count=1, seconds=0.1, outcome=outcome)
    offer = customer.offer()
    customer.book(offer, metadata={"attempt": "a1"})
    until(lambda: receiver.types() == [kind])
    told = receiver.events[0]["data"]["object"]
    assert (told["offer_id"], told["metadata"]) == (offer["id"], {"attempt": "a1"})


def test_a_pending_payment_and_its_failure_are_told(customer, receiver):
    order = customer.hold()
    customer.fault("accepted_202", endpoint="create_payment", count=1, seconds=0.2, outcome="failed")
    customer.pay(order)
    until(lambda: receiver.types() == ["order.created", "air.payment.pending", "air.payment.failed"])


def test_a_ghost_is_never_told(customer, receiver):
    customer.fault("ghost", count=1)
    customer.book()
    order = customer.hold()
    until(lambda: receiver.events)
    assert [event["data"]["object"]["id"] for event in receiver.events] == [order["id"]]


def test_a_schedule_change_is_told_and_accepted(customer, receiver):
    order = customer.hold()
    customer.fault("schedule_change", order_id=order["id"], minutes=90)
    until(lambda: "order.airline_initiated_change_detected" in receiver.types())
    [change] = customer.http.get("/air/airline_initiated_changes", params={"order_id": order["id"]}).json()["data"]
    assert receiver.events[-1]["data"]["object"]["aic_id"] == change["id"]
    assert customer.pay(order).json()["errors"][0]["code"] == "schedule_changed"
    customer.http.post(f"/air/airline_initiated_changes/{change['id']}/actions/accept")
    until(lambda: receiver.types()[-1] == "air.order.changed")
    later = customer.http.get(f"/air/orders/{order['id']}").json()["data"]
    assert later["slices"] == change["added"] != order["slices"]
    assert customer.pay(later).status_code == 201


def test_an_event_may_come_twice(customer, receiver):
    customer.fault("webhook_duplicate", count=1, events=["order.created"])
    customer.hold()
    until(lambda: len(receiver.events) == 2)
    assert receiver.events[0] == receiver.events[1]


def test_a_forger_knows_no_secret(customer, receiver):
    customer.fault("webhook_forged", count=1)
    customer.hold()
    until(lambda: receiver.events and receiver.forged)
    assert receiver.forged[0]["id"] != receiver.events[0]["id"]


def test_an_event_may_never_come(customer, receiver):
    customer.fault("webhook_dropped", count=1)
    customer.hold()
    order = customer.hold()
    until(lambda: receiver.events)
    assert [event["idempotency_key"] for event in receiver.events] == [order["id"]]


def test_events_may_change_places(customer, receiver):
    customer.fault("webhook_shuffled")
    customer.pay(customer.hold())
    until(lambda: receiver.types() == ["payment.created", "order.created"])


def test_a_refused_delivery_is_tried_again(customer, receiver):
    receiver.refusals = 1
    customer.hold()
    until(lambda: len(receiver.events) == 2)
    ends = customer.http.get("/sandbox/deliveries").json()["data"]
    assert [(one["ended"], one["tries"]) for one in ends] == [("delivered", 2)]


def test_any_event_can_be_sent_by_hand(customer, receiver):
    wish = {"type": "air.payment.failed", "object": {"id": "pay_1"}, "forged": True}
    customer.http.post("/sandbox/events", json=wish)
    until(lambda: receiver.forged)
    customer.http.post("/sandbox/events", json={**wish, "forged": False})
    until(lambda: receiver.types() == ["air.payment.failed"])


def test_the_address_of_the_command_line_shares_its_secret(tmp_path):
    ear = Receiver("shared")
    child, url = start(tmp_path, "--webhook-url", ear.url, "--webhook-secret", "shared")
    Customer(url).hold()
    until(lambda: ear.types() == ["order.created"])
    child.terminate()
    assert child.wait(5) == 0
