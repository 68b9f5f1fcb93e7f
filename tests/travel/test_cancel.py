"""Cancelling: seats are given back at the airline, however far the booking had come."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Role
from tests import factories
from tests.travel.factories import cleared, movement
from tests.travel.journeys import asked, attempt_of, chosen, expire_offer, work
from travel.actions.cancelling import cancel_movement
from travel.actions.leaving import leave_movements
from travel.actions.ordering import ask_booking
from travel.actions.paying import confirm_attempt
from travel.models import BookingState, MovementStage, TravellerStanding


@pytest.fixture(autouse=True)
def _fast(settings, follower):
    settings.TRAVEL_PACE = 0.0001


def test_a_plan_is_cancelled_at_once_and_the_people_are_free(aino):
    case = cleared(aino, 34, mandate="diaspora")
    made = movement(aino, case)
    cancel_movement(movement=made, by=aino, reason="Camp closed")
    assert made.bookings.get().state == BookingState.CANCELLED
    assert movement(aino, case)


def test_cancelling_needs_a_reason_and_happens_once(aino):
    made = movement(aino, cleared(aino, 34, mandate="diaspora"))
    with pytest.raises(ValidationError):
        cancel_movement(movement=made, by=aino, reason=" ")
    assert cancel_movement(movement=made, by=aino, reason="Camp closed")
    assert not cancel_movement(movement=made, by=aino, reason="Camp closed")


def test_tickets_are_cancelled_at_the_airline(airline, aino, follower):
    made = asked(aino)
    work(3)
    cancel_movement(movement=made, by=aino, reason="Authority took the decision back")
    work(2)
    assert [one["state"] for one in airline.ledger()] == ["cancelled"]
    assert made.bookings.get().state == BookingState.CANCELLED
    assert follower[0][-1][0] == "cancelled"


def test_a_held_order_is_not_paid_after_cancelling(airline, aino):
    made = asked(aino)
    airline.fault("timeout_before", endpoint="get_order", count=1, seconds=3)
    work(1)
    cancel_movement(movement=made, by=aino, reason="Fever")
    work(3)
    [order] = airline.ledger()
    assert (order["state"], order["payments"]) == ("cancelled", [])


def test_an_unknown_order_is_found_first_and_then_cancelled(airline, aino):
    made = asked(aino)
    airline.fault("reset", endpoint="create_order", count=1, moment="after")
    work(1)
    cancel_movement(movement=made, by=aino, reason="Fever")
    work(4)
    assert [one["live"] for one in airline.ledger()] == [False]
    assert made.bookings.get().state == BookingState.CANCELLED


def test_a_lost_cancellation_is_looked_up(airline, aino):
    made = asked(aino)
    work(3)
    airline.fault("reset", endpoint="confirm_cancellation", count=1, moment="after")
    cancel_movement(movement=made, by=aino, reason="Fever")
    work(3)
    assert airline.living() == []
    assert made.bookings.get().state == BookingState.CANCELLED


def test_one_case_may_leave_a_movement_of_many(airline, aino):
    stays, leaves = (cleared(aino, age, mandate="diaspora") for age in (30, 40))
    made = asked(aino, cases=[stays, leaves])
    work(3)
    leave_movements(case=leaves, by=aino, reason="Withdrew")
    work(2)
    made.refresh_from_db()
    assert made.stage == MovementStage.BOOKED
    assert sorted(one["state"] for one in airline.ledger()) == ["cancelled", "ticketed"]
    assert made.travellers.get(case=stays).standing == TravellerStanding.BOOKED


def test_who_left_before_the_booking_hinders_nobody_and_hears_nothing(airline, aino, follower):
    stays, leaves = (cleared(aino, age, mandate="diaspora") for age in (30, 40))
    factories.grant(aino, Role.TRAVEL)
    made = chosen(aino, stays, leaves)
    leave_movements(case=leaves, by=aino, reason="Withdrew")
    ask_booking(movement=made, cap=Decimal(99999), by=aino)
    work(3)
    made.refresh_from_db()
    assert made.stage == MovementStage.BOOKED
    assert [case for what, case in follower[0] if what == "booked"] == [stays.reference]
    assert leaves.events.order_by("pk").last().verb == "travel.left"


def test_a_ticket_that_arrives_after_cancelling_is_cancelled_too(airline, aino):
    made = asked(aino)
    airline.fault("late_listing", endpoint="create_payment", count=1, seconds=0)
    work(2)
    cancel_movement(movement=made, by=aino, reason="Fever")
    confirm_attempt(attempt_of(made).code)
    work(3)
    expire_offer(made)
    assert airline.living() == []
