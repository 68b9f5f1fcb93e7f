"""The clearances of a case on its page, and each act on them."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from accounts.models import OrganisationKind
from tests import factories
from tests.travel.factories import cleared, family
from travel.actions.clearances import ask_clearance, hold_clearance, require_clearance
from travel.actions.planning import Party
from travel.models import Clearance, ClearanceKind, ClearanceState

EXIT = ClearanceKind.EXIT_PERMIT


def people_of(case):
    return Party.whole(case).people


def owed(by, *ages):
    """A family that still lacks its exit permits."""
    case = cleared(by, *ages)
    require_clearance(case=case, people=people_of(case), kind=EXIT, by=by, owed_by="the embassy")
    return case


def table(case):
    return f"/travel/cases/{case.code}/clearances/"


def state_of(case, kind=EXIT):
    return set(Clearance.objects.filter(case=case, kind=kind).values_list("state", flat=True))


def test_the_page_says_who_owes_what_since_when(sign_in, aino):
    case = owed(aino, 30, 7)
    day = timezone.localdate() - timedelta(days=12)
    ask_clearance(case=case, people=people_of(case), kind=EXIT, by=aino, owed_by="IOM Kampala", asked_on=day)
    page = sign_in(aino).get(table(case)).content.decode()
    assert "<b>12</b>" in page
    assert "IOM Kampala" in page
    assert "All 2 can travel between" in page


def test_two_people_are_recorded_as_held_at_once(sign_in, aino):
    case = owed(aino, 30, 7)
    typed = {"people": [one.code for one in people_of(case)], "valid_from": "2026-12-01", "valid_until": "2026-12-31"}
    answer = sign_in(aino).post(f"{table(case)}exit_permit/hold/", typed)
    assert answer.url == table(case)
    assert state_of(case) == {ClearanceState.HELD}
    assert Clearance.objects.filter(kind=EXIT).first().valid.upper == date(2027, 1, 1)


def test_who_still_lacks_it_is_ticked_already(sign_in, aino):
    case = owed(aino, 30, 7)
    one, other = people_of(case)
    hold_clearance(case=case, people=[one], kind=EXIT, by=aino)
    form = sign_in(aino).get(f"{table(case)}exit_permit/hold/").context["form"]
    assert form.initial["people"] == [other.code]


def test_a_change_begins_with_what_is_held(sign_in, aino):
    case = owed(aino, 30)
    [person] = people_of(case)
    hold_clearance(case=case, people=[person], kind=EXIT, by=aino, valid_until=date(2026, 12, 31))
    form = sign_in(aino).get(f"{table(case)}exit_permit/hold/?person={person.code}").context["form"]
    assert (form.initial["valid_from"], form.initial["valid_until"]) == (None, date(2026, 12, 31))


def test_people_whose_days_differ_begin_with_empty_days(sign_in, aino):
    case = owed(aino, 30, 7)
    people = people_of(case)
    for person, day in zip(people, (30, 31), strict=True):
        hold_clearance(case=case, people=[person], kind=EXIT, by=aino, valid_until=date(2026, 12, day))
    chosen = "&".join(f"person={person.code}" for person in people)
    form = sign_in(aino).get(f"{table(case)}exit_permit/hold/?{chosen}").context["form"]
    assert "valid_until" not in form.initial


def test_a_wrong_date_keeps_what_was_typed_and_says_what_to_correct(sign_in, aino):
    case = owed(aino, 30)
    typed = {"people": [people_of(case)[0].code], "valid_from": "2026-12-31", "valid_until": "2026-12-01"}
    page = sign_in(aino).post(f"{table(case)}exit_permit/hold/", typed).content.decode()
    assert 'class="error-summary"' in page
    assert "The last day lies before the first." in page
    assert 'value="2026-12-31"' in page
    assert state_of(case) == {ClearanceState.MISSING}


def test_what_a_colleague_recorded_meanwhile_is_not_written_over(sign_in, aino, lead):
    case = owed(aino, 30)
    browser, address = sign_in(aino), f"{table(case)}exit_permit/refuse/"
    seen = browser.get(address).context["form"].initial["seen"]
    hold_clearance(case=case, people=people_of(case), kind=EXIT, by=lead)
    typed = {"people": [people_of(case)[0].code], "reason": "No", "seen": seen}
    page = browser.post(address, typed)
    assert "A colleague recorded something here meanwhile" in page.content.decode()
    assert state_of(case) == {ClearanceState.HELD}
    again = typed | {"seen": page.context["form"]["seen"].value()}
    assert browser.post(address, again).url == table(case)
    assert state_of(case) == {ClearanceState.REFUSED}


def test_it_is_asked_for_of_an_organisation(sign_in, aino):
    case = owed(aino, 30)
    mission = factories.organisation("iom-kampala", OrganisationKind.IOM_MISSION, "UG")
    typed = {"people": [people_of(case)[0].code], "organisation": mission.pk, "asked_on": "2026-11-01"}
    sign_in(aino).post(f"{table(case)}exit_permit/ask/", typed)
    line = Clearance.objects.get(kind=EXIT)
    assert (line.owed_by_organisation, line.asked_on) == (mission, date(2026, 11, 1))


def test_a_reminder_is_one_click(sign_in, aino):
    case = owed(aino, 30)
    ask_clearance(case=case, people=people_of(case), kind=EXIT, by=aino)
    sign_in(aino).post(f"{table(case)}exit_permit/remind/")
    assert Clearance.objects.get(kind=EXIT).reminded_on == timezone.localdate()


def test_a_reminder_of_what_nobody_was_asked_for_is_refused_in_words(sign_in, aino):
    case = owed(aino, 30)
    page = sign_in(aino).post(f"{table(case)}exit_permit/remind/", follow=True)
    assert "ask for it first" in page.content.decode()


def test_only_a_lead_is_offered_to_waive(sign_in, aino, lead):
    case = owed(aino, 30)
    typed = {"people": [people_of(case)[0].code], "reason": "Citizens need none"}
    assert "waive" not in sign_in(aino).get(table(case)).content.decode()
    assert sign_in(aino).post(f"{table(case)}exit_permit/waive/", typed).status_code == 404
    assert sign_in(lead).post(f"{table(case)}exit_permit/waive/", typed).url == table(case)
    assert state_of(case) == {ClearanceState.WAIVED}


def test_something_more_is_required_of_all_once(sign_in, aino):
    case = owed(aino, 30, 7)
    for __ in range(2):
        sign_in(aino).post(f"{table(case)}require/", {"kind": "transit_visa"})
    assert Clearance.objects.filter(case=case, kind="transit_visa").count() == 2


def test_a_birth_date_of_the_document_is_recorded_where_it_is_missing(sign_in, aino):
    case = family(aino, 30)
    person = people_of(case)[0]
    person.birth_precision, person.birth_month, person.birth_day = "year", None, None
    person.save()
    browser = sign_in(aino)
    assert "the full birth date of the travel document is missing" in browser.get(table(case)).content.decode()
    browser.post(
        f"/travel/cases/{case.code}/people/{person.code}/document/",
        {"document_name": "BAHATI, Furaha", "document_birth_date": "1996-01-01"},
    )
    person.refresh_from_db()
    assert person.document_birth_date == date(1996, 1, 1)
    assert "birth date of the travel document is missing" not in browser.get(table(case)).content.decode()


@pytest.mark.parametrize("page", ["", "exit_permit/hold/", "exit_permit/ask/"])
def test_a_stranger_meets_nothing(sign_in, aino, bilal, marjut, page):
    address = table(owed(aino, 30)) + page
    assert [sign_in(user).get(address).status_code for user in (bilal, marjut)] == [404, 404]


def test_a_person_of_another_case_meets_nothing(sign_in, aino):
    one, other = owed(aino, 30), owed(aino, 40)
    person = people_of(other)[0]
    assert sign_in(aino).get(f"/travel/cases/{one.code}/people/{person.code}/document/").status_code == 404


def test_an_unknown_kind_or_act_meets_nothing(sign_in, aino):
    case = owed(aino, 30)
    assert sign_in(aino).get(f"{table(case)}exit_permit/forget/").status_code == 404
    assert sign_in(aino).get(f"{table(case)}visa/hold/").status_code == 404


def test_a_large_family_asks_no_more_of_the_database(questions, aino):
    assert questions(aino, table(owed(aino, 30))) == questions(aino, table(owed(aino, *range(1, 31))))
