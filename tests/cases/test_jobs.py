"""Jobs: a row is done once by whoever comes first, and nothing that fails is forgotten."""

import uuid
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from cases import outbox
from cases.models import Job, JobState


@pytest.fixture
def done(monkeypatch):
    """A kind of job that only tests have; what it did."""
    about = []
    monkeypatch.setitem(outbox._kinds, "cases.trial", outbox.JobKind("cases.trial", about.append))
    return about


@pytest.fixture
def failing(monkeypatch):
    """A kind of job that always fails."""

    def work(about):
        raise RuntimeError("no")

    monkeypatch.setitem(outbox._kinds, "cases.trial", outbox.JobKind("cases.trial", work))


def test_run_due_finishes_without_a_broker(db, done):
    code = uuid.uuid4()
    outbox.queue("cases.trial", code)
    call_command("run_due")
    assert done == [code]
    assert Job.objects.get().state == JobState.DONE


def test_the_same_work_is_queued_once(db, done):
    code = uuid.uuid4()
    outbox.queue("cases.trial", code)
    outbox.queue("cases.trial", code)
    assert Job.objects.count() == 1


def test_of_two_workers_one_gets_the_job(db, done):
    outbox.queue("cases.trial", uuid.uuid4())
    job = Job.objects.get()
    assert outbox.claim(job.code) and outbox.claim(job.code) is None


def test_a_job_whose_worker_died_is_found_after_its_lease(db, done):
    outbox.queue("cases.trial", uuid.uuid4())
    outbox.claim(Job.objects.get().code)
    assert outbox.run_due() == 0
    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert outbox.run_due() == 1


def test_a_job_that_keeps_failing_ends_where_a_person_sees_it(db, failing):
    outbox.queue("cases.trial", uuid.uuid4())
    for __ in range(outbox.MOST_ATTEMPTS):
        Job.objects.update(due_at=timezone.now())
        outbox.run_due()
    job = Job.objects.get()
    assert job.state == JobState.FAILED
    assert job.error.startswith(("RuntimeError in ", "ValueError in ")) and ": no" not in job.error


def test_unknown_work_is_refused(db):
    with pytest.raises(ValueError, match="no job"):
        outbox.queue("cases.nothing", uuid.uuid4())


def test_a_period_begins_once(db):
    assert outbox.begin_period("trial", "2026-11-24")
    assert not outbox.begin_period("trial", "2026-11-24")
