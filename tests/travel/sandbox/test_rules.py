"""What the airline accepts and refuses, and until when."""

import httpx
import pytest

from tests.travel.sandbox.customer import SOON, code

ADULT, INFANT = {"type": "adult"}, {"type": "infant_without_seat"}


def search(customer, party=None, **where):
    slices = [{"origin": "EBB", "destination": "ARN", "departure_date": SOON, **where}]
    return customer.post("/air/offer_requests", {"slices": slices, "passengers": [ADULT] if party is None else party})


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Basic abc"}, {"Authorization": "Bearer other"}])
def test_a_stranger_is_refused(airline_url, headers):
    assert code(httpx.get(f"{airline_url}/air/orders", headers=headers)) == "access_token_not_found"


def test_the_version_must_be_said(airline_url):
    reply = httpx.get(f"{airline_url}/air/orders", headers={"Authorization": "Bearer sandbox_token"})
    assert (reply.status_code, code(reply)) == (400, "unsupported_version")


def test_every_answer_tells_the_allowance(customer):
    headers = customer.http.get("/air/airlines").headers
    assert int(headers["ratelimit-limit"]) > int(headers["ratelimit-remaining"])
    assert headers["ratelimit-reset"].endswith("GMT")


@pytest.mark.parametrize(
    ("party", "why"),
    [
        ([], "validation_required"),
        ([ADULT] * 10, "validation_length"),
        ([ADULT, INFANT, INFANT], "too_many_infants"),
        ([{"age": 1}], "too_many_infants"),
        ([{"type": "dog"}], "validation_inclusion"),
        ([{}], "validation_required"),
    ],
)
def test_impossible_parties_are_refused(customer, party, why):
    assert code(search(customer, party)) == why


@pytest.mark.parametrize(
    "where", [{"origin": "QQQ"}, {"destination": "EBB"}, {"departure_date": "2020-01-01"}, {"departure_date": "soon"}]
)
def test_impossible_slices_are_refused(customer, where):
    assert search(customer, **where).status_code == 422


def test_a_body_that_is_no_json_is_refused(customer):
    reply = customer.http.post("/air/orders", content=b"{nonsense")
    assert (reply.status_code, code(reply)) == (400, "malformed_json")


@pytest.mark.parametrize("path", ["orders/ord_1", "offers/off_1", "offer_requests/orq_1", "payments/pay_1", "cars"])
def test_unknown_things_are_not_found(customer, path):
    assert customer.http.get(f"/air/{path}").status_code == 404


def test_one_offer_request_books_one_order(customer):
    offers = customer.search()
    held = [one for one in offers if not one["payment_requirements"]["requires_instant_payment"]]
    assert customer.book(held[0]).status_code == 201
    assert code(customer.book(held[1])) == "offer_request_already_booked"
    assert len(customer.ledger()) == 1


def test_an_offer_expires(customer):
    offer = customer.offer()
    customer.advance(31 * 60)
    assert code(customer.book(offer)) == "offer_expired"
    assert code(customer.http.get(f"/air/offers/{offer['id']}")) == "offer_no_longer_available"
    assert customer.ledger() == []


def test_an_unpaid_hold_expires(customer):
    order = customer.hold()
    assert len(customer.orders(awaiting_payment="true")) == 1
    customer.advance(49 * 3600)
    assert code(customer.pay(order)) == "past_payment_required_by_date"
    assert customer.orders(awaiting_payment="true") == []
    assert [(one["state"], one["live"], one["paid_amount"]) for one in customer.ledger()] == [
        ("expired", False, "0.00")
    ]


def test_paying_twice_is_refused(customer):
    order = customer.hold()
    assert customer.pay(order).status_code == 201
    assert code(customer.pay(order)) == "already_paid"
    assert len(customer.ledger()[0]["payments"]) == 1


def test_only_the_whole_price_is_taken(customer):
    order = customer.hold()
    assert code(customer.pay(order, "1.00")) == "payment_amount_does_not_match_order_amount"
    money = {"type": "balance", "amount": order["total_amount"], "currency": "USD"}
    reply = customer.post("/air/payments", {"order_id": order["id"], "payment": money})
    assert code(reply) == "payment_currency_does_not_match_order_currency"


def test_a_cancelled_order_takes_no_money(customer):
    order = customer.hold()
    quote = customer.post("/air/order_cancellations", {"order_id": order["id"]}).json()["data"]
    assert (quote["refund_amount"], quote["refund_to"]) == ("0.00", "awaiting_payment")
    confirm = f"/air/order_cancellations/{quote['id']}/actions/confirm"
    assert customer.http.post(confirm).json()["data"]["confirmed_at"]
    assert code(customer.http.post(confirm)) == "already_cancelled"
    assert code(customer.pay(order)) == "already_cancelled"


def test_a_light_fare_cannot_be_held(customer):
    light = next(one for one in customer.search() if one["payment_requirements"]["requires_instant_payment"])
    assert code(customer.book(light)) == "offer_requires_instant_payment"


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("given_name", "", "validation_required"),
        ("given_name", "Þóra", "invalid_passenger_name"),
        ("family_name", "Абдуллаева", "invalid_passenger_name"),
        ("family_name", "x" * 21, "invalid_passenger_name"),
        ("family_name", "--", "invalid_passenger_name"),
        ("gender", "x", "validation_inclusion"),
        ("title", "baron", "validation_inclusion"),
        ("phone_number", "040 123", "invalid_phone_number"),
        ("born_on", "2999-01-01", "invalid_age"),
        ("email", None, "validation_required"),
    ],
)
def test_incomplete_passengers_are_refused(customer, field, value, why):
    wish = customer.wish(customer.offer())
    wish["passengers"][0][field] = value
    assert code(customer.post("/air/orders", wish)) == why


def test_an_infant_belongs_to_one_adult(customer):
    offer = next(
        one for one in customer.search([ADULT, INFANT]) if one["conditions"]["refund_before_departure"]["allowed"]
    )
    wish = customer.wish(offer)
    baby = next(one for one in offer["passengers"] if one["type"] == "infant_without_seat")
    next(one for one in wish["passengers"] if one["id"] == baby["id"])["born_on"] = SOON
    assert code(customer.post("/air/orders", wish)) == "infant_needs_adult"
    next(one for one in wish["passengers"] if one["id"] != baby["id"])["infant_passenger_id"] = baby["id"]
    assert customer.post("/air/orders", wish).status_code == 201


def test_orders_are_found_by_name_reference_and_offer(customer):
    order = customer.hold(metadata={"attempt": "a1"})
    for query in (
        {"passenger_name[]": "testinen"},
        {"passenger_name[]": "Amina Testinen"},
        {"booking_reference": order["booking_reference"]},
        {"offer_id": order["offer_id"]},
    ):
        assert [one["id"] for one in customer.orders(**query)] == [order["id"]]
    assert customer.orders(**{"passenger_name[]": "Nobody"}) == []


def test_pages_go_forth_and_back(customer):
    made = [customer.hold()["id"] for _ in range(5)][::-1]
    first = customer.http.get("/air/orders", params={"limit": 2}).json()
    second = customer.http.get("/air/orders", params={"limit": 2, "after": first["meta"]["after"]}).json()
    back = customer.http.get("/air/orders", params={"limit": 2, "before": second["meta"]["before"]}).json()
    assert [one["id"] for one in second["data"]] == made[2:4]
    assert back["data"] == first["data"]
    assert customer.http.get("/air/orders", params={"limit": 201}).status_code == 422
