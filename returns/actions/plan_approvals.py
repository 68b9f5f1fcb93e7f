"""Approving reintegration plans twice: by a colleague of the author, then by the mission that receives the people."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.actions.cases import wait_for
from cases.models import WaitingFor
from returns.actions.plans import lock_plan, locked_plan, say_of_plan
from returns.actions.return_files import insist_on_reason
from returns.models import ENDED, AwardState, PlanNote, PlanNoteKind, PlanState, ReintegrationPlan
from returns.plans.permissions import may_answer_for_mission, may_approve_here
from returns.plans.telling import tell_approvers, tell_author, tell_mission
from returns.refused_money import in_plain_words


@transaction.atomic
def submit_plan(*, plan: ReintegrationPlan, by: User) -> None:
    """The author says it is ready: a colleague looks at it first."""
    locked = locked_plan(plan, by)
    if not locked.is_writable:
        raise ValidationError(_("This version was submitted already."))
    if not (locked.objectives.exists() and locked.activities.exists()):
        raise ValidationError(_("A plan says at least one objective and one activity."))
    if locked.award.state != AwardState.APPROVED:
        raise ValidationError(_("The grant behind this plan was cancelled. Choose another."))
    locked.submitted_at, locked.submitted_by = timezone.now(), by
    _bring(locked, PlanState.AT_OFFICE, "submitted_at", "submitted_by")
    say_of_plan(locked, "returns.plan_submitted", by)
    tell_approvers(locked)


@transaction.atomic
def approve_here(*, plan: ReintegrationPlan, by: User) -> None:
    """A colleague of the author answers for it; now the mission's turn."""
    locked = locked_plan(plan, by)
    if locked.state != PlanState.AT_OFFICE:
        raise ValidationError(_("This plan does not wait for the office."))
    if not may_approve_here(by, locked):
        raise ValidationError(_("Somebody else than the author approves a plan."))
    locked.office_at, locked.office_by = timezone.now(), by
    _bring(locked, PlanState.AT_MISSION, "office_at", "office_by")
    say_of_plan(locked, "returns.plan_approved_here", by, mission=locked.mission.name)
    wait_for(case=locked.return_file.case, whom=WaitingFor.MISSION, by=by)
    tell_mission(locked)


@transaction.atomic
def approve_there(*, plan: ReintegrationPlan, by: User) -> None:
    """The mission agrees: the plan is in force, an earlier version is replaced."""
    locked = lock_plan(plan)
    insist_on_mission(locked, by)
    if locked.state != PlanState.AT_MISSION or locked.return_file.stage in ENDED:
        raise ValidationError(_("This plan does not wait for you."))
    for earlier in locked.return_file.plans.in_force():
        _bring(earlier, PlanState.REPLACED)
    locked.mission_at, locked.mission_by = timezone.now(), by
    _bring(locked, PlanState.APPROVED, "mission_at", "mission_by")
    say_of_plan(locked, "returns.plan_approved", by, mission=locked.mission.name)
    wait_for(case=locked.return_file.case, whom=WaitingFor.US, by=by)
    tell_author(locked, "plan_approved")


@transaction.atomic
def send_back(*, plan: ReintegrationPlan, words: str, by: User) -> None:
    """Office or mission wants it otherwise, and says how. It is written again and goes both ways anew."""
    locked = lock_plan(plan)
    insist_on_reason(words)
    if locked.state == PlanState.AT_MISSION:
        insist_on_mission(locked, by)
    elif locked.state != PlanState.AT_OFFICE or not may_approve_here(by, locked):
        raise ValidationError(_("This plan does not wait for you."))
    PlanNote.objects.create(plan=locked, kind=PlanNoteKind.SENT_BACK, words=words, written_by=by)
    locked.office_at, locked.office_by = None, None
    _bring(locked, PlanState.SENT_BACK, "office_at", "office_by")
    say_of_plan(locked, "returns.plan_sent_back", by, who=by.organisation.name)
    wait_for(case=locked.return_file.case, whom=WaitingFor.US, by=by)
    tell_author(locked, "plan_sent_back")


@transaction.atomic
def note_on_plan(
    *, plan: ReintegrationPlan, kind: str, words: str, happened_on: date, by: User, whom: str = ""
) -> PlanNote:  # fmt: skip
    """The mission visited, or referred the person to somebody there."""
    locked = lock_plan(plan)
    insist_on_mission(locked, by)
    if locked.state != PlanState.APPROVED:
        raise ValidationError(_("Visits and referrals are noted on the plan that is in force."))
    if kind not in (PlanNoteKind.VISIT, PlanNoteKind.REFERRAL) or (kind == PlanNoteKind.REFERRAL and not whom.strip()):
        raise ValidationError(_("Say to whom the person was referred."))
    note = PlanNote.objects.create(
        plan=locked, kind=kind, words=words, whom=whom if kind == PlanNoteKind.REFERRAL else "",
        happened_on=happened_on, written_by=by,
    )  # fmt: skip
    facts = {"who": by.organisation.name, "whom": note.whom}
    say_of_plan(locked, f"returns.plan_{kind}", by, note=words, happened_on=happened_on, **facts)
    return note


def insist_on_mission(plan: ReintegrationPlan, by: User) -> None:
    """Somebody of the mission that receives these people, and of no other."""
    if not may_answer_for_mission(by, plan):
        raise ValidationError(_("The mission that receives these people says so."))


def _bring(plan: ReintegrationPlan, state: str, *columns: str) -> None:
    plan.state = state
    with in_plain_words():
        plan.save(update_fields=["state", *columns])
