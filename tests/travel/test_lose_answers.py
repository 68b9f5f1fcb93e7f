"""Answers that get lost: asked about, never sent again; where asking finds nothing, a person decides."""

import time

import pytest
from django.core.exceptions import ValidationError

from cases.models import Job
from notices.models import Notice
from tests.travel.journeys import asked, attempt_of, expire_offer, work
from travel.actions.deciding import confirm_decision, resolve_found, resolve_not_booked, resolve_not_paid
from travel.actions.reconciling import sweep_attempts
from travel.models import AttemptState, BookingAttempt, BookingState

pytestmark = pytest.mark.usefixtures("follower")
FOUND_BY_ASKING = ["timeout_after", "reset", "e502_unknown", "e503", "e504", "garbled", "late_listing", "accepted_202"]
NOTHING_HAPPENED = ["offer_no_longer_available", "offer_expired", "price_changed", "e502_not_created"]


@pytest.fixture(autouse=True)
def _fast(settings):
    settings.TRAVEL_PACE = 0.0001  # a call still has two seconds


def fault(airline, kind, **fields):
    quick = {"timeout_after": {"seconds": 3}, "timeout_before": {"seconds": 3}, "late_listing": {"seconds": 1},
             "accepted_202": {"seconds": 0.5}, "e502_unknown": {"executed": True}, "e503": {"executed": True},
             "e504": {"executed": True}, "reset": {"moment": "after"}}  # fmt: skip
    airline.fault(kind, endpoint="create_order", count=1, **quick.get(kind, {}), **fields)


def until_known(made, seconds=40):
    for __ in range(seconds):
        work()
        if attempt_of(made).state in (AttemptState.TICKETED, AttemptState.NEEDS_PERSON):
            return
        time.sleep(0.1)


@pytest.mark.parametrize("kind", FOUND_BY_ASKING)
def test_an_order_whose_answer_was_lost_is_found_and_paid_once(airline, aino, kind):
    made = asked(aino)
    fault(airline, kind)
    until_known(made)
    assert attempt_of(made).state == AttemptState.TICKETED
    [order] = airline.ledger()
    assert (order["state"], len(order["payments"])) == ("ticketed", 1)


@pytest.mark.parametrize("kind", NOTHING_HAPPENED)
def test_what_the_airline_refused_is_tried_anew_after_the_offer_expired(airline, aino, kind):
    made = asked(aino)
    fault(airline, kind)
    work()
    assert [one.state for one in BookingAttempt.objects.all()] == ["not_created"]
    work(2)
    assert BookingAttempt.objects.count() == 1, "the old offer may still be booked"
    expire_offer(made)
    work(4)
    assert [one.state for one in BookingAttempt.objects.order_by("n")] == ["not_created", "ticketed"]
    assert len(airline.living()) == 1


@pytest.mark.parametrize("kind", ["timeout_before", "ghost"])
def test_when_asking_finds_nothing_a_person_decides(airline, aino, travel_officer, kind):
    made = asked(aino)
    fault(airline, kind)
    if kind == "ghost":
        airline.http.delete("/sandbox/faults")
        airline.fault("ghost", endpoint="create_order", count=1, status=504)
    work(3)
    assert attempt_of(made).state == AttemptState.UNKNOWN, "the offer has not expired yet"
    expire_offer(made)
    work(2)
    assert attempt_of(made).state == AttemptState.NEEDS_PERSON
    assert "Ask their support" in made.cases.get().tasks.get().title
    assert Notice.objects.filter(kind="travel.needs_person", user=travel_officer).exists()
    work(3)
    assert BookingAttempt.objects.count() == 1


def test_after_a_500_their_support_is_asked_at_once(airline, aino):
    made = asked(aino)
    airline.fault("e500", endpoint="create_order", count=1)
    work()
    attempt = attempt_of(made)
    assert (attempt.state, attempt.http_status) == (AttemptState.NEEDS_PERSON, 500)
    assert attempt.provider_request_id


def test_too_many_calls_are_slowed_down_and_then_booked(airline, aino):
    made = asked(aino)
    airline.fault("rate_limited_429", endpoint="create_order", count=1)
    work()
    assert attempt_of(made).state == AttemptState.NOT_CREATED
    expire_offer(made)
    until_known(made)
    assert len(airline.living()) == 1


