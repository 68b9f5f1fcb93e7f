"""The clearances of one case put together: by kind for the window's picture, by person for the table of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.models import Case, Member, Standing
from travel.models import MET, Clearance, ClearanceKind, ClearanceState
from travel.pictures import Chart, Row
from travel.windows import DAY, Window

SHAPES = {
    ClearanceState.MISSING: "todo", ClearanceState.ASKED: "wait", ClearanceState.HELD: "done",
    ClearanceState.REFUSED: "late", ClearanceState.WAIVED: "off",
}  # fmt: skip


def days_of(one: Clearance) -> Window:
    """The days on which a clearance is good, first and last day included."""
    if one.valid is None:
        return Window()
    return Window(one.valid.lower, one.valid.upper - DAY if one.valid.upper else None)


@dataclass(frozen=True)
class OfKind:
    """One kind of clearance over the people who travel."""

    kind: str
    ones: Sequence[Clearance]

    @property
    def words(self) -> str:
        """What must hold."""
        return str(ClearanceKind(self.kind).label)

    @property
    def unmet(self) -> list[Clearance]:
        """Those neither held nor waived."""
        return [one for one in self.ones if one.state not in MET]

    @property
    def since(self) -> date | None:
        """From which day on the oldest of them is owed."""
        return min((one.asked_on for one in self.unmet if one.asked_on), default=None)

    @property
    def days(self) -> int | None:
        """For how many days."""
        return (timezone.localdate() - self.since).days if self.since else None

    @property
    def reminded_on(self) -> date | None:
        """When we last asked again."""
        return max((one.reminded_on for one in self.unmet if one.reminded_on), default=None)

    @property
    def owed_by(self) -> str:
        """Who must give it."""
        return ", ".join(dict.fromkeys(one.owed_by_name for one in self.unmet if one.owed_by_name))

    @property
    def is_refused(self) -> bool:
        """Was it refused to anybody?"""
        return any(one.state == ClearanceState.REFUSED for one in self.ones)

    @property
    def is_asked(self) -> bool:
        """Does an answer stand out, so that one may remind?"""
        return any(one.state == ClearanceState.ASKED for one in self.unmet)

    @property
    def names(self) -> str:
        """Of whom it is owed."""
        return "; ".join(one.person.name for one in self.unmet)

    @property
    def window(self) -> Window:
        """The days on which it is good for all who have it."""
        held = [days_of(one) for one in self.ones if one.state == ClearanceState.HELD]
        first = max((each.first for each in held if each.first), default=None)
        last = min((each.last for each in held if each.last), default=None)
        return Window(first, last, is_empty=bool(first and last and last < first))

    def row(self, chart: Chart) -> Row:
        """Its row of the picture: solid while all have it, dashed from today on while somebody lacks it."""
        if not self.unmet:
            bar = None if self.window.is_empty else chart.bar("bar", self.window.first, self.window.last)
            waived = all(one.state == ClearanceState.WAIVED for one in self.ones)
            return Row(self.words, _("not needed") if waived else str(self.window), bar)
        first = max(chart.today, self.window.first or chart.today)
        bar = None if self.is_refused or self.window.is_empty else chart.bar("guess", first, self.window.last)
        return Row(self.words, self.lack, bar)

    @property
    def lack(self) -> str:
        """missing, IOM Kampala since Wed 11.11.; or how many of them are still owed."""
        if len(self.unmet) < len(self.ones):
            count = {"n": len(self.unmet), "all": len(self.ones)}
            lack = ngettext("missing for %(n)s of %(all)s", "missing for %(n)s of %(all)s", len(self.unmet)) % count
        else:
            lack = _("refused") if self.is_refused else _("missing")
        if self.since:
            words = {"lack": lack, "who": self.owed_by or "?", "day": date_format(self.since, "d.m.Y")}
            return _("%(lack)s, %(who)s since %(day)s") % words
        return _("%(lack)s, %(who)s") % {"lack": lack, "who": self.owed_by} if self.owed_by else lack


class Collected:
    """All clearances of one case: two questions to the database."""

    def __init__(self, case: Case) -> None:
        self.case = case

    @cached_property
    def members(self) -> list[Member]:
        """Those whose clearances matter, or who have some."""
        having = {one.person_id for one in self.clearances}
        return [one for one in self.case.household if one.standing == Standing.TRAVELS or one.person_id in having]

    @cached_property
    def clearances(self) -> list[Clearance]:
        """Every line, in the order in which kinds are declared."""
        found = self.case.clearances.select_related("person", "owed_by_organisation", "document").order_by("person")
        place = {kind: number for number, kind in enumerate(ClearanceKind.values)}
        return sorted(found, key=lambda one: place[one.kind])

    @cached_property
    def kinds(self) -> list[OfKind]:
        """By kind, of those who travel with the family."""
        travelling = {one.person_id for one in self.members if one.standing == Standing.TRAVELS}
        ones = [one for one in self.clearances if one.person_id in travelling]
        return [
            OfKind(kind, [one for one in ones if one.kind == kind]) for kind in dict.fromkeys(one.kind for one in ones)
        ]

    @property
    def owed(self) -> list[OfKind]:
        """What is not held by all, the longest owed first."""
        return sorted((each for each in self.kinds if each.unmet), key=lambda each: -(each.days or 0))

    @property
    def owed_words(self) -> str:
        """What is not held by all, in words."""
        return ", ".join(each.words for each in self.owed)

    @property
    def travelling(self) -> int:
        """How many travel with the family."""
        return sum(one.standing == Standing.TRAVELS for one in self.members)

    @property
    def table(self) -> list[tuple[Member, list[tuple[str, Clearance | None]]]]:
        """People by kinds; None where somebody has no such line."""
        lines = {(one.person_id, one.kind): one for one in self.clearances}
        kinds = list(dict.fromkeys(one.kind for one in self.clearances))
        return [(member, [(kind, lines.get((member.person_id, kind))) for kind in kinds]) for member in self.members]

    @property
    def headings(self) -> list[tuple[str, str]]:
        """The kinds of the table and their words."""
        return [(kind, ClearanceKind(kind).label) for kind in dict.fromkeys(one.kind for one in self.clearances)]
