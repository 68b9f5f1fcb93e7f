"""The planner: who may be chosen, the days they share, what speaks against a journey, planning it."""

from cases.actions.people import correct_person
from cases.models import Access
from tests.resettlement.factories import clear, dossier
from tests.travel.factories import cleared, family, movement, soon
from travel.actions.clearances import require_clearance
from travel.actions.planning import Party
from travel.models import ClearanceKind, Movement

PLAN = "/travel/plan/"


def people_of(*cases):
    return [person.code for case in cases for person in Party.whole(case).people]


def address(*cases):
    return f"{PLAN}?" + "&".join(f"case={case.code}" for case in cases)


def typed(*cases, **more):
    said = {"departs_on": soon().isoformat(), "arrives_on": soon(31).isoformat(), "origin": "fih",
            "destination": "HEL", "seats_from": "duffel", "people": people_of(*cases)}  # fmt: skip
    return said | more


def placed(by, is_ready=True, **columns):
    """A dossier whose people have Latin names; with all clearances or with none."""
    made = dossier(by, **columns)
    for person in Party.whole(made.case).people:
        correct_person(person=person, given_names="Furaha")
    if is_ready:
        clear(made, by)
    return made


def free(by, *ages):
    """A family of a mandate that follows no journeys."""
    return cleared(by, *ages, mandate="diaspora", programme="mida")


def test_those_who_lack_something_are_shown_with_why(sign_in, travel_officer, aino):
    ready, other = placed(aino), placed(aino, is_ready=False)
    page = sign_in(travel_officer).get(PLAN)
    assert [one.case for one in page.context["ready"]] == [ready.case]
    assert [one.case for one in page.context["waiting"]] == [other.case]
    assert "Exit permit" in page.content.decode()


def test_a_case_without_its_municipality_is_not_ready(sign_in, aino):
    placed(aino, placed=False)
    [waiting] = sign_in(aino).get(PLAN).context["waiting"]
    assert "The municipality" in str(waiting.missing[0])


def test_a_name_that_no_airline_takes_keeps_a_case_from_being_chosen(sign_in, aino):
    one = placed(aino)
    correct_person(person=Party.whole(one.case).people[0], given_names="فراحة")
    [waiting] = sign_in(aino).get(PLAN).context["waiting"]
    assert "Latin letters" in str(waiting.missing[0])


def test_who_has_seats_already_is_not_offered(sign_in, aino):
    case = cleared(aino, 30)
    movement(aino, case)
    page = sign_in(aino).get(PLAN)
    assert not page.context["ready"] + page.context["waiting"]


def test_a_name_narrows_the_list_down(sign_in, travel_officer, aino):
    case = free(aino, 30)
    browser = sign_in(travel_officer)
    assert [one.case for one in browser.get(f"{PLAN}?q=bahati").context["ready"]] == [case]
    assert not browser.get(f"{PLAN}?q=nobody").context["ready"]


def test_two_families_see_the_days_they_share(sign_in, travel_officer, aino):
    page = sign_in(travel_officer).get(address(free(aino, 30), free(aino, 40, 3))).content.decode()
    assert "Plan the journey of 3 people" in page
    assert "All 3 can travel between" in " ".join(page.split())
    assert 'class="w-mine"' in page


def test_checking_plans_nothing_and_says_what_follows(sign_in, travel_officer, aino):
    case = free(aino, 41, 38, 17, 15, 13, 11, 9, 7, 5, 3, 0)
    page = sign_in(travel_officer).post(address(case), typed(case)).content.decode()
    assert "Nothing speaks against it" in page
    assert "Their seats are 2 orders" in " ".join(page.split())
    assert not Movement.objects.exists()


def test_a_checked_journey_is_planned_once(sign_in, travel_officer, aino):
    case = free(aino, 30, 7)
    browser = sign_in(travel_officer)
    answers = [browser.post(address(case), typed(case, confirmed="1")) for __ in range(2)]
    made = Movement.objects.get()
    assert answers[0].url == f"/movements/{made.code}/"
    assert "already has a seat" in answers[1].content.decode()
    assert (made.origin, made.travellers.count()) == ("FIH", 2)


def test_every_refusal_stands_in_the_summary_and_nothing_typed_is_lost(sign_in, travel_officer, aino):
    case = free(aino, 30, 28)
    one, other = Party.whole(case).people
    correct_person(person=one, given_names="Фураха")
    require_clearance(case=case, people=[other], kind=ClearanceKind.EXIT_PERMIT, by=aino)
    page = sign_in(travel_officer).post(address(case), typed(case, origin="EBB")).content.decode()
    assert 'class="error-summary"' in page
    assert "Exit permit" in page
    assert 'value="EBB"' in page


def test_nobody_is_left_behind_without_leave(sign_in, travel_officer, aino):
    case = free(aino, 34, 7)
    said = typed(case, people=people_of(case)[:1])
    assert "would be left behind" in sign_in(travel_officer).post(address(case), said).content.decode()


def test_an_airport_that_does_not_exist_is_refused(sign_in, travel_officer, aino):
    case = free(aino, 34)
    page = sign_in(travel_officer).post(address(case), typed(case, origin="QQQ")).content.decode()
    assert "There is no airport with this code." in page


def test_origin_and_destination_are_suggested_from_the_case(sign_in, aino):
    one = placed(aino)
    one.country_of_asylum, one.arrival_airport = "UGA", "OUL"
    one.save(update_fields=["country_of_asylum", "arrival_airport"])
    form = sign_in(aino).get(address(one.case)).context["form"]
    assert (form.initial["origin"], form.initial["destination"]) == ("EBB", "OUL")


def test_a_strangers_case_is_not_planned(sign_in, bilal, aino):
    page = sign_in(bilal).get(address(family(aino, 30)))
    assert "candidates" not in page.context
    assert not page.context["ready"]


def test_every_case_that_was_shown_counts_as_looked_at(sign_in, aino):
    case = cleared(aino, 30)
    sign_in(aino).get(PLAN)
    assert Access.objects.filter(case=case, user=aino).exists()


def test_thirty_cases_ask_no_more_of_the_database(questions, aino):
    first, __ = placed(aino), placed(aino, is_ready=False)
    one = questions(aino, PLAN)
    cases = [placed(aino, is_ready=number < 15) for number in range(29)]
    assert questions(aino, PLAN) == one
    assert questions(aino, address(first.case)) == questions(aino, address(*(each.case for each in cases[:15])))
