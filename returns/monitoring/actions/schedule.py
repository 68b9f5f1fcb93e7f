"""The schedule of a return: its visits are made when the people arrive."""

from calendar import monthrange
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.actions.events import record_event
from cases.models import EventKind
from returns.models import MonitoringStep, Return, Stage, Visit


@transaction.atomic
def schedule_visits(*, record: Return, by: User | None, arrived_on: date | None = None) -> list[Visit]:
    """The visits of the office's schedule, counted from the day of arrival. Those already there stay as they are."""
    if record.case.visits.exclude(months=None).exists():
        return []
    arrived_on = arrived_on or arrival_of(record)
    made = Visit.objects.bulk_create(
        visit_of(record, step, arrived_on) for step in MonitoringStep.objects.filter(is_in_use=True)
    )
    if made:
        facts = {"days": [visit.due_on.isoformat() for visit in made]}
        record_event(case=record.case, kind=EventKind.CASE, verb="returns.visits_scheduled", by=by, facts=facts)
    return made


def visit_of(record: Return, step: MonitoringStep, arrived_on: date) -> Visit:
    """One step as a visit, with its window of days."""
    due_on = months_later(arrived_on, step.months)
    return Visit(
        case=record.case, months=step.months, way=step.way, by_whom=step.by_whom, with_survey=step.with_survey,
        due_on=due_on, opens_on=due_on - timedelta(days=step.days_before),
        closes_on=due_on + timedelta(days=step.days_after),
    )  # fmt: skip


def arrival_of(record: Return) -> date:
    """The day on which the people arrived, as the timeline has it; today where it does not tell."""
    arrivals = record.case.events.filter(verb="returns.moved", new_stage=Stage.ARRIVED).order_by("pk")
    return arrivals.values_list("happened_on", flat=True).last() or timezone.localdate()


def months_later(day: date, months: int) -> date:
    """The same day so many months later; at the end of a shorter month its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
