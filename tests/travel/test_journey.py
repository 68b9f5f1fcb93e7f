"""The journey itself: departed, arrived, did not come; who is told."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from accounts.models import OrganisationKind, Role
from cases.models import Standing
from notices.models import Notice
from tests import factories
from tests.travel.factories import cleared, movement
from travel.actions.families import confirm_parting
from travel.actions.journeys import close_movement, record_arrival, record_departure, record_no_show
from travel.actions.notifications import open_notification
from travel.actions.ticketing import ticket_booking
from travel.models import MovementStage, Notification, NotificationKind, Parting, TravellerStanding


@pytest.fixture
def espoo(db):
    return factories.organisation("espoo", OrganisationKind.MUNICIPALITY, "FI", language="fi")


@pytest.fixture
def red_cross(db):
    return factories.organisation("spr", OrganisationKind.RED_CROSS, "FI", language="fi")


@pytest.fixture
def heard(follower, espoo, red_cross):
    told, receivers = follower
    receivers += [espoo, red_cross]
    return told


def booked(by, *ages):
    """A movement whose tickets are there, as the agency's answer would write them."""
    made = movement(by, cleared(by, *ages, mandate="diaspora"))
    made.stage = MovementStage.BOOKING
    made.save(update_fields=["stage"])
    for booking in made.bookings.all():
        booking.approved_at, booking.approved_by = made.planned_at, by
        booking.save(update_fields=["approved_at", "approved_by"])
        tickets = {str(one.code): f"230-{one.pk:010}" for one in booking.travellers.all()}
        ticket_booking(
            booking=booking, tickets=tickets, locator="ABC123", amount=Decimal(900), currency="EUR", by=by
        )  # fmt: skip
    made.refresh_from_db()
    return made


def test_tickets_notify_every_receiver_by_a_mail_without_names(aino, heard, espoo, red_cross):
    made = booked(aino, 34, 7)
    notified = Notification.objects.filter(kind=NotificationKind.ABN)
    assert {one.organisation for one in notified} == {espoo, red_cross}
    assert {one.version for one in notified} == {1}
    notice = Notice.objects.filter(kind="travel.abn").first()
    assert notice.facts == {"reference": made.reference, "version": 1}
    assert "Bahati" not in str(notice.facts) + notice.link
    assert heard == [("booked", made.cases.get().reference)]


def test_the_notification_itself_has_names_needs_and_days(aino, heard):
    made = booked(aino, 34, 7)
    person = Notification.objects.first().contents["persons"][0]
    assert person["name"] == "BAHATI, Furaha"
    assert Notification.objects.first().contents["movement"] == made.reference


def test_departure_and_arrival_reach_mandate_receivers_and_members(aino, heard):
    made = booked(aino, 34, 7)
    assert record_departure(movement=made, by=aino)
    assert record_arrival(movement=made, by=aino)
    assert [what for what, __ in heard] == ["booked", "departed", "arrived"]
    assert set(made.cases.get().members.values_list("standing", flat=True)) == {Standing.ARRIVED}
    assert Notification.objects.filter(kind=NotificationKind.ARRIVED).count() == 2
    assert close_movement(movement=made, by=aino)


def test_a_double_click_records_one_departure(aino, heard):
    made = booked(aino, 34)
    assert [record_departure(movement=made, by=aino), record_departure(movement=made, by=aino)] == [True, False]
    assert [what for what, __ in heard] == ["booked", "departed"]


def test_nobody_arrives_who_has_not_departed(aino, heard):
    with pytest.raises(ValidationError):
        record_arrival(movement=booked(aino, 34), by=aino)


def test_who_did_not_come_does_not_depart_and_receivers_are_told(aino, travel_officer, heard):
    made = booked(aino, 34, 30, 7)
    missed = made.travellers.last()
    record_no_show(movement=made, travellers=[missed], by=aino, reason="Fever at the gate")
    record_departure(movement=made, by=aino)
    missed.refresh_from_db()
    assert missed.standing == TravellerStanding.NO_SHOW
    assert made.travellers.filter(standing=TravellerStanding.DEPARTED).count() == 2
    assert Notification.objects.filter(kind=NotificationKind.NO_SHOW).count() == 2
    confirm_parting(parting=Parting.objects.get(person=missed.person), by=travel_officer)
    assert [what for what, __ in heard] == ["booked", "departed"], "the family flies, the mandate goes on"


def test_when_nobody_of_a_case_came_the_mandate_is_told(aino, heard):
    made = booked(aino, 34, 30)
    record_no_show(movement=made, travellers=made.travellers.all(), by=aino, reason="Road closed")
    assert [what for what, __ in heard] == ["booked", "no_show"]


def test_a_no_show_needs_a_reason(aino, heard):
    made = booked(aino, 34)
    with pytest.raises(ValidationError, match="Say why"):
        record_no_show(movement=made, travellers=made.travellers.all(), by=aino, reason="")


def test_only_the_receivers_own_people_and_staff_may_read(aino, heard, espoo, red_cross, chidi, marjut):
    booked(aino, 34)
    anna = factories.user("anna", espoo, (Role.PARTNER, "", ""))
    assert {one.organisation for one in Notification.objects.visible_to(anna)} == {espoo}
    assert not Notification.objects.visible_to(marjut).exists()
    assert not Notification.objects.visible_to(chidi).exists()


def test_the_first_reading_of_the_receiving_side_is_written_down(aino, heard, espoo):
    booked(aino, 34)
    anna = factories.user("anna", espoo, (Role.PARTNER, "", ""))
    notification = Notification.objects.get(organisation=espoo)
    assert not open_notification(notification=notification, by=aino)
    assert open_notification(notification=notification, by=anna)
    assert not open_notification(notification=notification, by=anna)
    notification.refresh_from_db()
    assert notification.read_by == anna
