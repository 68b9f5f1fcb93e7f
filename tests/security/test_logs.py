"""The log carries codes and places in the code, never names, also when something breaks."""

import io
import logging

import pytest
from django.db import IntegrityError

from cases import outbox
from cases.models import Job, Person
from iomfi.logs import Line

CANARY = "Kanarialintu"


def logged(formatter: logging.Formatter) -> str:
    """What stands in the log when Postgres refuses a row that holds a name."""
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    handler.setFormatter(formatter)
    log = logging.Logger("trial")
    log.addHandler(handler)
    try:
        Person.objects.create(family_name=CANARY, sex="nonsense"[:1])
    except IntegrityError:
        log.exception("job failed")
    return out.getvalue()


def test_a_refused_row_leaves_no_name_in_the_log(transactional_db):
    words = logged(Line("{message}", style="{"))
    assert CANARY not in words
    assert "IntegrityError" in words and "CheckViolation" in words and "test_logs.py" in words


def test_the_usual_log_would_name_the_person(transactional_db):
    assert CANARY in logged(logging.Formatter("{message}", style="{"))


def test_every_line_of_the_portal_is_such_a_line(settings):
    assert settings.LOGGING["formatters"]["line"]["()"] == "iomfi.logs.Line"
    assert {handler["formatter"] for handler in settings.LOGGING["handlers"].values()} == {"line"}


@pytest.fixture
def naming(monkeypatch):
    """A job whose failure quotes a name."""

    def fail(code):
        raise ValueError(f"cannot read {CANARY}")

    monkeypatch.setitem(outbox._kinds, "cases.naming", outbox.JobKind("cases.naming", fail))


def test_a_failed_job_names_nobody_to_administrators(db, naming):
    outbox.queue("cases.naming", "00000000-0000-4000-8000-000000000000")
    outbox.run_due()
    assert "ValueError in fail, test_logs.py" in Job.objects.get().error
    assert CANARY not in Job.objects.get().error
