"""Planning a movement: what is refused, who is seated where."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from cases.actions.cases import change_standing
from cases.actions.people import correct_person
from cases.births import Birth
from cases.models import Event, Standing
from cases.timeline import sentence_of
from tests.travel.factories import cleared, family, movement, soon
from travel.actions.clearances import require_clearance
from travel.actions.families import ask_parting, confirm_parting
from travel.actions.planning import Party, plan_movement
from travel.models import ClearanceKind, Movement
from travel.parties import Seat, alone, laps, split_family


def plan(by, *parties, **columns):
    options = {"origin": "FIH", "destination": "HEL", "departs_on": soon(), "arrives_on": soon(31)}
    return plan_movement(parties=parties, by=by, **(options | columns))


def test_a_movement_has_a_reference_and_a_line_in_every_timeline(aino):
    one, other = cleared(aino, 30), cleared(aino, 40, 12)
    made = movement(aino, one, other)
    assert made.reference == f"M-{date.today().year}-00001"
    assert set(Event.objects.filter(verb="travel.planned").values_list("case", flat=True)) == {one.pk, other.pk}
    assert "FIH–HEL" in sentence_of(Event.objects.filter(verb="travel.planned").first())


def test_a_family_of_eleven_travels_on_two_orders_with_an_adult_each(aino):
    made = movement(aino, cleared(aino, 41, 38, 17, 15, 13, 11, 9, 7, 5, 3, 0))
    sizes = sorted(booking.travellers.count() for booking in made.bookings.all())
    assert sizes == [5, 6]
    assert not made.travellers.filter(is_alone=True).exists()
    assert made.travellers.filter(is_on_lap=True).count() == 1


def test_families_never_share_an_order(aino):
    made = movement(aino, cleared(aino, 30), cleared(aino, 40))
    assert made.bookings.count() == 2


def test_a_day_outside_the_window_is_refused(aino):
    with pytest.raises(ValidationError, match="Entry permit does not hold"):
        movement(aino, cleared(aino, 30), departs_on=soon(61), arrives_on=soon(61))


def test_a_clearance_that_is_not_held_is_refused(aino):
    case = cleared(aino, 30)
    require_clearance(case=case, people=Party.whole(case).people, kind=ClearanceKind.EXIT_PERMIT, by=aino)
    with pytest.raises(ValidationError, match="Exit permit"):
        movement(aino, case)


def test_a_birth_year_alone_is_not_enough_for_a_ticket(aino):
    case = cleared(aino, 30)
    correct_person(person=Party.whole(case).people[0], birth=Birth.in_year(1989))
    with pytest.raises(ValidationError, match="full birth date"):
        movement(aino, case)


def test_the_birth_date_of_the_travel_document_is_enough(aino):
    case = cleared(aino, 30)
    person = Party.whole(case).people[0]
    correct_person(person=person, birth=Birth.in_year(1989), document_birth_date=date(1989, 1, 1))
    assert movement(aino, case)


@pytest.mark.parametrize("name", ["Фураха", "فراحة", "Furaha 2"])
def test_a_name_that_is_not_latin_is_refused(aino, name):
    case = cleared(aino, 30)
    correct_person(person=Party.whole(case).people[0], given_names=name)
    with pytest.raises(ValidationError, match="Latin letters"):
        movement(aino, case)


def test_nobody_is_left_behind_without_a_reason_and_a_second_person(aino, travel_officer):
    case = cleared(aino, 34, 30, 7)
    *going, child = Party.whole(case).people
    party = Party(case, tuple(going))
    with pytest.raises(ValidationError, match="left behind"):
        plan(aino, party)
    parting = ask_parting(case=case, person=child, reason="In hospital with an aunt", by=aino)
    with pytest.raises(ValidationError, match="second person"):
        confirm_parting(parting=parting, by=aino)
    with pytest.raises(ValidationError, match="left behind"):
        plan(aino, party)
    confirm_parting(parting=parting, by=travel_officer)
    assert plan(aino, party).travellers.count() == 2


def test_who_may_part_may_also_go_alone(aino, travel_officer):
    case = cleared(aino, 34, 30, 20)
    eldest = Party.whole(case).people[2]
    parting = ask_parting(case=case, person=eldest, reason="Studies begin", by=aino)
    confirm_parting(parting=parting, by=travel_officer)
    assert plan(aino, Party(case, (eldest,))).travellers.count() == 1


def test_who_waits_is_not_left_behind(aino):
    case = cleared(aino, 34, 30)
    change_standing(member=case.members.last(), standing=Standing.WAITS, by=aino)
    assert movement(aino, case).travellers.count() == 1


def test_two_seats_in_the_same_days_are_refused(aino):
    case = cleared(aino, 30)
    movement(aino, case)
    with pytest.raises(ValidationError, match="already has a seat"):
        movement(aino, case, departs_on=soon(31), arrives_on=soon(31))
    assert Movement.objects.count() == 1


def test_a_child_without_an_adult_is_marked(aino):
    made = movement(aino, cleared(aino, 16))
    assert made.travellers.get().is_alone


def test_every_reason_is_said_at_once(aino):
    case = family(aino, 34, 30)
    one, other = Party.whole(case).people
    correct_person(person=one, given_names="Фураха")
    correct_person(person=other, birth=Birth())
    with pytest.raises(ValidationError) as refusal:
        movement(aino, case)
    assert len(refusal.value.messages) == 2


def test_what_the_decision_says_a_person_needs_becomes_the_airlines_code(aino):
    case = cleared(aino, 30)
    case.members.update(needs=["wheelchair", "pregnancy", "other"])
    assert movement(aino, case).travellers.get().needs == ["WCHR", "MEDA"]


@given(st.lists(st.integers(0, 80), min_size=1, max_size=30))
def test_families_are_split_as_far_as_adults_go(ages):
    family = [Seat(number, age) for number, age in enumerate(ages)]
    orders = split_family(family)
    assert sorted(one.key for order in orders for one in order) == list(range(len(ages)))
    assert all(1 <= len(order) <= 9 for order in orders)
    assert len(orders) == -(-len(ages) // 9)
    if sum(age >= 18 for age in ages) >= len(orders):
        assert not any(alone(order) for order in orders)


@given(st.lists(st.integers(0, 80), min_size=1, max_size=9))
def test_each_infant_lies_on_a_lap_of_its_own(ages):
    pairs = laps([Seat(number, age) for number, age in enumerate(ages)])
    assert len(set(pairs.values())) == len(pairs)
    assert all(ages[infant] < 2 and ages[adult] >= 18 for infant, adult in pairs.items())
    assert len(pairs) == min(sum(age < 2 for age in ages), sum(age >= 18 for age in ages))
