"""Surveys: begun in the version in use, answered as a draft that keeps everything, finished with their scores."""

from collections.abc import Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.actions.events import record_event
from cases.models import EventKind, Person
from returns.models import Question, QuestionSet, Return, Survey, SurveyState, Visit
from returns.monitoring.actions.contacts import insist_on_rule
from returns.monitoring.actions.screenings import ask_screening
from returns.monitoring.scores import Item, flagged, scores_of


@transaction.atomic
def begin_survey(
    *, record: Return, person: Person, language: str, by: User, held_on: date | None = None,
    rule_confirmed: bool = False, visit: Visit | None = None,
) -> Survey:  # fmt: skip
    """A draft in the version in use. A visit has one survey: who begins it twice goes on with the first."""
    insist_on_rule(person, rule_confirmed)
    held_on = held_on or timezone.localdate()
    if held_on > timezone.localdate():
        raise ValidationError(_("This day has not come yet. Record it when it has happened."))
    if visit:
        Visit.objects.select_for_update().get(pk=visit.pk)
        if there := Survey.objects.filter(visit=visit).first():
            return there
    question_set = QuestionSet.objects.in_use()
    if question_set is None:
        raise ValidationError(_("No set of questions is in use. An administrator loads one."))
    return Survey.objects.create(
        case=record.case, person=person, visit=visit, question_set=question_set, language=language, held_on=held_on,
        begun_by=by,
    )  # fmt: skip


@transaction.atomic
def keep_answers(
    *, survey: Survey, answers: Mapping[str, str], by: User, note: str | None = None, language: str = ""
) -> Survey:  # fmt: skip
    """Put answers into the draft; what is not sent stays, so that two windows lose nothing of each other."""
    locked = draft_of(survey)
    options = {one.name: one.scores for one in locked.question_set.questions.all()}
    if wrong := [name for name, answer in answers.items() if answer not in options.get(name, {})]:
        raise ValidationError(_("Not an answer of this survey: %(names)s.") % {"names": ", ".join(sorted(wrong))})
    locked.answers |= answers
    locked.note = locked.note if note is None else note
    locked.language = language or locked.language
    locked.save(update_fields=["answers", "note", "language"])
    return locked


@transaction.atomic
def finish_survey(*, survey: Survey, record: Return, by: User) -> Survey:
    """Scores are computed and kept; from here on nothing changes them. A flagged answer asks for a screening."""
    locked = draft_of(survey)
    items = items_of(list(locked.question_set.questions.all()))
    scores = scores_of(items, locked.answers)
    if scores.composite is None:
        raise ValidationError(_("No question is answered in a way that counts. The draft is kept."))
    said = {
        **scores.dimensions, "composite": scores.composite, "counted": scores.counted,
        "state": SurveyState.FINISHED, "finished_at": timezone.now(), "finished_by": by,
    }  # fmt: skip
    for name, value in said.items():
        setattr(locked, name, value)
    locked.save(update_fields=list(said))
    record_event(
        case=record.case, kind=EventKind.CONTACT, verb="returns.survey", by=by, person=locked.person,
        happened_on=locked.held_on,
    )  # fmt: skip
    if names := flagged(items, locked.answers):
        ask_screening(record=record, person=locked.person, by=by, survey=locked, flagged=names)
    return locked


def draft_of(survey: Survey) -> Survey:
    """The row, locked, while it is still a draft."""
    locked = Survey.objects.select_for_update(of=("self",)).select_related("question_set", "person").get(pk=survey.pk)
    if locked.is_finished:
        raise ValidationError(_("The survey is finished. Its answers stay as they are."))
    return locked


def items_of(questions: list[Question]) -> list[Item]:
    """Questions as scores need them."""
    return [Item(one.name, one.dimension, one.weight, one.weight_composite, one.scores, one.flags) for one in questions]
