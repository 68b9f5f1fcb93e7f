"""Writing a plan: under an award and within it, kept row by row, never over a colleague's saving."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import Mandate, Role
from returns.actions.plans import amend_plan, begin_plan, drop_open_plans, drop_plan, write_plan
from returns.actions.return_files import withdraw
from returns.models import PlanBudgetLine, PlanState, ReintegrationPlan, Return, ServiceProvider, Stage
from returns.plans.ceiling import ceiling_of
from tests import factories
from tests.returns.money import factories as money
from tests.returns.plans import factories as plans
from tests.returns.returning import a_return


def again(plan, by, **changes) -> None:
    said = {
        "edition": plan.edition, "award": plan.award, "mission": plan.mission, "situation": "",
        "objectives": plans.OBJECTIVES, "activities": plans.ACTIVITIES, "budget": plans.BUDGET,
    }  # fmt: skip
    write_plan(plan=plan, by=by, **(said | changes))


def test_a_plan_keeps_what_was_typed(plan):
    assert [one.words for one in plan.objectives.all()] == ["A shop that feeds the family", "The children go to school"]
    assert plan.activities.get().provider.name == "Chamber of Commerce"
    assert plan.budget.get().amount == Decimal(1200)
    assert (plan.n, plan.edition, plan.state) == (1, 2, PlanState.DRAFT)


def test_there_is_no_plan_before_the_grant_is_approved(bilal):
    plans.mission()
    record = a_return(bilal, stage=Stage.ARRIVED)
    money.proposed(bilal, record=record)
    with pytest.raises(ValidationError, match="grant is approved"):
        begin_plan(record=record, by=bilal)


def test_there_is_one_plan_at_a_time(plan, bilal):
    with pytest.raises(ValidationError, match="a plan already"):
        begin_plan(record=plan.return_file, by=bilal)
    drop_plan(plan=plan, by=bilal)
    assert begin_plan(record=plan.return_file, by=bilal).n == 2


def test_no_mission_no_plan(bilal, minna):
    record = a_return(bilal, stage=Stage.ARRIVED, return_country="VNM")
    money.approved(bilal, minna, parts=money.HALF, record=record)
    with pytest.raises(ValidationError, match="No mission"):
        begin_plan(record=record, by=bilal)


def test_cash_at_departure_is_not_planned(plan):
    assert ceiling_of(plan.award) == Decimal(3300)


def test_a_budget_stays_within_the_award_to_the_cent(plan, bilal):
    line = plans.BUDGET[0]
    with pytest.raises(ValidationError, match=r"3,300\.01 EUR"):
        again(plan, bilal, budget=[line | {"amount": Decimal("3300.01")}])
    again(plan, bilal, budget=[line | {"amount": Decimal("1300.00")}, line | {"amount": Decimal("2000.00")}])
    assert plan.budget.count() == 2


def test_postgres_refuses_to_submit_more_than_the_award_gives(plan, bilal):
    PlanBudgetLine.objects.filter(plan=plan).update(amount=Decimal("3300.01"))
    with pytest.raises(IntegrityError, match="more than the award"), transaction.atomic():
        ReintegrationPlan.objects.filter(pk=plan.pk).update(state=PlanState.AT_OFFICE)


def test_a_second_writer_is_told_who_saved_and_overwrites_nothing(plan, bilal, eeva):
    again(plan, eeva, situation="Eeva's words")
    with pytest.raises(ValidationError, match="Eeva saved this plan"):
        again(plan, bilal, situation="Bilal's words")
    plan.refresh_from_db()
    assert (plan.situation, plan.written_by) == ("Eeva's words", eeva)


def test_a_grant_of_another_return_pays_for_nothing_here(plan, bilal, minna):
    foreign = money.approved(bilal, minna, parts=money.HALF)
    with pytest.raises(ValidationError, match="not an approved grant"):
        again(plan, bilal, award=foreign)


def test_a_provider_is_known_by_name_in_its_country(plan, bilal):
    again(plan, bilal, budget=[plans.BUDGET[0] | {"provider": "  chamber of  COMMERCE "}])
    assert plan.budget.get().provider == plan.activities.get().provider
    with pytest.raises(IntegrityError, match="keeps its name"), transaction.atomic():
        ServiceProvider.objects.filter(name="Chamber of Commerce").update(name="Somebody else")


def test_rows_keep_their_keys_over_savings(plan, bilal):
    before = plan.objectives.first()
    again(plan, bilal, objectives=[{"key": before.key, "dimension": "economic", "words": "Two shops", "sign": ""}])
    assert plan.objectives.get().key == before.key


def test_nobody_of_another_country_or_mandate_writes(plan, aino, office):
    swede = factories.user("ulla", office, (Role.OFFICER, Mandate.RETURNS, "SE"))
    for stranger in (aino, swede):
        with pytest.raises(ValidationError, match="of this country"):
            again(plan, stranger)


def test_a_withdrawal_drops_what_is_still_open(plan, bilal):
    withdraw(record=plan.return_file, by=bilal)
    plan.refresh_from_db()
    assert plan.state == PlanState.DROPPED
    with pytest.raises(ValidationError, match="has ended"):
        again(plan, bilal)


def test_what_ends_drops_an_amendment_and_keeps_the_approved_plan(plan, bilal):
    plans.brought(plan, bilal)
    amended = amend_plan(plan=plan, reason="More rent.", by=bilal)
    drop_open_plans(record=Return.objects.get(), by=bilal)
    amended.refresh_from_db()
    plan.refresh_from_db()
    assert (plan.state, amended.state) == (PlanState.APPROVED, PlanState.DROPPED)
