"""The list of movements, the page of one, and its manifest."""

import pytest

from cases.actions.cases import add_member
from cases.models import Relation
from tests import factories
from tests.travel.factories import cleared, movement, soon
from travel.actions.stages import move_movement
from travel.models import Movement, MovementStage


def page(made):
    return f"/movements/{made.code}/"


def test_coming_journeys_stand_first_to_last(sign_in, aino):
    late, early = (movement(aino, cleared(aino, 30), departs_on=soon(n), arrives_on=soon(n)) for n in (40, 20))
    assert [row.pk for row in sign_in(aino).get("/travel/").context["page"].rows] == [early.pk, late.pk]


def test_a_filter_is_in_the_address_and_can_be_removed(sign_in, aino):
    movement(aino, cleared(aino, 30))
    shown = sign_in(aino).get("/travel/?stage=booked&country=FI")
    assert not shown.context["page"].rows
    assert [tag.address for tag in shown.context["tags"]] == ["?country=FI", "?stage=booked"]


def test_cancelled_journeys_are_over(sign_in, aino):
    made = movement(aino, cleared(aino, 30))
    move_movement(movement=made, to=MovementStage.CANCELLED, by=aino, verb="travel.cancelled")
    browser = sign_in(aino)
    assert not browser.get("/travel/").context["page"].rows
    assert browser.get("/travel/?when=past").context["page"].rows


def test_a_long_list_is_read_page_by_page(sign_in, aino):
    for number in range(45):
        movement(aino, cleared(aino, 30), departs_on=soon(10 + number % 7), arrives_on=soon(20))
    browser = sign_in(aino)
    first = browser.get("/travel/").context["page"]
    second = browser.get(f"/travel/?after={first.later}").context["page"]
    assert {row.pk for row in first.rows + second.rows} == set(Movement.objects.values_list("pk", flat=True))


def test_the_page_says_who_travels_when_and_with_which_needs(sign_in, aino):
    case = cleared(aino, 34, 7, 0)
    case.members.filter(relation=Relation.PRINCIPAL).update(needs=["wheelchair"])
    shown = sign_in(aino).get(page(movement(aino, case))).content.decode()
    assert "Kinshasa to Helsinki" in shown
    assert "3 travellers" in shown
    assert "inside every travel window" in shown
    assert "Wheelchair to the aircraft (WCHR)" in shown
    assert "on a lap" in shown


def test_a_journey_outside_the_window_says_so(sign_in, aino):
    made = movement(aino, cleared(aino, 30))
    Movement.objects.filter(pk=made.pk).update(departs_on=soon(70), arrives_on=soon(70))
    assert "outside a travel window" in sign_in(aino).get(page(made)).content.decode()


def test_families_of_another_mandate_are_counted_and_not_named(sign_in, travel_officer, aino):
    own, foreign = cleared(aino, 30), cleared(aino, 40, 8, mandate="diaspora", programme="mida")
    add_member(case=foreign, person=factories.person("Hidden", "Name"), relation=Relation.SIBLING, standing="waits")
    made = movement(travel_officer, own, foreign)
    shown = sign_in(aino).get(page(made))
    assert "2 more travellers belong to cases that you do not see" in " ".join(shown.content.decode().split())
    assert foreign.reference not in shown.content.decode()
    assert not any(shown.context["sheet"].may.values())


@pytest.mark.parametrize("leaf", ["", "bookings/", "manifest/", "seats/", "gate/", "cancel/"])
def test_a_stranger_meets_nothing(sign_in, aino, bilal, marjut, leaf):
    address = page(movement(aino, cleared(aino, 30))) + leaf
    assert [sign_in(user).get(address).status_code for user in (bilal, marjut)] == [404, 404]


def test_the_manifest_prints_names_and_birth_dates_of_documents(sign_in, aino):
    made = movement(aino, cleared(aino, 34, 7))
    shown = sign_in(aino).get(f"{page(made)}manifest/").content.decode()
    assert "BAHATI, Furaha" in shown
    assert f"01.01.{soon().year - 34}" in shown


def test_a_journey_is_found_by_its_reference(sign_in, aino, bilal):
    made = movement(aino, cleared(aino, 30))
    assert made.reference in sign_in(aino).get(f"/people/?q={made.reference}").content.decode()
    found = sign_in(bilal).get(f"/people/?q={made.reference}").content.decode()
    assert page(made) not in found


def test_the_desk_shows_who_arrives_in_fourteen_days(sign_in, aino):
    made = movement(aino, cleared(aino, 30, 7), departs_on=soon(3), arrives_on=soon(4))
    assert f'href="{page(made)}"' in sign_in(aino).get("/desk/").content.decode()


def test_large_journeys_ask_no_more_of_the_database(questions, aino):
    small = movement(aino, cleared(aino, 30))
    large = movement(aino, *(cleared(aino, 30, *range(1, 12)) for __ in range(3)))
    assert questions(aino, page(small)) == questions(aino, page(large))
    assert questions(aino, f"{page(small)}manifest/") == questions(aino, f"{page(large)}manifest/")
    assert questions(aino, f"{page(small)}bookings/") == questions(aino, f"{page(large)}bookings/")


def test_a_list_of_thirty_asks_no_more_of_the_database(questions, aino):
    movement(aino, cleared(aino, 30))
    one = questions(aino, "/travel/")
    for __ in range(29):
        movement(aino, cleared(aino, 30))
    assert questions(aino, "/travel/") == one
