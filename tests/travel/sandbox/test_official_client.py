"""Duffel's own Python client works against the sandbox airline: the proof that it speaks the same language."""

import datetime as dt

import pytest
from duffel_api import Duffel
from duffel_api.http_client import ApiError

from tests.travel.sandbox.customer import CONTACT, SOON

BABY = (dt.datetime.now(dt.UTC).date() - dt.timedelta(days=200)).isoformat()


@pytest.fixture
def duffel(airline_url, customer):
    """The official client."""
    return Duffel(access_token="sandbox_token", api_url=airline_url, api_version="v2")


def search(duffel):
    where = [{"origin": "FIH", "destination": "HEL", "departure_date": SOON}]
    request = duffel.offer_requests.create().passengers([{"type": "adult"}, {"age": 0}]).slices(where)
    return request.return_offers().execute()


def book(duffel, offer):
    adult, infant = offer.passengers
    mother = {**CONTACT, "id": adult.id, "given_name": "Amina", "family_name": "Testinen", "born_on": "1990-05-01"}
    baby = {**CONTACT, "id": infant.id, "given_name": "Noor", "family_name": "Testinen", "born_on": BABY}
    people = [{**mother, "infant_passenger_id": infant.id}, baby]
    return duffel.orders.create().hold().selected_offers([offer.id]).passengers(people).execute()


def holdable(request):
    return next(one for one in request.offers if not one.payment_requirements.requires_instant_payment)


def test_it_searches_holds_pays_and_cancels(duffel, customer):
    offer = duffel.offers.get(holdable(search(duffel)).id)
    order = book(duffel, offer)
    assert order.payment_status.awaiting_payment
    assert order.documents == []
    money = {"type": "balance", "amount": order.total_amount, "currency": order.total_currency}
    duffel.payments.create().order(order.id).payment(money).execute()
    assert len(duffel.orders.get(order.id).documents) == 2
    quote = duffel.order_cancellations.create(order.id)
    assert duffel.order_cancellations.confirm(quote.id).confirmed_at
    assert duffel.orders.get(order.id).cancelled_at
    assert [(one["state"], one["paid_amount"]) for one in customer.ledger()] == [("cancelled", order.total_amount)]


def test_it_pays_at_once(duffel, customer):
    offer = search(duffel).offers[0]
    adult, infant = offer.passengers
    mother = {**CONTACT, "id": adult.id, "given_name": "Amina", "family_name": "Testinen", "born_on": "1990-05-01"}
    baby = {**CONTACT, "id": infant.id, "given_name": "Noor", "family_name": "Testinen", "born_on": BABY}
    money = [{"type": "balance", "amount": offer.total_amount, "currency": offer.total_currency}]
    request = duffel.orders.create().selected_offers([offer.id]).payments(money)
    order = request.passengers([{**mother, "infant_passenger_id": infant.id}, baby]).execute()
    assert [one.type for one in order.documents] == ["electronic_ticket"] * 2


def test_it_lists_page_by_page(duffel, customer):
    made = [customer.hold()["id"] for _ in range(5)]
    assert [order.id for order in duffel.orders.list(limit=2)] == made[::-1]
    assert [order.id for order in duffel.orders.list(awaiting_payment=True, sort="pay_by")] == made
    assert len(list(duffel.airports.list(limit=10))) > 20
    assert {one.iata_code for one in duffel.airlines.list()} >= {"AY", "TK", "ET"}


def test_it_writes_metadata(duffel, customer):
    order = duffel.orders.update(customer.hold()["id"]).metadata({"attempt": "a1"}).execute()
    assert order.metadata == {"attempt": "a1"}


def test_it_raises_our_errors_as_its_own(duffel):
    with pytest.raises(ApiError) as refused:
        duffel.orders.get("ord_0000nothing")
    assert refused.value.meta["status"] == 404
    with pytest.raises(ApiError, match="recognised"):
        Duffel(access_token="wrong", api_url=duffel._kwargs["api_url"]).airlines.get("arl_1")


def test_it_registers_and_pings_a_webhook(duffel):
    hook = duffel.webhooks.create().events(["order.created"]).url("http://127.0.0.1:9/nobody").execute()
    assert hook.secret
    duffel.webhooks.ping(hook.id)
    assert not duffel.webhooks.update(hook.id).active(False).execute().active
