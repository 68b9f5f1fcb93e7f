"""A later file for a known case: what follows it, what stays, and who is asked."""

import pytest

from cases.actions.cases import change_standing, close_case
from cases.actions.people import correct_person
from cases.models import Case, Event, Member, Outcome, Person, Standing, Task
from cases.timeline import sentence_of
from decisions.models import Decision
from tests.decisions.factories import accept_rows, upload_rows

PARENT = {"person_number": "1"}
CHILD = {"relation": "lapsi", "given_names": "Baraka", "date_of_birth": "1.2.2015", "person_number": "2"}


@pytest.fixture
def family(marjut) -> Case:
    """A mother and her son."""
    accept_rows(marjut, PARENT, CHILD)
    return Case.objects.get()


def test_the_same_values_in_another_file_are_unchanged(family, marjut):
    made = upload_rows(marjut, CHILD, PARENT)
    assert (made.cases_unchanged, made.cases_changed) == (1, 0)


def test_what_the_authority_corrects_is_corrected(family, marjut, mandate):
    accept_rows(marjut, PARENT, CHILD | {"given_names": "Baraka Amani", "date_of_birth": "2.2.2015"})
    child = Person.objects.get(given_names="Baraka Amani")
    assert (str(child.birth), Person.objects.count()) == ("02.02.2015", 2)
    assert [told["before"].number for told in mandate.changed] == [1]


def test_what_an_officer_recorded_meanwhile_stays(family, marjut):
    person = Person.objects.get(given_names="Furaha")
    correct_person(person=person, phone="+256 700 000001", needs_interpreter=True)
    accept_rows(marjut, PARENT | {"latest_arrival_date": "1.6.2027"}, CHILD)
    person.refresh_from_db()
    assert (person.phone, person.needs_interpreter) == ("+256 700 000001", True)


def test_a_new_member_joins(family, marjut):
    accept_rows(marjut, PARENT, CHILD, CHILD | {"given_names": "Neema", "person_number": "3", "sex": "N"})
    assert [member.person.given_names for member in family.members.all()] == ["Furaha", "Baraka", "Neema"]


def test_somebody_no_longer_listed_stays_and_is_asked_about(family, marjut):
    accept_rows(marjut, PARENT)
    assert family.members.count() == 2
    assert Task.objects.get().person.given_names == "Baraka"
    assert "BAHATI, Baraka is no longer listed" in sentence_of(Event.objects.get(verb="decisions.changed"))


def test_a_refusal_later_stops_the_person_and_a_reversal_lets_go(family, marjut):
    accept_rows(marjut, PARENT, CHILD | {"decision_outcome": "kielteinen"})
    assert Member.objects.get(person__given_names="Baraka").standing == Standing.REFUSED
    accept_rows(marjut, PARENT, CHILD)
    assert Member.objects.get(person__given_names="Baraka").standing == Standing.TRAVELS


def test_a_person_who_arrived_is_not_moved_by_a_file(family, marjut, aino):
    member = Member.objects.get(person__given_names="Baraka")
    change_standing(member=member, standing=Standing.ARRIVED, by=aino)
    accept_rows(marjut, PARENT, CHILD | {"decision_outcome": "kielteinen"})
    member.refresh_from_db()
    assert member.standing == Standing.ARRIVED


def test_the_principal_applicant_may_be_another(family, marjut):
    accept_rows(marjut, PARENT | {"relation": "äiti"}, CHILD | {"relation": "päähakija"})
    assert dict(family.members.values_list("person__given_names", "relation")) == {
        "Furaha": "parent",
        "Baraka": "principal",
    }


def test_the_timeline_says_from_what_to_what(family, marjut):
    moved = {"municipality": "Kajaani", "latest_arrival_date": "31.12.2026"}
    accept_rows(marjut, PARENT | moved, CHILD | moved)
    said = sentence_of(Event.objects.get(verb="decisions.changed"))
    assert "2 persons, municipality: – → Kajaani" in said
    assert "2 persons, latest arrival: – → 31.12.2026" in said


def test_earlier_versions_stay_readable(family, marjut):
    accept_rows(marjut, PARENT | {"given_names": "Furaha Neema"}, CHILD)
    first, second = Decision.objects.get().versions.order_by("number")
    assert [one.persons.first().values["given_names"] for one in (first, second)] == ["Furaha", "Furaha Neema"]


def test_a_closed_case_is_left_as_it_is_and_its_officer_asked(family, marjut, aino, mandate):
    close_case(case=family, outcome=Outcome.ARRIVED, by=aino)
    made = accept_rows(marjut, PARENT | {"given_names": "Furaha Neema"}, CHILD)
    assert (made.cases.get().change, made.cases_changed) == ("conflict", 1)
    assert Person.objects.filter(given_names="Furaha").exists()
    assert (Task.objects.get().case, mandate.changed) == (family, [])
    assert Decision.objects.get().versions.count() == 2


def test_going_back_to_earlier_values_is_a_change_too(family, marjut):
    accept_rows(marjut, PARENT | {"given_names": "Furaha Neema"}, CHILD)
    assert upload_rows(marjut, PARENT, CHILD).cases_changed == 1
