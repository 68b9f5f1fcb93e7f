"""Figures of returns for statistics and reports: who has left, how many stand where and since when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, TruncDate

from cases.models import Event, Member, Standing
from returns.models import AFTER_ARRIVAL, ASIDE, ENDED, AwardLine, AwardState, Ending, Return, Stage

GONE = (Stage.DEPARTED, *AFTER_ARRIVAL, Stage.CLOSED)
FLOWN = (Standing.TRAVELS, Standing.ARRIVED)
NOT_COUNTED = (Ending.NOT_RETURNED, Ending.FORCED_RETURN)  # stayed after all, or was taken by the police


@dataclass(frozen=True)
class Waiting:
    """How many returns stand in a stage, and since when the one that came first has."""

    count: int = 0
    since: date | None = None


def moved_on(**to: object) -> Subquery:
    """The day on which a return last came to a stage."""
    moves = Event.objects.filter(case=OuterRef("case"), verb="returns.moved", **to).order_by("-happened_on", "-pk")
    return Subquery(moves.values("happened_on")[:1])


def with_since(records: QuerySet[Return]) -> QuerySet[Return]:
    """Returns with the day since which each stands where it does (`since`): of its last step, or of its opening."""
    return records.annotate(since=Coalesce(moved_on(), TruncDate("case__opened_at")))


def by_stage(records: QuerySet[Return]) -> dict[str, Waiting]:
    """How many returns stand in each stage and since when the oldest has, in one question."""
    rows = with_since(records).order_by().values_list("stage").annotate(Count("pk"), Min("since"))
    return {stage: Waiting(count, since) for stage, count, since in rows}


def returned(records: QuerySet[Return]) -> QuerySet[Return]:
    """Those whose people have left, with the day of departure (`departed_on`); also where they ended or rest since.

    A return that goes on after a withdrawal stands before its departure again, whatever happened earlier.
    """
    gone = Q(stage__in=GONE) | Q(stage__in=ASIDE, stage_before__in=GONE)
    departed = moved_on(new_stage=Stage.DEPARTED)
    return records.filter(gone).exclude(ending__in=NOT_COUNTED).annotate(departed_on=departed)


def people_returned(records: QuerySet[Return], first: date, last: date) -> QuerySet[Member]:
    """The people who left on these days, each with `departed_on` and whether a grant was approved (`is_assisted`)."""
    departures = returned(records).filter(case=OuterRef("case")).values("departed_on")[:1]
    granted = AwardLine.objects.filter(
        person=OuterRef("person"), award__return_file__case=OuterRef("case"), award__state=AwardState.APPROVED
    )
    people = Member.objects.filter(case__return_file__in=records.order_by(), standing__in=FLOWN)
    people = people.annotate(departed_on=Subquery(departures), is_assisted=Exists(granted))
    return people.filter(departed_on__range=(first, last))


def by_country_of_return(people: QuerySet[Member], month: tuple[date, date]) -> list[dict]:
    """People by country of return: in the month and in all, and how many of them with a grant, in one question."""
    within, assisted = Q(departed_on__range=month), Q(is_assisted=True)
    return list(
        people.order_by().values(country=F("case__return_file__return_country")).annotate(
            month=Count("person", filter=within, distinct=True), year=Count("person", distinct=True),
            month_assisted=Count("person", filter=within & assisted, distinct=True),
            year_assisted=Count("person", filter=assisted, distinct=True),
        )
    )  # fmt: skip


def days_to_departure(records: QuerySet[Return], first: date, last: date) -> list[tuple[str, date, int]]:
    """For each return that left on these days and whose application is dated: host country, day, days in between."""
    left = returned(records).filter(departed_on__range=(first, last), application_date__lte=F("departed_on"))
    rows = left.order_by().values_list("case__country", "departed_on", "application_date")
    return [(host, day, (day - applied).days) for host, day, applied in rows]


def applied_and_withdrawn(records: QuerySet[Return], first: date, last: date) -> Mapping[tuple[str, date], tuple]:
    """How many applied in each host country and month, and how many of those have withdrawn since."""
    applied = records.order_by().filter(application_date__range=(first, last))
    rows = applied.values_list("case__country", "application_date__year", "application_date__month").annotate(
        n=Count("pk"), gone=Count("pk", filter=Q(stage=Stage.WITHDRAWN))
    )
    return {(host, date(year, month, 1)): (count, gone) for host, year, month, count, gone in rows}


def oldest(records: QuerySet[Return], number: int) -> list[Return]:
    """The open returns that have stood longest where they stand."""
    standing = with_since(records.exclude(stage__in=ENDED)).select_related("case", "case__officer")
    return list(standing.order_by("since", "pk")[:number])
