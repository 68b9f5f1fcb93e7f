"""Who may approve a reintegration plan: at the office a colleague of its author, there the mission that receives."""

from accounts.models import User
from returns.models import ReintegrationPlan
from returns.models.plan import is_of_mission
from returns.permissions import may_act


def may_approve_here(user: User, plan: ReintegrationPlan) -> bool:
    """A lead or officer of the country who neither began, wrote nor submitted it."""
    return may_act(user, plan.return_file.case) and user.pk not in plan.authors


def may_answer_for_mission(user: User, plan: ReintegrationPlan) -> bool:
    """Somebody who acts for the mission of this plan."""
    return is_of_mission(user) and user.organisation_id == plan.mission_id
