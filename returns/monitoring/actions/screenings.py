"""Follow-up screenings: asked for where a visit or a survey flags a vulnerability, and what they led to."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.actions.events import record_event
from cases.actions.tasks import finish_task
from cases.models import EventKind, Person, Task
from returns.actions.return_files import follow
from returns.models import Return, Screening, ScreeningState, Survey, Visit


@transaction.atomic
def ask_screening(
    *, record: Return, person: Person, by: User, visit: Visit | None = None, survey: Survey | None = None,
    concern: str = "", flagged: Sequence[str] = (), due_on: date | None = None,
) -> Screening:  # fmt: skip
    """Somebody must look closer, by a day: a task of the case's officer. Why is special data and stays here."""
    due_on = due_on or timezone.localdate() + timedelta(days=settings.RETURNS_SCREENING_DAYS)
    task = Task.objects.create(
        case=record.case, person=person, title=str(_("Follow-up screening")), due_on=due_on,
        assignee=record.case.officer or by,
    )  # fmt: skip
    screening = Screening.objects.create(
        case=record.case, person=person, visit=visit, survey=survey, task=task, concern=concern,
        flagged=list(flagged), due_on=due_on, asked_by=by,
    )  # fmt: skip
    facts = {"day": due_on.isoformat()}
    record_event(
        case=record.case, kind=EventKind.CASE, verb="returns.screening_asked", by=by, person=person, facts=facts
    )
    return screening


@transaction.atomic
def record_screening(*, record: Return, screening: Screening, result: str, by: User, note: str = "") -> Screening:
    """What the closer look led to; its task is done with it."""
    locked = Screening.objects.select_for_update().get(pk=screening.pk)
    if locked.state != ScreeningState.DUE:
        raise ValidationError(_("Somebody has recorded this screening already."))
    said = {
        "state": ScreeningState.DONE, "result": result, "note": note, "done_at": timezone.now(), "done_by": by,
    }  # fmt: skip
    for name, value in said.items():
        setattr(screening, name, value)
    screening.save(update_fields=list(said))
    finish_task(task=screening.task, by=by)
    person = screening.person
    record_event(case=record.case, kind=EventKind.CASE, verb="returns.screening_done", by=by, person=person)
    follow(record)
    return screening
