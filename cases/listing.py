"""The case list: what was chosen in its address, in which order, and what each row shows.

The address carries the whole choice, so that it can be saved under a name, sent to a colleague and gone back to.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Count, F, IntegerField, OuterRef, Prefetch, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts.models import Country, Mandate, User
from cases.columns import Column, columns
from cases.mandates import StageWords, stages_of
from cases.models import Case, Member, Person, Relation, Status, Task, TaskStatus, WaitingFor
from cases.paging import CAP, Page, page_of

FACETS = {
    "country": (_("Country"), Country),
    "mandate": (_("Mandate"), Mandate),
    "status": (_("Status"), Status),
    "waiting_for": (_("Waits for"), WaitingFor),
}
NEVER = date(9999, 12, 31)
NEAREST = Subquery(
    Task.objects.filter(case=OuterRef("pk"), status=TaskStatus.TODO, due_on__isnull=False)
    .order_by("due_on")
    .values("due_on")[:1]
)
PRINCIPAL_NAME = Subquery(
    Member.objects.filter(case=OuterRef("pk"), relation=Relation.PRINCIPAL).values("person__search_name")[:1]
)
HEADCOUNT = Subquery(
    Member.objects.filter(case=OuterRef("pk")).order_by().values("case").annotate(n=Count("pk")).values("n"),
    output_field=IntegerField(),
)
SORTS = {
    "opened": F("opened_at"),
    "reference": F("reference"),
    "name": Coalesce(PRINCIPAL_NAME, Value(""), output_field=TextField()),
    "waits": F("waiting_since"),
    "deadline": Coalesce(NEAREST, Value(NEVER)),
    "officer": Coalesce(F("officer__name"), Value("")),
}
FIRST = "-opened"


@dataclass(frozen=True)
class Tag:
    """One chosen filter, and the list without it."""

    words: str
    without: str


@dataclass(frozen=True)
class Row:
    """One case as the list shows it."""

    case: Case
    person: Person | None
    people: int
    stage: StageWords
    deadline: date | None
    cells: list[tuple[Column, str]]


class Choice:
    """What is chosen in the address of the list. Unknown words in it are ignored."""

    def __init__(self, query: Mapping | QueryDict, user: User) -> None:
        self.query, self.user = query, user
        self.chosen = {
            name: [value for value in query.getlist(name) if value in choices.values]
            for name, (__, choices) in FACETS.items()
        }
        self.mine = query.get("mine") == "1"
        self.officer = query.get("officer", "")
        sort = query.get("sort", FIRST)
        self.sort = sort if sort.lstrip("-") in SORTS else FIRST

    @property
    def is_empty(self) -> bool:
        """Is the whole list wanted?"""
        return not (any(self.chosen.values()) or self.mine or self.officer)

    @cached_property
    def officers(self) -> list[User]:
        """Everybody who holds a case, for the choice of officer."""
        return list(User.objects.filter(organisation=self.user.organisation_id, is_active=True).order_by("name"))

    @property
    def records(self) -> QuerySet:
        """The cases this person may see and asked for."""
        found = Case.objects.visible_to(self.user)
        for name, values in self.chosen.items():
            if values:
                found = found.filter(**{f"{name}__in": values})
        if self.mine:
            found = found.filter(officer=self.user)
        if held := next((officer for officer in self.officers if str(officer.code) == self.officer), None):
            found = found.filter(officer=held)
        return found

    def page(self) -> Page:
        """One page of rows."""
        name = self.sort.lstrip("-")
        asked = {"after": self.query.get("after", ""), "before": self.query.get("before", "")}
        return page_of(drawable(self.records), key=SORTS[name], descending=self.sort.startswith("-"), **asked)

    def address(self, **other: str | list[str] | None) -> str:
        """The list with other choices; its first page."""
        query = QueryDict(mutable=True)
        for name, values in self.chosen.items():
            query.setlist(name, values)
        query["mine"], query["officer"], query["sort"] = "1" if self.mine else "", self.officer, self.sort
        for name, value in other.items():
            query.setlist(name, value if isinstance(value, list) else [value or ""])
        kept = QueryDict(mutable=True)
        for name, values in query.lists():
            if any(values) and not (name == "sort" and values == [FIRST]):
                kept.setlist(name, values)
        return f"?{kept.urlencode()}"

    def tags(self) -> Iterator[Tag]:
        """What is chosen, each with the list without it."""
        for name, values in self.chosen.items():
            heading, choices = FACETS[name]
            for value in values:
                rest = [other for other in values if other != value]
                yield Tag(f"{heading}: {choices(value).label}", self.address(**{name: rest}))
        if self.mine:
            yield Tag(str(_("My cases")), self.address(mine=None))
        if held := next((officer for officer in self.officers if str(officer.code) == self.officer), None):
            yield Tag(f"{_('Officer')}: {held.name}", self.address(officer=None))

    def sorting(self) -> list[tuple[str, str, str]]:
        """Per sort the next order of its heading (`name` or `-name`) and the one in force (`ascending`, …)."""
        order = "descending" if self.sort.startswith("-") else "ascending"
        here = self.sort.lstrip("-")
        return [(name, f"-{name}" if self.sort == name else name, order if here == name else "") for name in SORTS]


def drawable(records: QuerySet) -> QuerySet:
    """Cases with all that a row shows, in two questions however many they are."""
    seen = records.select_related("officer").annotate(nearest=NEAREST, headcount=Coalesce(HEADCOUNT, 0))
    return seen.prefetch_related(principals())


def principals(via: str = "") -> Prefetch:
    """The principal applicant of each case, as `case.principals`; `via` is the path to the case (`case__`)."""
    found = Member.objects.filter(relation=Relation.PRINCIPAL).select_related("person")
    return Prefetch(f"{via}members", queryset=found, to_attr="principals")


def rows_of(cases: Sequence[Case]) -> list[Row]:
    """The rows of these cases."""
    stages = stages_of(cases)
    cells = [(column, column.cells(cases)) for column in columns()]
    return [
        Row(
            case=case,
            person=case.principals[0].person if case.principals else None,
            people=case.headcount,
            stage=stages[case.pk],
            deadline=case.nearest,
            cells=[(column, words.get(case.pk, "")) for column, words in cells],
        )
        for case in cases
    ]


def counts_beside(user: User) -> dict[str, dict[str, int]]:
    """How many cases each choice of the filter panel has; nothing where the list is too long to count in passing."""
    seen = Case.objects.visible_to(user).order_by()
    wanted = {
        f"{name}__{value}": Count("pk", filter=Q(**{name: value}))
        for name, (__, choices) in FACETS.items()
        for value in choices.values
    }
    counted = seen.model._base_manager.filter(pk__in=seen.values("pk")[: CAP + 1]).aggregate(all=Count("pk"), **wanted)
    if counted["all"] > CAP:
        return {}
    return {name: {v: counted[f"{name}__{v}"] for v in choices.values} for name, (__, choices) in FACETS.items()}
