"""A person decides, with a reason; a later decision takes its place, and nothing of the earlier one is lost."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from cases.models import Event, Task
from cases.outbox import run_due
from returns.actions.duplicates import decide_pair, take_back
from returns.models import BenefitIdentity, DuplicateDecision, DuplicatePair, Verdict
from tests.returns.duplicates.factories import BORN, officer_of, returning


def identities() -> list[int]:
    return list(BenefitIdentity.objects.order_by("person").values_list("identity", flat=True))


def test_a_decision_needs_its_reason(pair, bilal):
    with pytest.raises(ValidationError, match="Say why"):
        decide_pair(pair=pair, verdict=Verdict.SAME, reason="  ", by=bilal)


def test_a_decision_is_told_in_both_files_without_its_reason(pair, files, bilal):
    decide_pair(pair=pair, verdict=Verdict.DIFFERENT, reason="His brother's son.", by=bilal)
    told = Event.objects.filter(verb="returns.duplicate_decided")
    assert {event.case_id for event in told} == {record.case_id for record in files}
    assert {(event.note, event.facts["verdict"]) for event in told} == {("", "different")}


def test_a_decision_ends_the_tasks_and_taking_it_back_asks_again(pair, bilal):
    decide_pair(pair=pair, verdict=Verdict.UNCLEAR, reason="Stockholm asks him.", by=bilal)
    assert not Task.objects.todo().filter(facts__duplicate=str(pair.code)).exists()
    take_back(pair=pair, by=bilal)
    assert Task.objects.todo().filter(facts__duplicate=str(pair.code)).count() == 2


def test_taking_back_twice_is_taking_back_once(pair, bilal):
    decide_pair(pair=pair, verdict=Verdict.SAME, reason="Passport.", by=bilal)
    assert take_back(pair=pair, by=bilal)
    assert take_back(pair=pair, by=bilal) is None
    assert [one.verdict for one in pair.decisions.all()] == ["open", "same"]
    assert DuplicatePair.objects.get().state == "open"


def test_decisions_only_grow(pair, bilal):
    decide_pair(pair=pair, verdict=Verdict.SAME, reason="Passport.", by=bilal)
    for change in (
        lambda: DuplicateDecision.objects.update(reason="x"),
        lambda: DuplicateDecision.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_one_person_has_one_identity_until_it_is_decided_otherwise(pair, bilal):
    decide_pair(pair=pair, verdict=Verdict.SAME, reason="Passport.", by=bilal)
    assert identities() == [pair.first_id, pair.first_id]
    decide_pair(pair=pair, verdict=Verdict.DIFFERENT, reason="Cousins.", by=bilal)
    assert identities() == [pair.first_id, pair.second_id]


def test_three_records_of_one_person_hang_together_by_two_decisions(pair, bilal):
    returning(bilal, "Axmed", "Cali Hassan", "IS")
    run_due()
    pairs = list(DuplicatePair.objects.order_by("first", "second"))
    assert len(pairs) == 3
    for one in (pairs[0], pairs[2]):
        decide_pair(pair=one, verdict=Verdict.SAME, reason="Passport.", by=bilal)
    assert set(identities()) == {pairs[0].first_id}
    take_back(pair=pairs[0], by=bilal)
    assert identities() == [pairs[0].first_id, pairs[2].first_id, pairs[2].first_id]


def test_an_officer_of_one_country_decides_on_strong_pairs_with_it(pair, office):
    decide_pair(pair=pair, verdict=Verdict.SAME, reason="Passport.", by=officer_of(office, "SE"))
    with pytest.raises(ValidationError, match="Whoever counsels"):
        decide_pair(pair=pair, verdict=Verdict.SAME, reason="Passport.", by=officer_of(office, "IS", "isla"))


def test_a_merely_possible_pair_opens_no_file_of_another_country(bilal, office):
    returning(bilal, "Samatar", "Guled Jama", "FI", sex="F")
    returning(bilal, "Samatar", "Guled Jama", "SE", birth=BORN)
    run_due()
    pair = DuplicatePair.objects.get()
    assert not pair.is_strong
    assert not DuplicatePair.objects.visible_to(officer_of(office, "FI")).exists()
    assert DuplicatePair.objects.visible_to(bilal).exists()
