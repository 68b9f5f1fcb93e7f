"""Plans for tests, through the house's own actions: written, submitted, approved here, approved there."""

from datetime import date
from decimal import Decimal

from accounts.models import Mandate, Organisation, OrganisationKind, Role, User
from returns.actions.plan_approvals import approve_here, approve_there, submit_plan
from returns.actions.plans import begin_plan, write_plan
from returns.models import GrantAward, PlanState, ReintegrationPlan, Return, Stage
from tests import factories
from tests.returns.money import factories as money
from tests.returns.returning import a_return

OBJECTIVES = [
    {"dimension": "economic", "words": "A shop that feeds the family", "sign": "Monthly sales"},
    {"dimension": "social", "words": "The children go to school", "sign": ""},
]  # fmt: skip
ACTIVITIES = [
    {
        "kind": "business", "words": "Opens a grocery", "from_on": date(2026, 12, 1), "until_on": date(2027, 2, 28),
        "provider": "Chamber of Commerce", "referral": None,
    }
]  # fmt: skip
BUDGET = [{"kind": "business", "words": "Shelves", "provider": "Tatu Tools", "amount": Decimal(1200)}]


def mission(slug: str = "iom-kinshasa", country: str = "CD") -> Organisation:
    """A mission that receives."""
    return factories.organisation(slug, OrganisationKind.IOM_MISSION, country)


def receiver(body: Organisation | None = None, name: str = "odile") -> User:
    """Somebody of a mission."""
    body = body or mission()
    known = User.objects.filter(organisation=body, name=name.title()).first()
    return known or factories.user(name, body, (Role.PARTNER, "", ""))


def colleague(by: User) -> User:
    """Another officer of returns of the same office."""
    known = User.objects.filter(name="Eeva").first()
    return known or factories.user("eeva", by.organisation, (Role.LEAD, Mandate.RETURNS, ""))


def granted(by: User, approver: User, *, stage: str = Stage.ARRIVED, **columns) -> Return:
    """A return with 2,000 EUR at departure and 3,300 EUR in kind after the plan."""
    record = a_return(by, stage=stage, **columns)
    mission()
    money.approved(by, approver, parts=money.HALF, record=record)
    return record


def drafted(by: User, record: Return, **changes) -> ReintegrationPlan:
    """A draft of which everything is written."""
    plan = begin_plan(record=record, by=by)
    said = {"objectives": OBJECTIVES, "activities": ACTIVITIES, "budget": BUDGET, "situation": "A baker by trade."}
    write_plan(plan=plan, edition=1, award=plan.award, mission=plan.mission, by=by, **(said | changes))
    plan.refresh_from_db()
    return plan


def brought(plan: ReintegrationPlan, by: User, to: str = PlanState.APPROVED) -> ReintegrationPlan:
    """A draft brought as far as wanted."""
    submit_plan(plan=plan, by=by)
    if to != PlanState.AT_OFFICE:
        approve_here(plan=plan, by=colleague(by))
    if to == PlanState.APPROVED:
        approve_there(plan=plan, by=receiver(plan.mission))
    plan.refresh_from_db()
    return plan


def planned(award: GrantAward, by: User) -> ReintegrationPlan:
    """An approved plan under an award, wherever it stands: what is paid after the plan may be released."""
    mission()
    record = award.return_file
    known = record.plans.in_force().first()
    return known or brought(drafted(by, record, budget=[]), by)
