"""A plan is approved twice, by other people than its author; either sends it back; money and stages wait for it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from cases.models import Event, WaitingFor
from cases.stages import NotYet, missing_for
from cases.timeline import sentence_of
from notices.actions.sending import text_of
from notices.models import Notice
from returns.actions.payments import release_instalment
from returns.actions.plan_approvals import approve_here, approve_there, note_on_plan, send_back, submit_plan
from returns.actions.plans import write_plan
from returns.actions.return_files import advance
from returns.models import PlanState, ReintegrationPlan, Stage
from tests.returns.money import factories as money
from tests.returns.plans import factories as plans
from tests.returns.returning import a_return


def waiting_part(plan):
    return plan.award.instalments.get(kind="after_plan")


def test_approved_by_both_the_money_after_the_plan_is_due(plan, bilal):
    with pytest.raises(ValidationError, match="waits for the reintegration plan"):
        release_instalment(instalment=waiting_part(plan), by=bilal)
    plans.brought(plan, bilal)
    release_instalment(instalment=waiting_part(plan), by=bilal)
    assert waiting_part(plan).state == "due"


@pytest.mark.parametrize("state", [PlanState.AT_OFFICE, PlanState.AT_MISSION])
def test_half_approved_is_not_approved(plan, bilal, state):
    plans.brought(plan, bilal, to=state)
    with pytest.raises(ValidationError, match="waits for the reintegration plan"):
        release_instalment(instalment=waiting_part(plan), by=bilal)
    assert missing_for(plan.return_file, Stage.INSTALMENTS)


def test_stages_wait_for_grant_and_plan(plan, bilal):
    record = plan.return_file
    advance(record=record, to=Stage.PLAN, by=bilal)
    with pytest.raises(NotYet, match="approved by office and mission"):
        advance(record=record, to=Stage.INSTALMENTS, by=bilal)
    plans.brought(plan, bilal)
    advance(record=record, to=Stage.INSTALMENTS, by=bilal)
    assert record.stage == Stage.INSTALMENTS


def test_no_plan_stage_without_an_approved_grant(bilal):
    record = a_return(bilal, stage=Stage.ARRIVED)
    money.proposed(bilal, record=record)
    with pytest.raises(NotYet, match="An approved grant"):
        advance(record=record, to=Stage.PLAN, by=bilal)


def test_from_hold_nobody_plans_who_has_not_arrived(bilal):
    record = a_return(bilal, stage=Stage.ON_HOLD, stage_before=Stage.BOOKED)
    assert {one.need for one in missing_for(record, Stage.PLAN)} == {"arrival", "award"}


def test_who_has_the_plan_and_since_when_stands_in_the_task(plan, bilal):
    plans.brought(plan, bilal, to=PlanState.AT_MISSION)
    (missing,) = missing_for(plan.return_file, Stage.INSTALMENTS)
    assert (missing.owed_by, missing.days) == (plan.mission.name, 0)


@pytest.mark.parametrize("by", ["author", "writer"])
def test_nobody_approves_what_they_wrote(plan, bilal, eeva, by):
    if by == "writer":
        write_plan(
            plan=plan, edition=plan.edition, award=plan.award, mission=plan.mission, situation="Eeva wrote too.",
            objectives=plans.OBJECTIVES, activities=plans.ACTIVITIES, budget=[], by=eeva,
        )  # fmt: skip
    submit_plan(plan=plan, by=bilal)
    with pytest.raises(ValidationError, match="Somebody else than the author"):
        approve_here(plan=plan, by=bilal if by == "author" else eeva)


def test_not_even_by_sql(plan, bilal):
    submit_plan(plan=plan, by=bilal)
    rows = ReintegrationPlan.objects.filter(pk=plan.pk)
    with pytest.raises(IntegrityError, match="second_person"), transaction.atomic():
        rows.update(state=PlanState.AT_MISSION, office_at=timezone.now(), office_by=bilal)
    with pytest.raises(IntegrityError, match="is not changed"), transaction.atomic():
        rows.update(state=PlanState.APPROVED)


def test_the_mission_comes_after_the_office_and_only_the_one_that_receives(plan, bilal, odile):
    submit_plan(plan=plan, by=bilal)
    with pytest.raises(ValidationError, match="does not wait for you"):
        approve_there(plan=plan, by=odile)
    approve_here(plan=plan, by=plans.colleague(bilal))
    other = plans.receiver(plans.mission("iom-goma"), "gaston")
    for stranger in (other, bilal):
        with pytest.raises(ValidationError, match="that receives these people"):
            approve_there(plan=plan, by=stranger)
    approve_there(plan=plan, by=odile)


@pytest.mark.parametrize("state", [PlanState.AT_OFFICE, PlanState.AT_MISSION])
def test_sent_back_it_is_written_again_and_goes_both_ways_anew(plan, bilal, eeva, odile, state):
    plans.brought(plan, bilal, to=state)
    send_back(plan=plan, words="Shelves cost half as much here.", by=eeva if state == PlanState.AT_OFFICE else odile)
    plan.refresh_from_db()
    assert (plan.state, plan.office_by, plan.is_writable) == (PlanState.SENT_BACK, None, True)
    assert plan.notes.get().words == "Shelves cost half as much here."
    assert plans.brought(plan, bilal).state == PlanState.APPROVED


def test_whoever_sends_back_says_why(plan, bilal, odile):
    plans.brought(plan, bilal, to=PlanState.AT_MISSION)
    with pytest.raises(ValidationError, match="Say why"):
        send_back(plan=plan, words="  ", by=odile)


def test_an_empty_plan_is_not_submitted(bilal, record):
    plan = plans.drafted(bilal, record, objectives=[])
    with pytest.raises(ValidationError, match="at least one objective"):
        submit_plan(plan=plan, by=bilal)


def test_each_is_told_and_no_mail_carries_a_name(plan, bilal, eeva, odile):
    plans.brought(plan, bilal, to=PlanState.AT_MISSION)
    assert plan.return_file.case.__class__.objects.get().waiting_for == WaitingFor.MISSION
    approve_there(plan=plan, by=odile)
    told = {(one.kind, one.user or one.organisation) for one in Notice.objects.all()}
    assert told >= {
        ("returns.plan_waits_here", eeva), ("returns.plan_waits", plan.mission), ("returns.plan_approved", bilal),
    }  # fmt: skip
    for notice in Notice.objects.all():
        text = " ".join(text_of(notice))
        assert plan.return_file.case.reference in text and "Tatu" not in text


def test_visits_and_referrals_stand_in_the_timeline(plan, bilal, odile):
    plans.brought(plan, bilal)
    yesterday = timezone.localdate() - timedelta(days=1)
    note_on_plan(plan=plan, kind="visit", words="The shop is open.", happened_on=yesterday, by=odile)
    note_on_plan(plan=plan, kind="referral", words="Fever", whom="City clinic", happened_on=yesterday, by=odile)
    said = [sentence_of(event) for event in Event.objects.filter(happened_on=yesterday)]
    assert any("referred the person to City clinic" in one for one in said)
    with pytest.raises(ValidationError, match="to whom"):
        note_on_plan(plan=plan, kind="referral", words="?", happened_on=yesterday, by=odile)
