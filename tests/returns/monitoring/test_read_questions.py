"""Sets of questions as two tables: read as they stand or refused with the row, written as they were read."""

import csv
import io

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, InternalError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Mandate, Role
from notices.models import Notice
from returns.models import Question, QuestionSet
from returns.monitoring.actions.question_sets import activate_questions, discard_questions, load_shipped_monitoring
from returns.monitoring.shipped import shipped_questions
from returns.monitoring.tables import read_questions, written_tables
from tests import factories
from tests.returns.monitoring.factories import QUESTIONS, SCALES, a_draft


@pytest.fixture
def lead(office):
    """Lead of returns."""
    return factories.user("salla", office, (Role.LEAD, Mandate.RETURNS, ""))


@pytest.fixture(autouse=True)
def shipped(db):
    """The set that the portal comes with."""
    load_shipped_monitoring()


def test_the_shipped_set_is_in_use_and_unverified():
    in_use = QuestionSet.objects.in_use()
    assert (in_use.came_with_portal, in_use.is_verified, in_use.questions.count()) == (True, False, 28)
    assert not shipped_questions().errors


def test_every_shipped_word_is_there_in_every_shipped_language():
    for row in shipped_questions().rows:
        for words in (row["words"], *(option["words"] for option in row["options"])):
            assert set(words) == {"en", "fi", "sv", "is", "ar"}, row["name"]


def test_what_is_written_is_read_as_the_same():
    read = read_questions(*written_tables(QuestionSet.objects.in_use()))
    assert read == shipped_questions()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("economic,1,2", "wealth,1,2", "Row 2, dimension: “wealth” is not known here."),
        ("economic,1,2", "economic,many,2", "Row 2, weight: “many” is no number."),
        ("economic,1,2", "economic,-1,2", "is not a number from 0 to 1000"),
        ("economic,1,2", "economic,NaN,2", "is not a number from 0 to 1000"),
        ("economic,1,2", "economic,0,2", "No question weighs in: Economic."),
        ("1,2,yes_no", "1,2,often", "Row 2, scale: The table of scales does not have “often”."),
        ("yes_no,no,Is", "yes_no,never,Is", "Row 3, flags: No answer of the scale: never."),
        ("water,social", "works,social", "Row 3: works stands here twice."),
        ("Do you work?", "", "Row 2, text_en: It is empty."),
        ("weight_composite", "weights", "Columns are missing: weight_composite."),
    ],
)
def test_a_wrong_question_says_what_is_wrong(old, new, words):
    table = read_questions(QUESTIONS.replace(old, new, 1), SCALES)
    assert words in " ".join(map(str, table.errors))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("yes,1", "yes,1.5", "Row 2, score: “1.5” is not a number from 0 to 1"),
        ("yes_no,no,0", "yes_no,yes,0", "Row 3: yes_no yes stands here twice."),
        ("yes,1,yes,kyllä\nyes_no,no,0", "yes,,yes,kyllä\nyes_no,no,", "No answer of “yes_no” has a score."),
    ],
)
def test_a_wrong_scale_says_what_is_wrong(old, new, words):
    assert words in " ".join(map(str, read_questions(QUESTIONS, SCALES.replace(old, new, 1)).errors))


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_text_is_read_or_refused(questions, scales):
    table = read_questions(questions, scales)
    assert table.errors or table.rows


def test_one_wrong_row_refuses_the_whole_set(admin):
    with pytest.raises(ValidationError, match="wealth"):
        a_draft(admin, questions=QUESTIONS.replace("economic", "wealth"))
    assert not QuestionSet.objects.drafts()


def test_a_draft_waits_for_a_second_person_who_is_told(admin, lead, bilal):
    draft = a_draft(admin)
    assert [notice.user for notice in Notice.objects.filter(kind="returns.questions_waiting")] == [lead]
    with pytest.raises(ValidationError, match="second person"):
        activate_questions(question_set=draft, by=admin)
    with pytest.raises(ValidationError):
        activate_questions(question_set=draft, by=bilal)
    with pytest.raises(IntegrityError), transaction.atomic():
        QuestionSet.objects.filter(pk=draft.pk).update(activated_by=admin, activated_at=draft.loaded_at)


def test_a_set_in_use_supersedes_the_one_before(admin, lead):
    before = QuestionSet.objects.in_use()
    draft = a_draft(admin, is_verified=True)
    activate_questions(question_set=draft, by=lead)
    before.refresh_from_db()
    assert (before.state, QuestionSet.objects.in_use()) == ("superseded", draft)
    with pytest.raises(ValidationError, match="no draft"):
        activate_questions(question_set=draft, by=lead)


def test_a_discarded_draft_stays_on_record(admin, lead):
    draft = a_draft(admin)
    discard_questions(question_set=draft, by=lead)
    with pytest.raises(ValidationError, match="no draft"):
        discard_questions(question_set=draft, by=lead)
    assert QuestionSet.objects.get(pk=draft.pk).state == "discarded"


@pytest.mark.parametrize("statement", ["UPDATE {0} SET weight = 2", "DELETE FROM {0}"])
def test_postgres_refuses_to_change_a_question(statement):
    with pytest.raises(InternalError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(Question._meta.db_table))


def test_the_tables_on_the_page_are_the_tables_that_load(admin, sign_in):
    address = f"/returns/monitoring/questions/{QuestionSet.objects.in_use().code}/"
    tables = {name: sign_in(admin).get(f"{address}{name}.csv").content.decode() for name in ("questions", "scales")}
    assert len(list(csv.DictReader(io.StringIO(tables["questions"])))) == 28
    said = {"title": "Again", "source": "Annex 4", "table": tables["questions"], "scales": tables["scales"]}
    assert sign_in(admin).post("/returns/monitoring/questions/load/", said).status_code == 302
    assert QuestionSet.objects.drafts().get().questions.count() == 28
    assert sign_in(admin).get(f"{address}others.csv").status_code == 404


def test_what_is_wrong_stands_in_the_form_with_what_was_sent(admin, sign_in):
    said = {"title": "Bad", "source": "x", "table": QUESTIONS.replace("economic", "wealth"), "scales": SCALES}
    page = sign_in(admin).post("/returns/monitoring/questions/load/", said).text
    assert "Row 2, dimension" in page
    assert "Do you work?" in page
