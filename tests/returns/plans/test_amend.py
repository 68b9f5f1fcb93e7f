"""An approved version never changes, not by raw SQL either; an amendment is the next version and shows its changes."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from returns.actions.plans import amend_plan, write_plan
from returns.models import PlanState
from returns.plans.content import changes_between, contents_of
from tests.returns.plans import factories as plans

BY_SQL = [
    "UPDATE returns_reintegrationplan SET situation = 'another'",
    "UPDATE returns_reintegrationplan SET state = 'draft'",
    "UPDATE returns_reintegrationplan SET mission_at = now()",
    "DELETE FROM returns_reintegrationplan",
    "TRUNCATE returns_reintegrationplan CASCADE",
    "UPDATE returns_planobjective SET words = 'another'",
    "UPDATE returns_planactivity SET until_on = until_on + 1",
    "UPDATE returns_planbudgetline SET amount = 1",
    "DELETE FROM returns_planbudgetline",
    "DELETE FROM returns_planactivity",
    "TRUNCATE returns_planobjective",
    "INSERT INTO returns_planbudgetline (plan_id, key, place, kind, words, amount)"
    " SELECT id, gen_random_uuid(), 9, 'business', 'more', 1 FROM returns_reintegrationplan",
]


@pytest.fixture
def approved(plan, bilal):
    """Version 1, approved by both."""
    return plans.brought(plan, bilal)


@pytest.fixture
def amended(approved, bilal):
    """Version 2, begun."""
    return amend_plan(plan=approved, reason="The shop burnt down.", by=bilal)


@pytest.mark.parametrize("statement", BY_SQL)
def test_an_approved_version_cannot_be_changed_by_sql(approved, statement):
    refused = pytest.raises(DatabaseError, match=r"not changed|submitted or approved|are kept|Cannot delete")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what this test wrote itself is checked before
        cursor.execute(statement)


def test_a_row_cannot_be_moved_into_an_approved_version(approved, amended):
    with pytest.raises(DatabaseError, match="submitted or approved"), transaction.atomic():
        amended.budget.update(plan=approved)


def test_an_amendment_says_everything_again_and_the_first_version_holds(approved, amended):
    approved.refresh_from_db()
    assert (approved.state, amended.state, amended.n) == (PlanState.APPROVED, PlanState.DRAFT, 2)
    found = contents_of([approved, amended])
    assert not changes_between(found[approved.pk], found[amended.pk])


def test_approved_the_amendment_replaces_the_first_version(approved, amended, bilal):
    plans.brought(amended, bilal)
    approved.refresh_from_db()
    assert (approved.state, amended.state) == (PlanState.REPLACED, PlanState.APPROVED)


def test_one_sees_what_an_amendment_changes(approved, amended, bilal):
    kept = amended.objectives.first()
    line = amended.budget.get()
    write_plan(
        plan=amended, edition=1, award=amended.award, mission=amended.mission, situation=amended.situation, by=bilal,
        objectives=[{"key": kept.key, "dimension": kept.dimension, "words": kept.words, "sign": kept.sign}],
        activities=[row_of(amended.activities.get())],
        budget=[{"key": line.key, "kind": line.kind, "words": line.words, "provider": "Tatu Tools",
                 "amount": Decimal(900)},
                plans.BUDGET[0] | {"words": "A freezer", "amount": Decimal(700)}],
    )  # fmt: skip
    found = contents_of([approved, amended])
    changes = [(one.part, bool(one.before), bool(one.after)) for one in changes_between(*found.values())]
    assert changes == [("Objective", True, False), ("Budget line", True, True), ("Budget line", False, True)]


def row_of(activity) -> dict:
    return {
        "key": activity.key, "kind": activity.kind, "words": activity.words, "from_on": activity.from_on,
        "until_on": activity.until_on, "provider": activity.provider.name, "referral": None,
    }  # fmt: skip


def test_an_amendment_has_its_reason_and_there_is_one_at_a_time(approved, bilal):
    with pytest.raises(ValidationError, match="Say why"):
        amend_plan(plan=approved, reason=" ", by=bilal)
    amend_plan(plan=approved, reason="More rent.", by=bilal)
    with pytest.raises(ValidationError, match="being written already"):
        amend_plan(plan=approved, reason="Once more.", by=bilal)


def test_a_draft_is_not_amended(plan, bilal):
    with pytest.raises(ValidationError, match="Only an approved"):
        amend_plan(plan=plan, reason="Too early.", by=bilal)
