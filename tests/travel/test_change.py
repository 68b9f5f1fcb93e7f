"""The airline changes what we bought: legs, receivers and mandates follow; a person accepts."""

import pytest
from django.core.exceptions import ValidationError

from accounts.models import OrganisationKind
from tests import factories
from tests.travel.factories import cleared, movement, soon
from tests.travel.journeys import asked, attempt_of, work
from travel.actions.changing import accept_change, change_day, look_at_order
from travel.actions.clearances import hold_clearance
from travel.actions.planning import Party
from travel.models import ClearanceKind, Notification, NotificationKind


@pytest.fixture
def heard(follower):
    told, receivers = follower
    receivers.append(factories.organisation("espoo", OrganisationKind.MUNICIPALITY, "FI", language="fi"))
    return told


@pytest.fixture
def flying(airline, aino, heard):
    made = asked(aino, 34, 7)
    work(3)
    return made


def delay(airline, made, minutes=90):
    for order in airline.living():
        airline.fault("schedule_change", order_id=order["order_id"], minutes=minutes)
    for booking in made.bookings.all():
        look_at_order(booking.attempts.latest("n").code)
    made.refresh_from_db()


def test_new_times_become_the_legs_and_a_new_version(airline, flying, heard):
    before = flying.legs.first().departs_at
    delay(airline, flying)
    assert (flying.legs.first().departs_at - before).total_seconds() == 90 * 60
    second = Notification.objects.get(kind=NotificationKind.ABN, version=2)
    assert {change["what"] for change in second.differences} == {"leg"}
    assert second.differences[0]["fields"] == ["arrives", "departs"]
    assert [what for what, __ in heard] == ["booked", "changed"]
    assert "airline changed the times" in flying.cases.get().tasks.get().title


def test_the_same_change_heard_twice_is_told_once(airline, flying):
    delay(airline, flying)
    look_at_order(attempt_of(flying).code)
    assert Notification.objects.filter(kind=NotificationKind.ABN).count() == 2


def test_accepting_makes_the_airline_write_the_new_times(airline, flying, aino):
    delay(airline, flying)
    accept_change(movement=flying, by=aino)
    work()
    order = airline.http.get(f"/air/orders/{attempt_of(flying).order_id}").json()["data"]
    assert order["airline_initiated_changes"][0]["action_taken"] == "accepted"
    look_at_order(attempt_of(flying).code)
    assert Notification.objects.filter(kind=NotificationKind.ABN).count() == 2


def test_new_days_that_no_longer_fit_make_a_task(airline, flying, aino):
    case = flying.cases.get()
    hold_clearance(
        case=case, people=Party.whole(case).people, kind=ClearanceKind.HOUSING, by=aino, valid_from=flying.arrives_on,
        valid_until=flying.arrives_on,
    )  # fmt: skip
    delay(airline, flying, minutes=30 * 60)
    assert any("do not fit the clearances" in task.title for task in case.tasks.all())


def test_seats_that_the_airline_cancelled_make_a_task(airline, flying):
    airline.http.post(f"/sandbox/orders/{attempt_of(flying).order_id}/cancel")
    look_at_order(attempt_of(flying).code)
    assert any("cancelled the seats" in task.title for task in flying.cases.get().tasks.all())


def test_orders_that_no_longer_fly_together_make_a_task(airline, aino, heard):
    made = asked(aino, *[34, 30], *range(5, 15))
    work(3)
    airline.fault("schedule_change", order_id=airline.living()[0]["order_id"], minutes=90)
    for booking in made.bookings.all():
        look_at_order(booking.attempts.latest("n").code)
    # the other order still flies the old times: it is looked at again after the first was taken over
    for booking in made.bookings.all():
        look_at_order(booking.attempts.latest("n").code)
    assert any("no longer fly together" in task.title for task in made.cases.get().tasks.all())


def test_a_plan_moves_to_another_day_if_the_clearances_allow(aino):
    made = movement(aino, cleared(aino, 34, mandate="diaspora"))
    change_day(movement=made, departs_on=soon(40), arrives_on=soon(41), by=aino)
    assert made.travellers.get().span.lower == soon(40)
    with pytest.raises(ValidationError, match="Entry permit"):
        change_day(movement=made, departs_on=soon(90), by=aino)
