"""Who is told that a plan waits, was sent back or is approved: the case's reference and the version, nothing else."""

from collections.abc import Iterable

from accounts.models import Role, User
from notices.actions.sending import write_notice
from returns.models import ReintegrationPlan
from returns.permissions import colleagues_of_returns, may_act


def page_of(plan: ReintegrationPlan) -> str:
    """The page of a plan for the office."""
    return f"/returns/plans/{plan.code}/"


def mission_page_of(plan: ReintegrationPlan) -> str:
    """The page of a plan for the mission."""
    return f"/mission/plans/{plan.code}/"


def tell_approvers(plan: ReintegrationPlan) -> None:
    """It waits for a colleague of the author: the leads of the country, or where there is none the officers."""
    case = plan.return_file.case
    able = [
        one for one in colleagues_of_returns(plan.submitted_by)
        if may_act(one, case) and one.pk not in plan.authors
    ]  # fmt: skip
    leads = [one for one in able if one.standing.covers(Role.LEAD, case.mandate, case.country)]
    _tell(plan, "plan_waits_here", leads or able)


def tell_mission(plan: ReintegrationPlan) -> None:
    """It waits for the mission; its mailbox is told."""
    write_notice(
        kind="returns.plan_waits", once=f"returns.plan_waits {plan.code} {plan.office_at.isoformat()}",
        facts=facts_of(plan), link=mission_page_of(plan), organisation=plan.mission,
    )  # fmt: skip


def tell_author(plan: ReintegrationPlan, kind: str) -> None:
    """It was sent back, or is approved: whoever submitted it, and who answers for the case."""
    officer = plan.return_file.case.officer
    _tell(plan, kind, [plan.submitted_by, *([officer] if officer and officer != plan.submitted_by else [])])


def facts_of(plan: ReintegrationPlan) -> dict:
    """No names: the reference and the version."""
    return {"reference": plan.return_file.case.reference, "version": plan.n}


def _tell(plan: ReintegrationPlan, kind: str, people: Iterable[User]) -> None:
    turn = f"{plan.edition} {plan.submitted_at.isoformat()}"
    for one in people:
        write_notice(
            kind=f"returns.{kind}", once=f"returns.{kind} {plan.code} {turn} {one.pk}"[:120], facts=facts_of(plan),
            link=page_of(plan), user=one,
        )  # fmt: skip
