"""Timetables: every journey is one that people can make, on clocks that agree with their zones."""

import datetime as dt
import subprocess
import sys
from decimal import Decimal
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.travel.sandbox.customer import SOON
from travel.sandbox.schedules import LONGEST_CHANGE, journeys, longest_change

ABROAD = [
    *("FIH", "EBB", "ADD", "NBO", "KGL", "KRT", "CAI", "MGQ", "DAR"),
    *("BEY", "AMM", "IST", "EBL", "THR", "BGW", "DXB", "ISB", "KBL"),
]
NORDIC = ["HEL", "ARN", "GOT", "MMX", "KEF", "AEY", "TMP", "OUL", "TKU"]
ROUTES = st.tuples(st.sampled_from(ABROAD), st.sampled_from(NORDIC)).flatmap(st.permutations)
DAYS = st.dates(dt.date(2025, 1, 1), dt.date(2032, 12, 31))  # with every change of the clocks in them
HOUR, LONGEST = dt.timedelta(hours=1), dt.timedelta(hours=48)


@settings(deadline=None)
@given(route=ROUTES, day=DAYS, seed=st.text(max_size=5))
def test_people_arrive_after_they_leave_and_can_change_planes(route, day, seed):
    found = journeys(seed, *route, day, 3)
    assert found
    for journey in found:
        assert [journey[0].origin, journey[-1].destination] == list(route)
        assert journey[0].departs.date() == day
        assert all(flight.duration >= dt.timedelta(minutes=40) for flight in journey)
        for one, other in pairwise(journey):
            assert one.destination == other.origin
            assert other.departs.astimezone(dt.UTC) - one.arrives.astimezone(dt.UTC) >= HOUR
        assert longest_change(journey) <= LONGEST_CHANGE or len(found) <= 2
        assert journey[-1].arrives.astimezone(dt.UTC) - journey[0].departs.astimezone(dt.UTC) < LONGEST


@settings(deadline=None)
@given(route=ROUTES, day=DAYS)
def test_local_times_exist_on_the_clock_of_their_airport(route, day):
    for journey in journeys("1951", *route, day, 3):
        for moment in (end for flight in journey for end in (flight.departs, flight.arrives)):
            there = moment.tzinfo
            assert moment.astimezone(dt.UTC).astimezone(there).replace(tzinfo=None) == moment.replace(tzinfo=None)


def test_another_start_of_the_airline_has_the_same_timetable():
    words = "from travel.sandbox.schedules import journeys; from datetime import date; "
    words += "print([journeys('1951', 'EBB', end, date(2027, 5, 1), 3) for end in ('HEL', 'AEY', 'MMX')])"
    said = {
        subprocess.run(
            [sys.executable, "-c", words], check=True, capture_output=True, env={"PYTHONHASHSEED": lot}
        ).stdout
        for lot in ("1", "2")
    }
    assert len(said) == 1


def test_every_route_has_three_offers_and_one_to_hold(customer):
    for origin, destination in [*zip(ABROAD, NORDIC * 2, strict=True), *zip(NORDIC, ABROAD, strict=False)]:
        offers = customer.search(origin=origin, destination=destination)
        assert len({one["total_amount"] for one in offers}) >= 3
        assert any(not one["payment_requirements"]["requires_instant_payment"] for one in offers)


def test_offers_tell_the_journey_in_local_times(customer):
    offer = customer.offer(origin="NBO", destination="AEY")
    segments = offer["slices"][0]["segments"]
    for segment in segments:
        leaves = at(segment["departing_at"], segment["origin"])
        assert at(segment["arriving_at"], segment["destination"]) > leaves
        assert segment["marketing_carrier"]["iata_code"] and segment["marketing_carrier_flight_number"].isdigit()
    assert segments[0]["origin"]["time_zone"] == "Africa/Nairobi"
    assert segments[-1]["destination"]["time_zone"] == "Atlantic/Reykjavik"


def at(text, airport):
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(airport["time_zone"]))


def test_an_airport_outside_the_network_is_reached_too(customer):
    assert len(customer.search(origin="DAM", destination="OUL")) >= 3


def test_there_and_back_is_one_offer(customer):
    back = (dt.date.fromisoformat(SOON) + dt.timedelta(days=9)).isoformat()
    there = {"origin": "HEL", "destination": "BGW", "departure_date": SOON}
    home = {"origin": "BGW", "destination": "HEL", "departure_date": back}
    reply = customer.post("/air/offer_requests", {"slices": [there, home], "passengers": [{"type": "adult"}]})
    assert {len(offer["slices"]) for offer in reply.json()["data"]["offers"]} == {2}


def test_children_pay_less_and_infants_least(customer):
    def cheapest(party):
        return Decimal(customer.search(party)[0]["total_amount"])

    alone = cheapest([{"type": "adult"}])
    infant = cheapest([{"type": "adult"}, {"age": 0}]) - alone
    child = cheapest([{"type": "adult"}, {"age": 9}]) - alone
    assert 0 < infant < child < alone


def test_no_more_changes_of_plane_than_asked(customer):
    where = [{"origin": "FIH", "destination": "HEL", "departure_date": SOON}]
    wish = {"slices": where, "passengers": [{"type": "adult"}], "max_connections": 1}
    offers = customer.post("/air/offer_requests", wish).json()["data"]["offers"]
    assert {len(offer["slices"][0]["segments"]) for offer in offers} <= {1, 2}
