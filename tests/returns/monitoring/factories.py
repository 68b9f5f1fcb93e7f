"""Monitoring for tests: a return whose people arrived, its visits, answered surveys, small sets of questions."""

from datetime import date, timedelta

from django.utils import timezone

from accounts.models import User
from cases.models import Person
from returns.models import ContactAttempt, Return, Stage, Survey
from returns.monitoring.actions.contacts import record_attempt
from returns.monitoring.actions.question_sets import load_questions, load_shipped_monitoring
from returns.monitoring.actions.schedule import schedule_visits
from returns.monitoring.actions.surveys import begin_survey, finish_survey, keep_answers
from returns.monitoring.tables import read_questions
from tests.returns.returning import a_return

SCALES = """scale,answer,score,text_en,text_fi
yes_no,yes,1,yes,kyllä
yes_no,no,0,no,ei
yes_no,dont_know,,don't know,ei tiedä
"""
QUESTIONS = """question,dimension,weight,weight_composite,scale,flags,text_en,text_fi
works,economic,1,2,yes_no,,Do you work?,Käytkö työssä?
water,social,1,1,yes_no,no,Is there water?,Onko vettä?
support,psychosocial,1,1,yes_no,yes,Do you want support?,Haluatko tukea?
"""


def arrived(by: User, days: int = 100, *, stage: str = Stage.MONITORING, members: int = 1, **columns) -> Return:
    """A return whose people arrived so many days ago, with the visits of the schedule."""
    load_shipped_monitoring()
    record = a_return(by, stage=stage, members=members, **columns)
    schedule_visits(record=record, by=by, arrived_on=timezone.localdate() - timedelta(days=days))
    return record


def person_of(record: Return) -> Person:
    """The principal."""
    return record.case.members.first().person


def a_draft(by: User, questions: str = QUESTIONS, scales: str = SCALES, **columns):
    """A small set that somebody loaded."""
    return load_questions(by=by, table=read_questions(questions, scales), **({"title": "Small set"} | columns))


def begun(record: Return, by: User, **columns) -> Survey:
    """A survey that has just begun."""
    return begin_survey(record=record, person=person_of(record), language="en", by=by, **columns)


def answered(record: Return, by: User, option: int = 0, **columns) -> Survey:
    """A finished survey: of every question the answer at this place, counted from the best."""
    survey = begun(record, by, **columns)
    answers = {
        one.name: sorted((o for o in one.options if o["score"]), key=lambda o: -float(o["score"]))[option]["code"]
        for one in survey.question_set.questions.all()
    }
    keep_answers(survey=survey, answers=answers, by=by)
    return finish_survey(survey=survey, record=record, by=by)


def sought(record: Return, by: User, *days: int, outcome: str = "no_answer") -> list[ContactAttempt]:
    """Attempts so many days ago."""
    return [
        record_attempt(
            record=record, person=person_of(record), channel="call", outcome=outcome, by=by,
            tried_at=timezone.now() - timedelta(days=day),
        )
        for day in days
    ]  # fmt: skip


def day(days: int) -> date:
    """So many days from today."""
    return timezone.localdate() + timedelta(days=days)
