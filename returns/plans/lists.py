"""Lists of plans, page by page: what waits for whom, for the office; what was sent to it, for a mission."""

from collections.abc import Mapping
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Count, F, Prefetch, QuerySet
from django.utils.translation import get_language

from accounts.models import User
from cases.models import Member
from cases.paging import Page, page_of
from cases.reference.countries import name_of
from returns.models import PlanState, ReintegrationPlan
from returns.models.plan import is_of_mission
from returns.plans.sheet import SHAPES

PAGE = 40
FOR_OFFICE = (PlanState.AT_OFFICE, PlanState.AT_MISSION, PlanState.SENT_BACK, PlanState.DRAFT, PlanState.APPROVED)
FOR_MISSION = (PlanState.AT_MISSION, PlanState.APPROVED, PlanState.SENT_BACK)


class PlanList:
    """The list that the address asks for: `state`, by default what waits for the reader."""

    def __init__(self, asked: Mapping[str, str], user: User) -> None:
        self.asked, self.user = asked, user
        self.is_mission = is_of_mission(user)
        self.known = FOR_MISSION if self.is_mission else FOR_OFFICE
        self.state = asked["state"] if asked.get("state") in self.known else self.known[0]

    @cached_property
    def visible(self) -> QuerySet[ReintegrationPlan]:
        """Every plan this person may see; a mission also those it sent back, which are being written anew."""
        if self.is_mission:
            return ReintegrationPlan.objects.sent_to(self.user.organisation)
        return ReintegrationPlan.objects.visible_to(self.user)

    @cached_property
    def states(self) -> list[dict]:
        """Every state with its number of plans."""
        counted = dict(self.visible.order_by().values_list("state").annotate(Count("pk", distinct=True)))
        return [{"value": one.value, "words": one.label, "count": counted.get(one.value, 0)} for one in self.known]

    @cached_property
    def page(self) -> Page:
        """One page, what has waited longest first."""
        members = Prefetch("return_file__case__members", Member.objects.select_related("person").order_by("pk"))
        records = self.visible.filter(state=self.state).select_related(
            "return_file__case", "mission", "award", "written_by"
        )
        after, before = self.asked.get("after", ""), self.asked.get("before", "")
        return page_of(
            records.prefetch_related(members), key=F("pk"), descending=self.state == PlanState.APPROVED, after=after,
            before=before, size=PAGE,
        )  # fmt: skip

    @cached_property
    def rows(self) -> list[dict]:
        """The page's plans with their people."""
        language = get_language() or "en"
        return [
            {
                "plan": plan, "people": [member.person for member in plan.return_file.case.members.all()],
                "shape": SHAPES[plan.state], "country": name_of(plan.return_file.return_country, language),
                "since": plan.office_at or plan.submitted_at or plan.written_at,
                "opens": not self.is_mission or plan.state != PlanState.SENT_BACK,
            }
            for plan in self.page.rows
        ]  # fmt: skip

    @property
    def address(self) -> str:
        """The list as it is chosen."""
        return f"?{urlencode({'state': self.state})}"
