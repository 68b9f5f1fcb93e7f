"""Seats from a travel agency: asked for by a link, answered by hand."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from accounts.models import OrganisationKind
from notices.actions.sending import text_of
from notices.models import Notice
from tests import factories
from tests.travel.factories import cleared, movement, soon
from travel.actions.agency import ask_agency, record_flights, record_tickets
from travel.models import MovementStage, Notification, NotificationKind
from travel.providers.agency import flight_from_words


@pytest.fixture
def agency(db):
    return factories.organisation("kinshasa-travel", OrganisationKind.IOM_MISSION, "CD")


def flight(hours=9):
    departs = datetime.combine(soon(), datetime.min.time()) + timedelta(hours=22)
    return flight_from_words(
        carrier="et", number="841", origin="fih", destination="hel", departs=departs,
        arrives=departs + timedelta(hours=hours),
    )  # fmt: skip


@pytest.fixture
def sent(aino, travel_officer, agency, follower):
    made = movement(aino, cleared(aino, 34, 7, mandate="diaspora"))
    ask_agency(movement=made, organisation=agency, cap=Decimal(2000), currency="EUR", by=travel_officer)
    return made


def test_the_mail_has_a_link_and_no_names(sent, agency):
    subject, body = text_of(Notice.objects.get(organisation=agency))
    notification = Notification.objects.get(kind=NotificationKind.MANIFEST)
    assert str(notification.code) in body
    assert "Bahati" not in subject + body
    assert notification.contents["persons"][0]["name"].startswith("BAHATI")


def test_the_answer_makes_it_booked(sent, travel_officer):
    record_flights(movement=sent, flights=[flight()], by=travel_officer)
    booking = sent.bookings.get()
    tickets = {str(one.code): f"071-{one.pk:010}" for one in booking.travellers.all()}
    record_tickets(booking=booking, locator="XYZ789", tickets=tickets, amount=Decimal(1800), by=travel_officer)
    sent.refresh_from_db()
    assert sent.stage == MovementStage.BOOKED
    assert (sent.departs_on, sent.arrives_on) == (soon(), soon(31))


def test_every_traveller_needs_a_ticket(sent, travel_officer):
    record_flights(movement=sent, flights=[flight()], by=travel_officer)
    with pytest.raises(ValidationError, match="ticket number"):
        record_tickets(booking=sent.bookings.get(), locator="X", tickets={}, amount=Decimal(1), by=travel_officer)


def test_a_price_above_the_approved_one_is_refused(sent, travel_officer):
    record_flights(movement=sent, flights=[flight()], by=travel_officer)
    booking = sent.bookings.get()
    tickets = {str(one.code): "071" for one in booking.travellers.all()}
    with pytest.raises(ValidationError, match="above"):
        record_tickets(booking=booking, locator="X", tickets=tickets, amount=Decimal(2001), by=travel_officer)


def test_local_times_are_read_by_the_clocks_of_both_airports():
    assert (flight().arrives_at - flight().departs_at) == timedelta(hours=7 if soon().month in range(4, 10) else 8)


def test_an_airport_that_does_not_exist_is_refused():
    with pytest.raises(ValidationError, match="QQQ"):
        flight_from_words(
            carrier="ET", number="1", origin="QQQ", destination="HEL", departs=datetime(2027, 1, 1),
            arrives=datetime(2027, 1, 2),
        )  # fmt: skip
