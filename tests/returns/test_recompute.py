"""Stored computations: kept with their facts, shown against a draft, computed anew when a decree comes into force."""

import json

import pytest
from django.utils import translation

from accounts.models import Mandate, Role
from cases.actions.cases import close_case
from cases.models import Event, Outcome
from cases.timeline import sentence_of
from notices.models import Notice
from returns.actions.computations import compute_case, recompute_open
from returns.actions.rules import activate_rules, load_shipped_rules
from returns.models import Computation, GrantRule
from returns.rules.as_printed import printed
from returns.rules.compute import compute
from returns.rules.kept import answer_of, kept
from returns.rules.sentences import why
from tests import factories
from tests.returns.factories import draft_of, inputs, returns_case
from tests.returns.test_compute import BOOK, TABLES


@pytest.fixture(autouse=True)
def shipped(db):
    """The tables that the portal comes with."""
    load_shipped_rules()


@pytest.fixture
def lead(office):
    """Lead of returns."""
    return factories.user("salla", office, (Role.LEAD, Mandate.RETURNS, ""))


@pytest.fixture
def waiting(bilal) -> Computation:
    """A Finnish case of 2026: no rule is known."""
    return compute_case(case=returns_case(bilal), scheme="FI-PALUU", inputs=inputs(), by=bilal)


@pytest.fixture
def settled(bilal) -> Computation:
    """A Finnish case of 2025."""
    facts = inputs(applied="2025-02-10", served="2025-02-01")
    return compute_case(case=returns_case(bilal), scheme="FI-PALUU", inputs=facts, by=bilal)


def test_a_computation_is_kept_with_what_it_was_computed_from(settled):
    assert (settled.outcome, settled.total, settled.currency) == ("computed", 5300, "EUR")
    assert settled.inputs["dates"]["application"] == "2025-02-10"
    assert "9 days after service" in settled.answer["why"]


def test_the_timeline_says_what_came_out(settled, waiting):
    said = {event.case_id: sentence_of(event) for event in Event.objects.filter(verb="returns.computed")}
    assert said[settled.case_id] == "Grant computed, FI-PALUU: 5,300 EUR"
    assert said[waiting.case_id] == "Grant computed, FI-PALUU: A person must answer"


@pytest.mark.parametrize("one", [one for table in TABLES for one in table.CASES][::7], ids=lambda one: one.title)
def test_a_kept_answer_is_explained_again_as_it_was(one):
    answer = compute(BOOK, one.scheme, one.inputs)
    again = answer_of(one.scheme, json.loads(json.dumps(kept(answer))))
    assert printed(again) == printed(answer)


def test_a_kept_answer_is_explained_in_the_readers_language_after_the_rules_have_changed(settled):
    GrantRule.objects.update(amount=1, legal_basis="another decree")
    settled.refresh_from_db()
    with translation.override("fi"):
        assert "5\xa0300 EUR" in why(settled.explained())
    assert "SM decree in force from 1.1.2024 to 31.12.2025 (FI-030" in why(settled.explained())


def test_a_later_computation_takes_the_place_of_the_earlier_one(settled, bilal):
    facts = inputs(applied="2025-04-10", served="2025-02-01")
    compute_case(case=settled.case, scheme="FI-PALUU", inputs=facts, by=bilal)
    assert list(Computation.objects.order_by("id").values_list("total", "is_current")) == [(5300, False), (2000, True)]


def test_a_draft_shows_what_it_would_change(waiting, settled, admin):
    effects = {effect.computation: effect for effect in recompute_open(draft_of(admin))}
    assert effects[waiting].changes and effects[waiting].after["total"] == 6000
    assert not effects[settled].changes
    assert Computation.objects.count() == 2


def test_a_closed_case_is_not_looked_at(waiting, admin, bilal):
    close_case(case=waiting.case, outcome=Outcome.WITHDRAWN, by=bilal)
    assert not list(recompute_open(draft_of(admin)))


def test_a_decree_in_force_computes_what_it_changes_anew(waiting, settled, admin, lead):
    assert activate_rules(rule_set=draft_of(admin), by=lead) == 1
    anew = Computation.objects.get(case=waiting.case, is_current=True)
    assert (anew.total, anew.computed_by) == (6000, lead)
    assert Computation.objects.get(case=settled.case) == settled


def test_officers_of_returns_are_told(waiting, admin, lead, bilal, aino):
    activate_rules(rule_set=draft_of(admin), by=lead)
    told = Notice.objects.filter(kind="returns.rules_activated")
    assert [notice.user for notice in told] == [bilal]
    assert told[0].facts == {"scheme": "FI-PALUU", "title": "Decree of 2026", "changed": 1}
