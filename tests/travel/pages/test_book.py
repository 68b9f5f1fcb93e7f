"""Seats on pages: searched, chosen, approved, watched; a lost order is decided by people."""

from decimal import Decimal

import pytest
from django.utils import timezone

from tests.travel.factories import cleared, movement
from tests.travel.journeys import asked, attempt_of, chosen, expire_offer, work
from travel.actions.stages import move_movement
from travel.models import AttemptState, Booking, BookingState, Movement, MovementStage, OfferSearch
from travel.steps import BookingLine

pytestmark = pytest.mark.usefixtures("follower")


@pytest.fixture(autouse=True)
def _fast(settings):
    settings.TRAVEL_PACE = 0.0001


def free(by, *ages):
    """A family of a mandate that lacks nothing else."""
    return cleared(by, *ages, mandate="diaspora", programme="mida")


def page(made):
    return f"/movements/{made.code}/"


def lost(by, airline):
    """A movement whose order was lost, until a person must decide."""
    made = asked(by)
    airline.fault("timeout_before", endpoint="create_order", count=1, seconds=3)
    work()
    expire_offer(made)
    work(3)
    assert attempt_of(made).state == AttemptState.NEEDS_PERSON
    return made


def test_a_search_is_watched_and_its_offers_are_compared(airline, sign_in, travel_officer, aino):
    made, browser = movement(aino, free(aino, 34, 7)), sign_in(travel_officer)
    browser.post(f"{page(made)}seats/search/")
    browser.post(f"{page(made)}seats/search/")
    assert OfferSearch.objects.count() == 1
    assert 'hx-trigger="every 2s"' in browser.get(f"{page(made)}seats/").content.decode()
    work()
    shown = browser.get(f"{page(made)}seats/offers/").content.decode()
    assert "every 2s" not in shown
    assert "EUR" in shown
    assert "EET, UTC+2" in shown


def test_seats_are_chosen_approved_and_bought_once(airline, sign_in, travel_officer, aino):
    made, browser = movement(aino, free(aino, 34, 7)), sign_in(travel_officer)
    browser.post(f"{page(made)}seats/search/")
    work()
    search = OfferSearch.objects.get()
    browser.post(f"{page(made)}seats/choose/", {"search": search.code, "key": search.choices[0]["key"]})
    check = browser.get(f"{page(made)}seats/book/").content.decode()
    assert "Book 2 seats" in check
    for __ in range(2):
        answer = browser.post(f"{page(made)}seats/book/", {"cap": search.choices[0]["amount"]})
    assert answer.url == page(made)
    assert 'hx-trigger="every 2s"' in browser.get(page(made)).content.decode()
    work(4)
    shown = browser.get(page(made)).content.decode()
    assert "2 of 2 ticketed" in shown
    assert "every 2s" not in shown
    assert len(airline.living()) == 1


def test_a_price_below_the_offer_is_refused_and_kept(airline, sign_in, travel_officer, aino):
    made = chosen(travel_officer, free(aino, 34))
    answer = sign_in(travel_officer).post(f"{page(made)}seats/book/", {"cap": "1.00"}).content.decode()
    assert "approve at least that" in answer
    assert 'value="1.00"' in answer
    assert Booking.objects.get().state == BookingState.DRAFT


def test_who_may_not_approve_is_told_who_may(airline, sign_in, aino):
    made = movement(aino, cleared(aino, 34))
    Booking.objects.update(quoted=Decimal(100), currency="EUR")
    Movement.objects.update(itinerary=[{"carrier": "TK"}])
    browser = sign_in(aino)
    assert "A travel officer or a team lead approves the price" in browser.get(f"{page(made)}seats/").content.decode()
    assert browser.get(f"{page(made)}seats/book/").status_code == 404


def test_where_no_seats_could_be_had_other_flights_may_be_chosen(airline, sign_in, travel_officer, aino):
    made = chosen(travel_officer, free(aino, 34))
    move_movement(movement=made, to=MovementStage.BOOKING, by=aino, verb="travel.booked")
    Booking.objects.update(state=BookingState.REFUSED, why="no_seats")
    browser = sign_in(travel_officer)
    assert "There are no seats left on the chosen flights" in browser.get(page(made)).content.decode()
    browser.post(f"{page(made)}seats/anew/")
    made.refresh_from_db()
    assert (made.stage, Booking.objects.get().state) == (MovementStage.PLANNED, BookingState.DRAFT)


def test_a_lost_order_shows_its_evidence_and_waits_on_the_desk(airline, sign_in, travel_officer, aino):
    made, browser = lost(aino, airline), sign_in(travel_officer)
    shown = browser.get(page(made)).content.decode()
    assert str(attempt_of(made).code) in shown
    assert "There is no order" in shown
    assert "every 2s" not in shown
    assert f"{made.reference}: a lost order waits" in browser.get("/desk/").content.decode()


def test_no_order_is_decided_and_booked_anew(airline, sign_in, travel_officer, aino):
    made = lost(aino, airline)
    address = f"{page(made)}attempts/{attempt_of(made).code}/not-booked/"
    browser = sign_in(travel_officer)
    assert "This field is required" in browser.post(address, {"note": ""}).content.decode()
    assert browser.post(address, {"note": "Their support, 14:20"}).url == page(made)
    work(6)
    assert Booking.objects.get().state == BookingState.TICKETED
    assert len(airline.living()) == 1


def test_an_attempt_of_another_movement_meets_nothing(airline, sign_in, travel_officer, aino):
    made, other = lost(aino, airline), movement(aino, free(aino, 40))
    address = f"{page(other)}attempts/{attempt_of(made).code}/found/"
    assert sign_in(travel_officer).get(address).status_code == 404


def test_a_cancelled_journey_gives_its_seats_back(airline, sign_in, travel_officer, aino):
    made, browser = asked(aino), sign_in(travel_officer)
    work(4)
    assert "Cancel the journey of one person" in browser.get(f"{page(made)}cancel/").content.decode()
    browser.post(f"{page(made)}cancel/", {"reason": "The authority took its decision back"})
    work(2)
    assert Booking.objects.get().state == BookingState.CANCELLED
    assert not airline.living()


def test_an_unknown_outcome_replaces_the_last_word(airline, aino):
    made = asked(aino)
    airline.fault("timeout_before", endpoint="create_order", count=1, seconds=3)
    work()
    attempt, booking = attempt_of(made), Booking.objects.get()
    last = BookingLine(booking, [], [attempt], "duffel").steps[-1]
    assert (str(last.words), last.is_late) == ("Not known", True)


def test_a_held_order_says_until_when(airline, aino):
    made = asked(aino)
    work()
    held = attempt_of(made).steps.filter(state=AttemptState.HELD).first()
    assert held.facts["pay_by"] > timezone.now().isoformat()[:10]
