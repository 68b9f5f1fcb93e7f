"""The content of versions of a plan as values, read in three questions however many versions are compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from returns.models import (
    ActivityKind,
    Dimension,
    PlanActivity,
    PlanBudgetLine,
    PlanObjective,
    ReintegrationPlan,
)  # fmt: skip
from returns.models.plan_rows import DIMENSION_OF
from returns.money import in_words


@dataclass
class Content:
    """Everything one version says."""

    plan: ReintegrationPlan
    objectives: list[PlanObjective] = field(default_factory=list)
    activities: list[PlanActivity] = field(default_factory=list)
    budget: list[PlanBudgetLine] = field(default_factory=list)

    @property
    def total(self) -> Decimal:
        """What the budget comes to."""
        return sum((line.amount for line in self.budget), Decimal())

    @property
    def dimensions(self) -> list[dict]:
        """Objectives, activities and money, dimension by dimension; also one of which nothing is said."""
        return [
            {
                "name": dimension.value, "words": dimension.label,
                "objectives": [one for one in self.objectives if one.dimension == dimension],
                "activities": [one for one in self.activities if one.dimension == dimension],
                "sum": sum((one.amount for one in self.budget if DIMENSION_OF[one.kind] == dimension), Decimal()),
            }
            for dimension in Dimension
        ]  # fmt: skip


def contents_of(plans: Sequence[ReintegrationPlan]) -> dict[int, Content]:
    """The content of each of these versions, by key."""
    found = {plan.pk: Content(plan) for plan in plans}
    for name, model in (("objectives", PlanObjective), ("activities", PlanActivity), ("budget", PlanBudgetLine)):
        rows = model.objects.filter(plan__in=plans)
        if name != "objectives":
            rows = rows.select_related("provider")
        for row in rows.select_related("referral__to_organisation") if name == "activities" else rows:
            getattr(found[row.plan_id], name).append(row)
    return found


@dataclass(frozen=True)
class Change:
    """One difference between two versions: which part, what stood there, what stands there now."""

    part: str
    before: str = ""
    after: str = ""


def changes_between(before: Content, after: Content) -> list[Change]:
    """What an amendment changes, row by row; a row that only moved is the same."""
    old, new = before.plan, after.plan
    heads = (
        (_("Grant"), _award_words(old), _award_words(new)),
        (_("Receiving mission"), old.mission.name, new.mission.name),
        (_("Situation"), old.situation, new.situation),
    )
    changes = [Change(*head) for head in heads if head[1] != head[2]]
    parts = (
        (_("Objective"), before.objectives, after.objectives, objective_words),
        (_("Activity"), before.activities, after.activities, activity_words),
        (_("Budget line"), before.budget, after.budget, budget_words),
    )
    return changes + [change for part in parts for change in _row_changes(*part)]


def _row_changes(part: str, before: Iterable, after: Iterable, words) -> list[Change]:
    old, new = {one.key: words(one) for one in before}, {one.key: words(one) for one in after}
    keys = [*old, *(key for key in new if key not in old)]
    pairs = ((old.get(key, ""), new.get(key, "")) for key in keys)
    return [Change(part, was, now) for was, now in pairs if was != now]


def _award_words(plan: ReintegrationPlan) -> str:
    return f"{plan.award.scheme}, {in_words(plan.award.amount, plan.award.currency)}"


def objective_words(one: PlanObjective) -> str:
    """Economic: a shop that feeds the family (seen by: monthly sales)."""
    words = f"{one.get_dimension_display()}: {one.words}"
    return _("%(words)s (seen by: %(sign)s)") % {"words": words, "sign": one.sign} if one.sign else words


def activity_words(one: PlanActivity) -> str:
    """Small business: opens a shop, 01.12.2026 to 28.02.2027, Basra Chamber of Commerce."""
    days = f"{date_format(one.from_on, 'd.m.Y')} – {date_format(one.until_on, 'd.m.Y')}"
    words = [f"{ActivityKind(one.kind).label}: {one.words}", days]
    return ", ".join([*words, *([one.provider.name] if one.provider else [])])


def budget_words(one: PlanBudgetLine) -> str:
    """Small business: shelves, Basra Tools: 300 EUR."""
    words = f"{ActivityKind(one.kind).label}: {one.words}"
    giver = f", {one.provider.name}" if one.provider else ""
    return f"{words}{giver}: {one.amount:,.2f}"
