"""What became of a visit, and visits that are agreed beside the schedule."""

from datetime import date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.actions.events import record_event
from cases.models import EventKind, Person
from returns.actions.return_files import follow
from returns.models import AFTER_ARRIVAL, AttemptOutcome, Return, Visit, VisitState
from returns.monitoring.actions.contacts import log_attempt
from returns.monitoring.actions.screenings import ask_screening

WINDOW = timedelta(days=7)


@transaction.atomic
def agree_visit(
    *, record: Return, due_on: date, way: str, by_whom: str, by: User, with_survey: bool = False, note: str = ""
) -> Visit:  # fmt: skip
    """A visit or call beside the schedule."""
    insist_on_arrival(record)
    today = timezone.localdate()
    if due_on < today:
        raise ValidationError(_("Agree a day that is still to come."))
    visit = Visit.objects.create(
        case=record.case, way=way, by_whom=by_whom, with_survey=with_survey, due_on=due_on, note=note,
        opens_on=max(today, due_on - WINDOW), closes_on=due_on + WINDOW,
    )  # fmt: skip
    facts = {"day": due_on.isoformat(), "way": way, "by_whom": by_whom}
    record_event(case=record.case, kind=EventKind.CONTACT, verb="returns.visit_agreed", by=by, facts=facts)
    follow(record)
    return visit


@transaction.atomic
def make_visit(
    *, record: Return, visit: Visit, person: Person, happened_on: date, channel: str, by: User,
    rule_confirmed: bool = False, note: str = "", concern: str = "",
) -> Visit:  # fmt: skip
    """They met or talked. A concern asks for a screening."""
    if happened_on > timezone.localdate():
        raise ValidationError(_("This day has not come yet. Record it when it has happened."))
    _say(visit, VisitState.DONE, by, happened_on=happened_on, channel=channel, note=note, concern=concern)
    log_attempt(
        record=record, person=person, visit=visit, channel=channel, outcome=AttemptOutcome.REACHED, by=by,
        rule_confirmed=rule_confirmed, tried_at=moment_of(happened_on),
    )  # fmt: skip
    facts = {"months": visit.months, "way": channel}
    record_event(
        case=record.case, kind=EventKind.CONTACT, verb="returns.visit_made", by=by, person=person, facts=facts,
        happened_on=happened_on,
    )  # fmt: skip
    if concern:
        ask_screening(record=record, person=person, by=by, visit=visit, concern=concern)
    follow(record)
    return visit


@transaction.atomic
def miss_visit(*, record: Return, visit: Visit, state: str, by: User, note: str) -> Visit:
    """It did not take place within its days, or the people do not want it; the reason stays on record."""
    if state not in (VisitState.MISSED, VisitState.NOT_WANTED):
        raise ValueError(f"no such end of a visit: {state}")
    if not note.strip():
        raise ValidationError(_("Say why: the reason stays on record."))
    _say(visit, state, by, note=note)
    facts = {"months": visit.months, "state": state}
    record_event(case=record.case, kind=EventKind.CONTACT, verb="returns.visit_not_made", by=by, facts=facts)
    follow(record)
    return visit


def _say(visit: Visit, state: str, by: User, **columns) -> None:
    """Write what became of it, once: a second click or a colleague at the same moment is told so."""
    said = columns | {"state": state, "recorded_at": timezone.now(), "recorded_by": by}
    locked = Visit.objects.select_for_update().get(pk=visit.pk)
    if locked.state != VisitState.DUE:
        raise ValidationError(_("Somebody has recorded this visit already."))
    for name, value in said.items():
        setattr(visit, name, value)
    visit.save(update_fields=list(said))


def insist_on_arrival(record: Return) -> None:
    """People are monitored where they live."""
    if record.stage not in AFTER_ARRIVAL:
        raise ValidationError(_("Nobody has arrived yet, or the return has ended."))


def moment_of(day: date) -> datetime:
    """A moment of that day that has passed: noon, or now."""
    return min(timezone.now(), timezone.make_aware(datetime.combine(day, time(12))))
