"""Drills judge by the airline's ledger alone; what they call lost, doubled and passed is proved here."""

from collections import Counter
from types import SimpleNamespace

import pytest

from iomfi.drills import bookings, broker, crowd, money
from iomfi.drills.bookings import FAULTS, Run, is_lost, places
from iomfi.drills.desks import OFTEN, VERBS
from iomfi.drills.shift import Worked


def run(end: str) -> Run:
    return Run(SimpleNamespace(pk=1), "travel.after_send", "none", 0.0, end=end)


@pytest.mark.parametrize(
    ("end", "living", "lost"),
    [("ticketed", 1, False), ("ticketed", 0, True), ("cancelled", 0, False), ("cancelled", 1, True),
     ("refused", 1, True), ("refused", 0, False), ("person", 1, False), ("person", 0, False)],
)  # fmt: skip
def test_what_is_lost(end, living, lost):
    assert is_lost(run(end), living) == lost


@pytest.mark.parametrize("fault", ["double", "lost", "unresolved", "never_hit"])
def test_one_failure_of_any_sort_fails_the_drill(fault):
    clean = {"double": 0, "lost": 0, "unresolved": 0, "never_hit": []}
    assert bookings.passed(clean)
    assert not bookings.passed(clean | {fault: ["travel.after_send"] if fault == "never_hit" else 1})


def test_a_broker_drill_with_nothing_under_way_proves_nothing():
    clean = {"lost": 0, "double": 0, "under_way_at_blows": [400, 200]}
    assert broker.passed(clean)
    assert not broker.passed(clean | {"under_way_at_blows": [0, 0]})
    assert not broker.passed(clean | {"double": 1})


@pytest.mark.parametrize("fault", ["faults", "disagreements", "never_succeeded"])
def test_a_drill_of_the_money_fails_by_faults_by_books_and_by_idle_desks(fault):
    clean = {"faults": 0, "disagreements": 0, "never_succeeded": []}
    assert money.passed(clean)
    assert not money.passed(clean | {fault: ["refund"] if fault == "never_succeeded" else 1})


def test_what_desks_did_in_every_round_is_counted():
    shifts = [Worked(succeeded=Counter(VERBS.keys())), Worked(faults=["pay by bank: OperationalError"])]
    result = money.report(shifts, {})
    assert (result["faults"], result["never_succeeded"], result["acts"]) == (1, [], len(VERBS) + 1)
    assert not money.passed(result)


def test_every_verb_of_the_desks_is_dealt():
    assert set(OFTEN) == set(VERBS)
    assert len({act.verb for act in money.deal(money.random.Random(1), 500)}) == len(VERBS)


def test_every_round_visits_every_place_under_every_sort_of_fault():
    pairs = bookings.shuffled(bookings.random.Random(1), 0)
    assert len(pairs) == len(places()) * len(FAULTS)
    assert {place for place, __ in pairs} == set(places())
    assert len([place for place in places() if place.startswith("travel.")]) >= 12


def test_every_invented_person_has_a_name_of_her_own():
    names = {crowd.letters(number) for number in range(2000)}
    assert len(names) == 2000
    assert all(name.isalpha() for name in names)
