"""The daily comparison of the airline's orders with ours."""

import pytest

from notices.models import Notice
from tests.travel.journeys import asked, attempt_of, work
from travel.actions import comparing
from travel.actions.comparing import compare_orders, reconcile_orders
from travel.models import AttemptState, BookingAttempt, ReconciliationRun, SeatsFrom


@pytest.fixture(autouse=True)
def _fast(settings, follower, monkeypatch):
    settings.TRAVEL_PACE = 0.0001
    monkeypatch.setattr(comparing, "YOUNG", comparing.YOUNG * 0)


def test_what_both_know_matches(airline, aino):
    asked(aino)
    work(3)
    run = compare_orders(SeatsFrom.DUFFEL)
    assert (run.matched, run.provider_only, run.local_only, run.is_clean) == (1, [], [], True)
    assert not Notice.objects.filter(kind="travel.orders_differ").exists()


def test_an_order_only_the_airline_knows_is_an_alarm(airline, aino, travel_officer):
    stranger = airline.hold()
    run = compare_orders(SeatsFrom.DUFFEL)
    assert run.provider_only == [stranger["id"]]
    assert Notice.objects.filter(kind="travel.orders_differ", user=travel_officer).exists()


def test_an_order_only_we_know_is_an_alarm(airline, aino):
    made = asked(aino)
    work(3)
    BookingAttempt.objects.update(order_id="ord_0000nobody")
    run = compare_orders(SeatsFrom.DUFFEL)
    assert run.local_only == [attempt_of(made).order_id]


def test_an_order_with_our_mark_finds_its_attempt(airline, aino):
    made = asked(aino)
    airline.fault("e500", endpoint="create_order", count=1, executed=True)
    work()
    compare_orders(SeatsFrom.DUFFEL)
    work(3)
    assert attempt_of(made).state == AttemptState.TICKETED


def test_a_cancelled_order_is_nobodys(airline, aino):
    order = airline.hold()
    airline.http.post(f"/sandbox/orders/{order['id']}/cancel")
    assert compare_orders(SeatsFrom.DUFFEL).is_clean


def test_the_comparison_of_a_day_runs_once(airline):
    assert reconcile_orders()
    assert reconcile_orders() is None
    assert ReconciliationRun.objects.count() == 1


def test_a_comparison_that_failed_is_tried_again(airline):
    airline.fault("e503", endpoint="list_orders", count=1)
    assert reconcile_orders() is None
    assert reconcile_orders().is_clean
