"""Figures of returns for statistics and reports: counts by stage, country and month, in one question each."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth

from cases.models import Event
from returns.models import Return, Stage


def by_stage(records: QuerySet[Return]) -> dict[str, int]:
    """How many returns stand in each stage."""
    return dict(records.order_by().values_list("stage").annotate(Count("pk")))


def by_country_of_return(records: QuerySet[Return]) -> dict[str, int]:
    """How many returns lead to each country."""
    return dict(records.order_by().values_list("return_country").annotate(Count("pk")))


def departures_by_month(records: QuerySet[Return], first: date, last: date) -> Mapping[date, int]:
    """How many returns departed in each month of these days, by the day on which it happened."""
    departed = Event.objects.filter(
        verb="returns.moved", new_stage=Stage.DEPARTED, happened_on__range=(first, last),
        case__in=records.values("case"),
    )  # fmt: skip
    months = departed.order_by().annotate(month=TruncMonth("happened_on")).values_list("month")
    return dict(months.annotate(Count("case", distinct=True)))
