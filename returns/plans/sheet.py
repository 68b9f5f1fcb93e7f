"""All that the page of a plan shows, for the office and for the mission, in a fixed number of questions."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.utils.translation import get_language

from accounts.models import User
from cases.models import Member
from cases.reference.countries import name_of
from returns.models import PlanNote, PlanState, ReintegrationPlan
from returns.permissions import may_act
from returns.plans.ceiling import ceiling_of
from returns.plans.content import Change, Content, changes_between, contents_of
from returns.plans.permissions import may_answer_for_mission, may_approve_here

SHAPES = {
    PlanState.DRAFT: "todo", PlanState.AT_OFFICE: "wait", PlanState.AT_MISSION: "wait", PlanState.SENT_BACK: "late",
    PlanState.APPROVED: "done", PlanState.REPLACED: "off", PlanState.DROPPED: "off",
}  # fmt: skip
PLANS = ReintegrationPlan.objects.select_related(
    "return_file__case__officer", "award", "mission", "begun_by", "written_by", "submitted_by", "office_by",
    "mission_by",
)  # fmt: skip
HELD = (PlanState.APPROVED, PlanState.REPLACED)


@dataclass
class PlanSheet:
    """One version of a plan for one reader."""

    plan: ReintegrationPlan
    reader: User

    @property
    def case(self):
        """The case of the return."""
        return self.plan.return_file.case

    @property
    def shape(self) -> str:
        """How its state is drawn."""
        return SHAPES[self.plan.state]

    @property
    def people(self) -> list[Member]:
        """Those who returned."""
        return self.case.household

    @property
    def country(self) -> str:
        """The country of return in the reader's language."""
        return name_of(self.plan.return_file.return_country, get_language() or "en")

    @cached_property
    def versions(self) -> list[ReintegrationPlan]:
        """Every version that this reader may see, the newest first."""
        return list(PLANS.visible_to(self.reader).filter(return_file=self.plan.return_file_id).order_by("-n"))

    @cached_property
    def before(self) -> ReintegrationPlan | None:
        """The approved version that this one amends."""
        return next((one for one in self.versions if one.n < self.plan.n and one.state in HELD), None)

    @cached_property
    def _contents(self) -> dict[int, Content]:
        return contents_of([self.plan, *([self.before] if self.before else [])])

    @property
    def content(self) -> Content:
        """What it says."""
        return self._contents[self.plan.pk]

    @cached_property
    def changes(self) -> list[Change]:
        """What it changes against the version before."""
        return changes_between(self._contents[self.before.pk], self.content) if self.before else []

    @cached_property
    def ceiling(self) -> Decimal:
        """What the grant gives in kind or after the plan."""
        return ceiling_of(self.plan.award)

    @property
    def left(self) -> Decimal:
        """What is not planned yet."""
        return self.ceiling - self.content.total

    @cached_property
    def notes(self) -> list[PlanNote]:
        """What was written on any version, the newest first."""
        notes = PlanNote.objects.visible_to(self.reader).filter(plan__return_file=self.plan.return_file_id)
        return list(notes.select_related("plan", "written_by__organisation"))

    @property
    def acts(self) -> dict[str, bool]:
        """What this reader may do with it now."""
        plan, state = self.plan, self.plan.state
        writes, there = may_act(self.reader, self.case), may_answer_for_mission(self.reader, plan)
        here = state == PlanState.AT_OFFICE and may_approve_here(self.reader, plan)
        mine = state == PlanState.AT_MISSION and there
        open_ones = [one for one in self.versions if one.state not in (*HELD, PlanState.DROPPED)]
        return {
            "write": writes and plan.is_writable, "approve_here": here, "approve_there": mine,
            "send_back": here or mine, "amend": writes and state == PlanState.APPROVED and not open_ones,
            "note": there and state == PlanState.APPROVED,
        }  # fmt: skip