@pytest.mark.parametrize("kind", ["timeout_after", "reset", "e503", "late_listing", "accepted_202"])
def test_a_payment_whose_answer_was_lost_is_never_sent_again(airline, aino, kind):
    made = asked(aino)
    quick = {"timeout_after": {"seconds": 3}, "late_listing": {"seconds": 0.2}, "accepted_202": {"seconds": 0.5},
             "e503": {"executed": True}, "reset": {"moment": "after"}}  # fmt: skip
    airline.fault(kind, endpoint="create_payment", count=1, **quick[kind])
    until_known(made)
    assert attempt_of(made).state == AttemptState.TICKETED
    assert len(airline.ledger()[0]["payments"]) == 1


def test_a_payment_that_nobody_sees_goes_to_a_person(airline, aino):
    made = asked(aino)
    airline.fault("timeout_before", endpoint="create_payment", count=1, seconds=3)
    until_known(made)
    assert attempt_of(made).state == AttemptState.NEEDS_PERSON
    assert airline.ledger()[0]["payments"] == []


def test_two_people_may_say_that_nothing_was_paid(airline, aino, travel_officer):
    made = asked(aino)
    airline.fault("timeout_before", endpoint="create_payment", count=1, seconds=3)
    until_known(made)
    resolve_not_paid(attempt=attempt_of(made), by=aino, note="Their support, call 17")
    with pytest.raises(ValidationError, match="second person"):
        confirm_decision(attempt=attempt_of(made), by=aino)
    confirm_decision(attempt=attempt_of(made), by=travel_officer)
    until_known(made)
    assert (attempt_of(made).state, len(airline.ledger()[0]["payments"])) == (AttemptState.TICKETED, 1)


def lost(airline, aino):
    made = asked(aino)
    airline.fault("timeout_before", endpoint="create_order", count=1, seconds=3)
    work()
    expire_offer(made)
    work(3)
    return made


def test_a_person_who_heard_that_there_is_no_order_lets_it_be_booked_anew(airline, aino):
    made = lost(airline, aino)
    assert resolve_not_booked(attempt=attempt_of(made), by=aino, note="Their support, call 17")
    until_known(made)
    assert [one.state for one in BookingAttempt.objects.order_by("n")] == ["not_created", "ticketed"]


def test_where_money_was_sent_two_people_decide(airline, aino, travel_officer):
    made = lost(airline, aino)
    BookingAttempt.objects.update(can_hold=False)
    assert not resolve_not_booked(attempt=attempt_of(made), by=aino, note="Their support, call 17")
    with pytest.raises(ValidationError, match="second person"):
        confirm_decision(attempt=attempt_of(made), by=aino)
    confirm_decision(attempt=attempt_of(made), by=travel_officer, note="Bank statement")
    assert attempt_of(made).state == AttemptState.NOT_CREATED


def test_a_person_who_heard_the_order_number_lets_it_be_paid(airline, aino):
    made = asked(aino)
    airline.fault("e500", endpoint="create_order", count=1, executed=True)
    work()
    resolve_found(attempt=attempt_of(made), order_id=airline.ledger()[0]["order_id"], by=aino)
    until_known(made)
    assert attempt_of(made).state == AttemptState.TICKETED
    assert len(airline.ledger()) == 1


def test_a_wrong_order_number_comes_back_to_the_person(airline, aino):
    made = lost(airline, aino)
    resolve_found(attempt=attempt_of(made), order_id="ord_0000nobody", by=aino)
    until_known(made)
    assert attempt_of(made).state == AttemptState.NEEDS_PERSON


def test_deciding_twice_is_refused(airline, aino):
    made = lost(airline, aino)
    resolve_not_booked(attempt=attempt_of(made), by=aino, note="Their support, call 17")
    with pytest.raises(ValidationError, match="any more"):
        resolve_not_booked(attempt=attempt_of(made), by=aino, note="Their support, call 17")


def test_the_sweeper_gives_work_to_what_a_dead_worker_left(airline, aino):
    made = asked(aino)
    made.bookings.get()
    work()
    BookingAttempt.objects.update(state=AttemptState.SENDING, order_id="", lease_until=None, lease_token=None)
    Job.objects.all().delete()
    assert sweep_attempts() == 1
    until_known(made)
    assert made.bookings.get().state == BookingState.TICKETED
    assert len(airline.ledger()) == 1
