"""The list of visits that are due: now, overdue, soon; by country of return; one's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Count, F, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import User
from cases.facts import as_records, brought
from cases.models import Person, Relation
from cases.paging import Page, page_of
from cases.reference.countries import name_of
from returns.lists import known
from returns.models import Visit
from returns.monitoring.sentences import occasion

PAGE = 40
SOON = timedelta(days=60)
SHOWN = ("now", "overdue", "soon", "all")


@dataclass(frozen=True)
class DueRow:
    """One visit as a list shows it."""

    visit: Visit

    @property
    def person(self) -> Person | None:
        """By whom one remembers the case."""
        return next(iter(as_records(Person, self.visit.principal_rows)), None)

    @property
    def country(self) -> str:
        """Where the people live, in the reader's language."""
        return name_of(self.visit.case.return_file.return_country, get_language() or "en")

    @property
    def occasion(self) -> str:
        """After how many months."""
        return occasion(self.visit.months)


def with_principals(visits: QuerySet[Visit]) -> QuerySet[Visit]:
    """Visits with the person by whom one remembers the case, in the same question."""
    here = Person.objects.filter(memberships__case=OuterRef("case"), memberships__relation=Relation.PRINCIPAL)
    return visits.annotate(principal_rows=brought(here))


class DueList:
    """The visits that the address asks for: `show`, `country`, `mine`. Words nobody knows are passed over."""

    def __init__(self, asked: Mapping[str, str], user: User) -> None:
        self.asked, self.user, self.today = asked, user, timezone.localdate()
        self.show = known(asked.get("show", ""), list(SHOWN)) or "now"
        self.mine = asked.get("mine") == "1"

    @cached_property
    def due(self) -> QuerySet[Visit]:
        """Every visit that is still due and that this person may see."""
        return Visit.objects.visible_to(self.user).due()

    @cached_property
    def countries(self) -> list[tuple[str, str]]:
        """Where visits are due, by name."""
        found = self.due.order_by().values_list("case__return_file__return_country", flat=True).distinct()
        language = get_language() or "en"
        return sorted(((code, name_of(code, language)) for code in found if code), key=lambda pair: pair[1])

    @cached_property
    def country(self) -> str:
        """The chosen country of return."""
        return known(self.asked.get("country", ""), [code for code, __ in self.countries])

    @cached_property
    def chosen_visits(self) -> QuerySet[Visit]:
        """Those of the chosen country and officer, whenever they are due."""
        visits = self.due
        visits = visits.filter(case__return_file__return_country=self.country) if self.country else visits
        return visits.filter(case__officer=self.user) if self.mine else visits

    @cached_property
    def conditions(self) -> dict[str, Q]:
        """What each choice of the address shows."""
        return {
            "now": Q(opens_on__lte=self.today), "overdue": Q(closes_on__lt=self.today),
            "soon": Q(due_on__lte=self.today + SOON), "all": Q(),
        }  # fmt: skip

    @cached_property
    def tabs(self) -> list[dict]:
        """The choices with their numbers, in one question."""
        names = {"now": _("To be made now"), "overdue": _("Overdue"), "soon": _("In 60 days"), "all": _("All due")}
        counts = self.chosen_visits.order_by().aggregate(
            **{f"n_{name}": Count("pk", filter=condition) for name, condition in self.conditions.items()}
        )
        return [{"value": name, "words": words, "count": counts[f"n_{name}"]} for name, words in names.items()]

    @cached_property
    def page(self) -> Page:
        """One page of visits, the nearest day first."""
        visits = self.chosen_visits.filter(self.conditions[self.show]).select_related(
            "case__return_file", "case__officer"
        )
        after, before = self.asked.get("after", ""), self.asked.get("before", "")
        return page_of(
            with_principals(visits), key=F("due_on"), descending=False, after=after,
            before=before, size=PAGE,
        )  # fmt: skip

    @property
    def rows(self) -> list[DueRow]:
        """The page's rows."""
        return [DueRow(visit) for visit in self.page.rows]

    @property
    def address(self) -> str:
        """The list as it is chosen."""
        return f"?{urlencode({'show': self.show} | self.chosen)}"

    @property
    def chosen(self) -> dict[str, str]:
        """What is chosen beside the days."""
        said = {"country": self.country, "mine": "1" if self.mine else ""}
        return {name: value for name, value in said.items() if value}

    @property
    def others(self) -> str:
        """The same choice, for the links of other days."""
        return urlencode(self.chosen)
