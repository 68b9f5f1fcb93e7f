"""Booking through the real airline when all goes well, and when the price or the seats are gone."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from notices.models import Notice
from tests.travel.factories import cleared, movement
from tests.travel.journeys import asked, attempt_of, chosen, work
from travel.actions.booking import claim
from travel.actions.ordering import ask_booking, choose_offer, search_offers
from travel.models import BookingState, MovementStage, OfferSearch, TravellerStanding


@pytest.fixture(autouse=True)
def _heard(follower):
    return follower


def test_a_family_is_held_paid_and_ticketed(airline, aino, follower):
    made = asked(aino, 34, 30, 7, 0)
    work(3)
    made.refresh_from_db()
    assert made.stage == MovementStage.BOOKED
    assert [one["state"] for one in airline.ledger()] == ["ticketed"]
    assert [step.state for step in attempt_of(made).steps.all()] == [
        "claimed", "claimed", "sending", "held", "paying", "paying", "ticketed",
    ]  # fmt: skip
    assert all(one.ticket and one.standing == TravellerStanding.BOOKED for one in made.travellers.all())
    assert [what for what, __ in follower[0]] == ["booked"]


def test_eleven_people_fly_on_two_orders_and_the_same_flights(airline, aino):
    made = asked(aino, 41, 38, 17, 15, 13, 11, 9, 7, 5, 3, 0)
    work(3)
    made.refresh_from_db()
    one, other = airline.living()
    assert made.stage == MovementStage.BOOKED
    assert one["itinerary"] == other["itinerary"]
    assert sorted([len(one["passengers"]), len(other["passengers"])]) == [5, 6]


def claimed_apart(booking):
    try:
        return claim(booking)
    finally:
        connection.close()


def test_two_workers_claim_the_two_orders_of_a_family_at_once(airline, aino):
    first, second = asked(aino, 41, 38, 17, 15, 13, 11, 9, 7, 5, 3, 0).bookings.all()
    with transaction.atomic(), ThreadPoolExecutor(1) as other:
        assert claim(first)
        assert other.submit(claimed_apart, second).result()


def test_every_order_carries_our_mark_and_nothing_private(airline, aino):
    made = asked(aino)
    work(3)
    assert airline.ledger()[0]["metadata"] == {"attempt_id": str(attempt_of(made).code)}


def test_legs_keep_local_times(airline, aino):
    leg = chosen(aino, cleared(aino, 30, mandate="diaspora")).legs.first()
    assert (leg.origin, leg.origin_zone) == ("FIH", "Africa/Kinshasa")
    assert leg.departs_local.utcoffset().total_seconds() == 3600


def test_asking_twice_buys_once(airline, aino):
    made = asked(aino)
    assert ask_booking(movement=made, cap=Decimal(99999), by=aino) == []
    work(3)
    assert len(airline.ledger()) == 1


def test_only_travel_officers_and_leads_approve_a_price(airline, aino):
    made = chosen(aino, cleared(aino, 30, mandate="diaspora"))
    with pytest.raises(ValidationError, match="travel officer"):
        ask_booking(movement=made, cap=Decimal(99999), by=aino)


def test_a_price_above_the_cap_goes_back_to_the_person(airline, aino):
    made = asked(aino)
    made.bookings.update(cap=Decimal(1))
    work(2)
    booking = made.bookings.get()
    assert (booking.state, booking.why) == (BookingState.REFUSED, "over_cap")
    assert not airline.ledger()
    assert "cannot be booked as asked" in booking.case.tasks.get().title


def test_after_approving_anew_it_is_booked(airline, aino):
    made = asked(aino)
    made.bookings.update(cap=Decimal(1))
    work(2)
    ask_booking(movement=made, cap=Decimal(99999), by=aino)
    work(4)
    assert made.bookings.get().state == BookingState.TICKETED


def test_a_cap_below_the_quote_is_refused(airline, aino):
    with pytest.raises(ValidationError, match="approve at least"):
        asked(aino, cap="1")


def test_flights_that_do_not_fit_the_clearances_cannot_be_chosen(airline, aino):
    made = movement(aino, cleared(aino, 30, mandate="diaspora"))
    search = search_offers(movement=made, by=aino)
    work()
    made.cases.get().clearances.update(state="refused", reason="Permit withdrawn")
    search = OfferSearch.objects.get(pk=search.pk)
    with pytest.raises(ValidationError, match="Entry permit"):
        choose_offer(search=search, key=search.choices[0]["key"], by=aino)


def test_a_failed_search_says_so(airline, aino):
    made = movement(aino, cleared(aino, 30, mandate="diaspora"))
    airline.fault("e503", endpoint="create_offer_request", count=1)
    search = search_offers(movement=made, by=aino)
    work()
    search.refresh_from_db()
    assert search.state == "failed"


def test_one_name_and_letters_of_the_north_become_a_ticket_name(airline, aino):
    case = cleared(aino, 30, mandate="diaspora")
    case.members.get().person.__class__.objects.filter(memberships__case=case).update(
        family_name="Þórðar-Öberg", given_names=""
    )
    made = asked(aino, cases=[case])
    work(3)
    assert made.bookings.get().state == BookingState.TICKETED
    [passenger] = airline.ledger()[0]["passengers"]
    assert passenger["given_name"] == passenger["family_name"] == "Thordar-Oeberg"


def test_a_refused_key_stops_the_line_and_tells_the_officers(airline, aino, travel_officer):
    made = asked(aino)
    airline.fault("unauthorised_401", endpoint="create_order", count=1)
    work(1)
    assert attempt_of(made).state == "not_created"
    assert set(Notice.objects.filter(kind="travel.line_stopped").values_list("user", flat=True)) >= {travel_officer.pk}
    work(2)
    assert not airline.ledger()
