"""Surveys: a draft loses nothing, a finished one is never changed, its version stays with it."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import Mandate, Role
from returns.models import QuestionSet, Screening, Survey
from returns.monitoring.actions.question_sets import activate_questions
from returns.monitoring.actions.surveys import begin_survey, finish_survey, keep_answers
from returns.monitoring.pictures import lines_of
from tests import factories
from tests.returns.monitoring.factories import QUESTIONS, a_draft, answered, arrived, begun, day, person_of


@pytest.fixture
def lead(office):
    """Lead of returns."""
    return factories.user("salla", office, (Role.LEAD, Mandate.RETURNS, ""))


@pytest.fixture
def small(admin, lead):
    """A set of three questions in use."""

    def put_in_use(**columns) -> QuestionSet:
        draft = a_draft(admin, **columns)
        activate_questions(question_set=draft, by=lead)
        return draft

    return put_in_use


def test_what_two_windows_send_is_all_kept(bilal, small):
    record = arrived(bilal)
    small()
    survey = begun(record, bilal)
    keep_answers(survey=Survey.objects.get(), answers={"works": "yes"}, by=bilal)
    keep_answers(survey=survey, answers={"water": "no"}, by=bilal, note="By the well.")
    keep_answers(survey=survey, answers={"works": "no"}, by=bilal)
    survey.refresh_from_db()
    assert (survey.answers, survey.note) == ({"works": "no", "water": "no"}, "By the well.")


@pytest.mark.parametrize("answers", [{"works": "maybe"}, {"income": "yes"}])
def test_what_is_no_answer_is_refused(answers, bilal, small):
    record = arrived(bilal)
    small()
    with pytest.raises(ValidationError, match="Not an answer"):
        keep_answers(survey=begun(record, bilal), answers=answers, by=bilal)


def test_a_visit_has_one_survey(bilal):
    record = arrived(bilal)
    visit = record.case.visits.first()
    assert begun(record, bilal, visit=visit) == begun(record, bilal, visit=visit)


def test_scores_are_kept_when_it_is_finished(bilal, small):
    record = arrived(bilal)
    small()
    survey = begun(record, bilal)
    keep_answers(survey=survey, answers={"works": "yes", "water": "no", "support": "dont_know"}, by=bilal)
    done = finish_survey(survey=survey, record=record, by=bilal)
    assert (done.economic, done.social, done.psychosocial) == (1, 0, None)
    assert (done.composite, done.counted) == (Decimal("0.667"), 2)


def test_a_finished_survey_is_never_changed(bilal):
    record = arrived(bilal)
    survey = answered(record, bilal)
    for act in (
        lambda: keep_answers(survey=survey, answers={}, by=bilal),
        lambda: finish_survey(survey=survey, record=record, by=bilal),
    ):
        with pytest.raises(ValidationError, match="finished"):
            act()


def test_nothing_that_counts_is_no_score(bilal, small):
    record = arrived(bilal)
    small()
    survey = begun(record, bilal)
    keep_answers(survey=survey, answers={"works": "dont_know"}, by=bilal)
    with pytest.raises(ValidationError, match="kept"):
        finish_survey(survey=survey, record=record, by=bilal)
    assert Survey.objects.get().answers == {"works": "dont_know"}


def test_a_later_version_changes_nothing_of_what_was_answered_or_begun(bilal, small):
    record = arrived(bilal)
    first = small(questions=QUESTIONS.replace("economic,1,2", "economic,1,9"))
    done, draft = answered(record, bilal), begun(record, bilal)
    second = small(questions=QUESTIONS.replace("support", "belonging"))
    keep_answers(survey=draft, answers={"support": "no"}, by=bilal)
    done_again, draft_again = Survey.objects.get(pk=done.pk), Survey.objects.get(pk=draft.pk)
    assert (done_again.question_set, done_again.composite) == (first, done.composite)
    assert draft_again.question_set == first
    assert begun(record, bilal).question_set == second


def test_a_flagged_answer_asks_for_one_screening(bilal, small):
    record = arrived(bilal)
    small()
    survey = begun(record, bilal)
    keep_answers(survey=survey, answers={"support": "yes", "water": "no", "works": "yes"}, by=bilal)
    finish_survey(survey=survey, record=record, by=bilal)
    assert (Screening.objects.get().flagged, Screening.objects.get().task.due_on) == (["water", "support"], day(14))


def test_nothing_flagged_asks_for_nothing(bilal):
    answered(arrived(bilal), bilal)
    assert not Screening.objects.exists()


def test_a_survey_of_tomorrow_is_refused(bilal):
    record = arrived(bilal)
    with pytest.raises(ValidationError, match="not come yet"):
        begin_survey(record=record, person=person_of(record), language="en", by=bilal, held_on=day(1))


def test_postgres_refuses_a_score_beyond_1(bilal):
    survey = answered(arrived(bilal), bilal)
    with pytest.raises(IntegrityError), transaction.atomic():
        Survey.objects.filter(pk=survey.pk).update(social=Decimal("1.001"))


def test_pictures_show_each_score_on_its_day(bilal):
    record = arrived(bilal)
    surveys = [answered(record, bilal, option, held_on=day(-when)) for option, when in ((-1, 80), (0, 40), (0, 0))]
    composite, economic, *__ = lines_of(surveys)
    assert [dot.score for dot in composite.dots] == [0, 1, 1]
    assert [dot.x for dot in economic.dots] == [12, 53, 94]
    assert composite.dots[0].y > composite.dots[1].y
    assert (composite.last.is_enough, len(composite.stretches)) == (True, 2)


def test_a_single_score_lies_in_the_middle(bilal):
    (line, *__) = lines_of([answered(arrived(bilal), bilal)])
    assert (line.dots[0].x, line.stretches) == (53, [])
