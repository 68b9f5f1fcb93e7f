"""The plan's line on the case page: which version holds, who has the next one and since when."""

from collections.abc import Mapping

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from returns.models import AFTER_ARRIVAL, ENDED, GrantAward, PlanState, ReintegrationPlan, Return
from returns.parts import Part, PartLine
from returns.permissions import may_act
from returns.plans.needs import FACTS, award_states_of, day_of, plans_of
from returns.plans.sheet import SHAPES

SINCE = {PlanState.AT_OFFICE: "submitted_at", PlanState.AT_MISSION: "office_at", PlanState.APPROVED: "mission_at"}


def brings() -> Mapping[str, ArraySubquery]:
    """Versions of the plan and states of the grants, along with the return."""
    here = OuterRef("pk")
    return {
        "plan_facts": ArraySubquery(
            ReintegrationPlan.objects.filter(return_file=here).order_by("-n").values(fact=JSONObject(**FACTS))
        ),
        "award_states": ArraySubquery(GrantAward.objects.filter(return_file=here).order_by("pk").values("state")),
    }


def line(record: Return, reader: User) -> PartLine | None:
    """Where the plan stands; before there is one, whether it may begin."""
    plans = [plan for plan in plans_of(record) if plan["state"] != PlanState.DROPPED]
    return standing(plans) if plans else beginning(record, reader)


def standing(plans: list[dict]) -> PartLine:
    """The newest version, and the one that holds meanwhile."""
    newest, held = plans[0], next((plan for plan in plans if plan["state"] == PlanState.APPROVED), None)
    said = [_("Version %(n)s, %(mission_name)s") % newest]
    if since := day_of(newest[SINCE.get(newest["state"], "written_at")]):
        said.append(_("since %(day)s") % {"day": date_format(since, "d.m.Y")})
    if held and held is not newest:
        said.append(_("version %(n)s holds meanwhile") % held)
    links = tuple((reverse("returns:plan", args=[plan["code"]]), _("Version %(n)s") % plan) for plan in plans)
    state = PlanState(newest["state"])
    return PartLine(str(state.label), SHAPES[state], ", ".join(said), links)


def beginning(record: Return, reader: User) -> PartLine | None:
    """A plan begins under an approved grant."""
    if record.stage in ENDED:
        return None
    if "approved" in award_states_of(record):
        address = reverse("returns:plan_begin", args=[record.code])
        links = ((address, _("Begin the plan")),) if may_act(reader, record.case) else ()
        return PartLine(_("Not begun"), "todo", _("Approved here, then by the mission that receives."), links)
    if record.stage in AFTER_ARRIVAL:
        return PartLine(_("Cannot start yet"), "stop", _("A plan begins when the grant is approved."))
    return None


PART = Part("plan", gettext_lazy("Reintegration plan"), line, brings, order=40)
