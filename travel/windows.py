"""Travel windows: the days on which a person, a family, a movement may travel.

A window is the intersection of the days on which clearances are good; Postgres computes it, for many cases in one
query. What is not held yet does not narrow the window: it stands beside it as missing, with who owes it since when.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.postgres.aggregates import JSONBAgg
from django.contrib.postgres.fields import DateRangeField
from django.db.models import Aggregate, F, Q, QuerySet
from django.db.models.functions import JSONObject
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.models import Case, Person
from cases.stages import Missing
from travel.models import AT_ARRIVAL, AT_DEPARTURE, MET, Clearance, ClearanceKind, ClearanceState

DAY = timedelta(days=1)


class Intersection(Aggregate):
    """The days that every range has in common; ranges that are not there do not count."""

    function = "range_intersect_agg"
    output_field = DateRangeField()


@dataclass(frozen=True)
class Window:
    """The days from `first` to `last`, both included; None: no bound. `missing`: what is not held yet."""

    first: date | None = None
    last: date | None = None
    is_empty: bool = False
    missing: tuple[Missing, ...] = ()

    def holds(self, day: date) -> bool:
        """May one travel on this day, as far as is known?"""
        after_first = self.first is None or self.first <= day
        before_last = self.last is None or day <= self.last
        return not self.is_empty and after_first and before_last

    @property
    def is_ready(self) -> bool:
        """Is everything held, and is there a day left?"""
        return not self.missing and not self.is_empty

    def days_left(self, today: date) -> int | None:
        """How many days of it are still to come; None: no end."""
        if self.is_empty:
            return 0
        return None if self.last is None else max(0, (self.last - max(today, self.first or today)).days + 1)

    def __str__(self) -> str:
        if self.is_empty:
            return _("no day fits")
        first = date_format(self.first, "SHORT_DATE_FORMAT") if self.first else ""
        last = date_format(self.last, "SHORT_DATE_FORMAT") if self.last else ""
        if first and last:
            return _("%(first)s to %(last)s") % {"first": first, "last": last}
        if first:
            return _("from %(first)s") % {"first": first}
        return _("until %(last)s") % {"last": last} if last else _("any day")


_MISSING = JSONObject(
    person="person", kind="kind", state="state", since="asked_on",
    owed_by="owed_by", organisation="owed_by_organisation__name",
)  # fmt: skip


def windows_of_cases(cases: Iterable[Case] | QuerySet[Case]) -> dict[int, Window]:
    """The window of each case by its key: over the members who travel with the family. One query."""
    keys = list(cases.values_list("pk", flat=True)) if isinstance(cases, QuerySet) else [case.pk for case in cases]
    found = _windows(Clearance.objects.of_travellers().filter(case__in=keys), by="case")
    return {key: found.get(key, Window()) for key in keys}


def windows_of_people(case: Case) -> dict[int, Window]:
    """The window of each person of a case that has clearances, by the person's key. One query."""
    return _windows(Clearance.objects.filter(case=case), by="person")


def window_of(case: Case) -> Window:
    """The window of one case."""
    return windows_of_cases([case])[case.pk]


def window_on_page(case: Case) -> Window:
    """The same, asked once per page however many parts of the page want it. Actions, which change it, ask anew."""
    if not hasattr(case, "shown_window"):
        case.shown_window = window_of(case)
    return case.shown_window


class HasWindow:
    """A mandate's record whose people travel. Lists and pages, which know many windows at once, say its own to it."""

    known_window: Window | None = None
    case: Case

    @property
    def window(self) -> Window:
        """The days on which all can travel."""
        return self.known_window or window_of(self.case)


def missing_clearances(case: Case) -> list[Missing]:
    """What is not held yet for those who travel: for the `NEEDS` of a mandate's stages."""
    return list(window_of(case).missing)


def _windows(clearances: QuerySet[Clearance], by: str) -> dict[int, Window]:
    unmet = ~Q(state__in=MET)
    rows = (
        clearances.order_by()
        .values(by)
        .annotate(
            days=Intersection("valid", filter=Q(state=ClearanceState.HELD)),
            unmet=JSONBAgg(_MISSING, filter=unmet, order_by=[F("person"), F("kind")], default=None),
        )
    )
    return {row[by]: _window(row["days"], row["unmet"] or ()) for row in rows}


def _window(days, unmet: Iterable[dict]) -> Window:
    missing = tuple(_missing(one) for one in unmet)
    if days is None:
        return Window(missing=missing)
    if days.isempty:
        return Window(is_empty=True, missing=missing)
    last = days.upper - DAY if days.upper else None  # Postgres keeps ranges of days with an open end
    return Window(days.lower, last, missing=missing)


_REFUSED = gettext_lazy("%(what)s (refused)")


def _missing(one: dict) -> Missing:
    what = ClearanceKind(one["kind"]).label
    if one["state"] == ClearanceState.REFUSED:
        what = _REFUSED % {"what": what}
    since = date.fromisoformat(one["since"]) if one["since"] else None
    return Missing(f"travel.{one['kind']}", what, one["organisation"] or one["owed_by"], since, one["person"])


def broken_clearances(case: Case, people: Iterable[Person], departs_on: date, arrives_on: date) -> list[Clearance]:
    """The clearances that do not hold for this journey, each looked at on its own day.

    An exit permit must hold on the day of departure and may end while the person is in the air; an entry permit must
    hold on the day of arrival; the rest on both days. What is not held breaks the journey, too.
    """
    clearances = Clearance.objects.filter(case=case, person__in=list(people)).select_related("person")
    return [one for one in clearances if not _fits(one, departs_on, arrives_on)]


def _fits(one: Clearance, departs_on: date, arrives_on: date) -> bool:
    if one.state == ClearanceState.WAIVED:
        return True
    if one.state != ClearanceState.HELD:
        return False
    days = {departs_on, arrives_on}
    if one.kind in AT_DEPARTURE:
        days = {departs_on}
    elif one.kind in AT_ARRIVAL:
        days = {arrives_on}
    return one.valid is None or all(day in one.valid for day in days)
