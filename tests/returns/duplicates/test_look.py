"""Everybody of a return is looked for in every other return, whenever something about them changes."""

import pytest

from cases.actions.merges import judge_different, merge_people, undo_merge
from cases.actions.people import correct_person, identify_person
from cases.births import Birth
from cases.models import Member, Relation, Task
from cases.outbox import run_due
from returns.actions.duplicates import decide_pair, look_for_duplicates
from returns.duplicates.sentences import why
from returns.models import BenefitIdentity, DuplicatePair, Verdict
from tests import factories
from tests.returns.duplicates.factories import KIND, pair_of, returning


def person_of(record):
    return record.case.members.get().person


def test_one_man_in_two_countries_is_found_and_explained(pair):
    assert pair.is_strong and pair.state == "open"
    assert why(pair) == "Name 0.92 alike: Axmed/Ahmed, Cali/Ali, Xasan/Hassan; birth date equal"


def test_the_same_number_is_found_however_it_is_written(bilal):
    finnish, one = returning(bilal, "Nur", "Saleh", "FI")
    icelandic, other = returning(bilal, "Warsame", "Ifrah", "IS", birth=Birth())
    identify_person(person=one, kind=KIND, number="826-00012345")
    identify_person(person=other, kind=KIND, number="826 00012345")
    run_due()
    assert why(pair_of(finnish, icelandic)).startswith("Same UNHCR individual number; name 0.00 alike")


def test_looking_twice_finds_nothing_new(pair, files):
    look_for_duplicates([person_of(record).pk for record in files])
    assert DuplicatePair.objects.get() == pair
    assert Task.objects.filter(facts__duplicate=str(pair.code)).count() == 2


def test_two_other_people_are_no_pair(bilal):
    returning(bilal, "Nguyen", "Thi Lan", "FI")
    returning(bilal, "Bekele", "Tigist", "SE")
    run_due()
    assert not DuplicatePair.objects.exists()


def test_brothers_of_one_case_are_never_asked_about(bilal, files):
    finnish, swedish = files
    Member.objects.create(case=finnish.case, person=person_of(swedish), relation=Relation.SIBLING)
    run_due()
    assert not DuplicatePair.objects.exists()


def test_people_of_other_mandates_are_not_compared(bilal, aino, files):
    person = person_of(files[0])
    factories.case(aino).members.update(person=factories.person(person.family_name, person.given_names))
    run_due()
    assert DuplicatePair.objects.count() == 1


def test_who_were_judged_different_elsewhere_are_not_asked_about(bilal, files):
    judge_different(person=person_of(files[0]), other=person_of(files[1]), by=bilal)
    run_due()
    assert not DuplicatePair.objects.exists()


def test_what_was_decided_is_not_asked_again_until_something_changes(pair, files, bilal):
    decide_pair(pair=pair, verdict=Verdict.DIFFERENT, reason="Photographs differ.", by=bilal)
    correct_person(person=person_of(files[0]), phone="+358 40 1")
    run_due()
    assert DuplicatePair.objects.get().state == "different"
    correct_person(person=person_of(files[0]), birth=Birth.in_year(1989))
    run_due()
    assert DuplicatePair.objects.get().state == "open"
    assert pair.decisions.count() == 1


def test_one_person_stays_one_when_something_changes_but_is_asked_about(pair, files, bilal):
    decide_pair(pair=pair, verdict=Verdict.SAME, reason="The same passport.", by=bilal)
    correct_person(person=person_of(files[0]), birth=Birth.in_year(1989))
    run_due()
    pair.refresh_from_db()
    assert (pair.state, pair.changed_since) == ("same", True)
    assert pair in DuplicatePair.objects.asked()


def test_who_are_not_alike_any_more_are_not_asked_about(pair, files):
    correct_person(person=person_of(files[0]), family_name="Osman", given_names="Idris", birth=Birth.in_year(1961))
    run_due()
    assert DuplicatePair.objects.get().state == "lapsed"
    assert not Task.objects.todo().filter(facts__duplicate=str(pair.code)).exists()


def test_a_strong_likeness_is_a_task_without_a_name(pair, files):
    tasks = Task.objects.filter(facts__duplicate=str(pair.code))
    assert {task.case_id for task in tasks} == {record.case_id for record in files}
    assert not [task for task in tasks if "xmed" in task.title.lower()]


def test_a_merge_makes_one_identity_and_its_undoing_two(pair, files, bilal):
    kept, gone = (person_of(record) for record in files)
    merge = merge_people(kept=kept, gone=gone, by=bilal)
    run_due()
    assert BenefitIdentity.objects.values("identity").distinct().count() == 1
    assert DuplicatePair.objects.get().state == "lapsed"
    undo_merge(merge=merge, by=bilal)
    run_due()
    assert BenefitIdentity.objects.values("identity").distinct().count() == 2
    assert DuplicatePair.objects.get().state == "open"


@pytest.mark.parametrize("country", ["FI", "IS"])
def test_two_records_in_one_country_are_found_too(bilal, country):
    returning(bilal, "Samatar", "Guled Jama", country)
    returning(bilal, "Samatar", "Guuleed Jaamac", country)
    run_due()
    assert DuplicatePair.objects.get().is_strong
