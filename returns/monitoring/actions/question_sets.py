"""Loading sets of questions, putting them in use, discarding drafts."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from notices.actions.sending import write_notice
from returns.models import MonitoringStep, Question, QuestionSet, QuestionSetState
from returns.monitoring.shipped import SCHEDULE, SET, shipped_questions
from returns.monitoring.tables import QuestionTable
from returns.permissions import may_load, second_persons

WAITING = "returns.questions_waiting"


@transaction.atomic
def load_shipped_monitoring() -> None:
    """The set and the schedule that the portal comes with; what is already there stays as it is."""
    if not QuestionSet.objects.filter(came_with_portal=True).exists():
        _write(QuestionSet.objects.create(**SET), shipped_questions())
    if not MonitoringStep.objects.exists():
        MonitoringStep.objects.bulk_create(MonitoringStep(**step) for step in SCHEDULE)


@transaction.atomic
def load_questions(
    *, by: User, table: QuestionTable, title: str, source: str = "", is_verified: bool = False
) -> QuestionSet:  # fmt: skip
    """A set as a draft; refused as a whole where a row is wrong. A second person is told."""
    if table.errors:
        raise ValidationError([str(error) for error in table.errors])
    made = QuestionSet.objects.create(
        title=title, source=source, is_verified=is_verified, loaded_at=timezone.now(), loaded_by=by
    )
    _write(made, table)
    link = reverse("returns:question_set", args=[made.code])
    for person in second_persons(by):
        once = f"{WAITING}:{made.code}:{person.pk}"
        write_notice(kind=WAITING, once=once, user=person, link=link, facts={"title": title})
    return made


def _write(made: QuestionSet, table: QuestionTable) -> None:
    Question.objects.bulk_create(Question(question_set=made, **row) for row in table.rows)


def may_put_in_use(user: User, one: QuestionSet) -> bool:
    """Those who may load, but never the one who did."""
    return may_load(user) and user.pk != one.loaded_by_id


@transaction.atomic
def activate_questions(*, question_set: QuestionSet, by: User) -> None:
    """New surveys ask this set; those begun keep theirs. By somebody other than who loaded it."""
    sets = QuestionSet.objects.select_for_update().order_by("pk")
    draft = next(one for one in sets if one.pk == question_set.pk)  # two people at once must see each other
    if draft.state != QuestionSetState.DRAFT:
        raise ValidationError(_("This is no draft any more."))
    if not may_put_in_use(by, draft):
        raise ValidationError(_("Whoever loaded a set does not put it in use. Ask a second person."))
    now = timezone.now()
    QuestionSet.objects.filter(state=QuestionSetState.ACTIVE).update(
        state=QuestionSetState.SUPERSEDED, ended_at=now, ended_by=by
    )
    draft.state, draft.activated_at, draft.activated_by = QuestionSetState.ACTIVE, now, by
    draft.save(update_fields=["state", "activated_at", "activated_by"])


@transaction.atomic
def discard_questions(*, question_set: QuestionSet, by: User) -> None:
    """Give a draft up; it stays on record and is never asked."""
    drafts = QuestionSet.objects.drafts().filter(pk=question_set.pk)
    if not drafts.update(state=QuestionSetState.DISCARDED, ended_at=timezone.now(), ended_by=by):
        raise ValidationError(_("This is no draft any more."))
