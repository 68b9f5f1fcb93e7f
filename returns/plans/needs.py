"""What the stages after arrival need of grant and plan; and that money waits for the plan."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db.models import F
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from cases.stages import Missing, Need

if TYPE_CHECKING:
    from returns.models import Return

FACTS = {
    "code": "code", "n": "n", "state": "state", "mission_name": "mission__name", "written_at": "written_at",
    "submitted_at": "submitted_at", "office_at": "office_at", "mission_at": "mission_at",
}  # fmt: skip
THERE = {"arrived", "plan", "instalments", "monitoring"}


def look_for_arrival(record: "Return") -> Iterator[Missing]:
    """Somebody said that the people arrived."""
    if not {record.stage, record.stage_before} & THERE:
        yield Missing("arrival", _("Arrival confirmed"), str(_("the mission")), record.case.waiting_since)


def look_for_award(record: "Return") -> Iterator[Missing]:
    """There is a grant to plan with, and a second person answers for it."""
    states = award_states_of(record)
    if "approved" not in states:
        yield Missing("award", _("An approved grant"), str(_("finance or a lead")) if "proposed" in states else "")


def look_for_plan(record: "Return") -> Iterator[Missing]:
    """The plan is approved by a colleague of its author and by the receiving mission."""
    plans = plans_of(record)
    if not any(plan["state"] == "approved" for plan in plans):
        yield missing_of(plans[0] if plans else {})


def missing_of(plan: dict) -> Missing:
    """Who has the plan, and since when."""
    what = _("The reintegration plan, approved by office and mission")
    if plan.get("state") == "at_mission":
        return Missing("plan", what, plan["mission_name"], day_of(plan["office_at"]))
    if plan.get("state") == "at_office":
        return Missing("plan", what, str(_("a colleague of the author")), day_of(plan["submitted_at"]))
    return Missing("plan", what)


def plans_of(record: "Return") -> list[dict]:
    """The versions of the plan, the newest first: as they came along with the return, else asked for."""
    if "plan_facts" in record.__dict__:
        return record.__dict__["plan_facts"]
    renamed = {name: F(column) for name, column in FACTS.items() if name != column}
    return list(record.plans.order_by("-n").values(*(name for name in FACTS if name not in renamed), **renamed))


def award_states_of(record: "Return") -> list[str]:
    """The states of the grants of a return."""
    if "award_states" in record.__dict__:
        return record.__dict__["award_states"]
    return list(record.awards.order_by("pk").values_list("state", flat=True))


def day_of(at: datetime | str | None) -> date | None:
    """The day of a moment; what came along as JSON carries it as text."""
    moment = parse_datetime(at) if isinstance(at, str) else at
    return timezone.localdate(moment) if moment else None


PLAN_NEEDS = {
    "plan": (Need("arrival", look_for_arrival), Need("award", look_for_award)),
    "instalments": (Need("plan", look_for_plan),),
}
PLAN_WORDS = {
    "arrival": _("Have the arrival confirmed"),
    "award": _("Propose the grant and have it approved"),
    "plan": _("Write the reintegration plan and have it approved"),
}
