"""The queue as rows: written with the change that asks for it, rung after commit, finished by whoever comes first.

The broker carries one code per message and nothing else. With Celery switched off, `run_due` finishes everything.
"""

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePath
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from cases.failpoints import failpoint
from cases.models import Job, JobState, PeriodRun
from notices.doorbell import ring

log = logging.getLogger(__name__)
LEASE = timedelta(seconds=max(8, 180 * settings.TRAVEL_PACE))  # longer than the worker's hard limit of 90 s
MOST_ATTEMPTS = 8
Work = Callable[[UUID], None]


class Later(Exception):
    """Raised by work that must wait: it comes again after `seconds`, without counting as a failure."""

    def __init__(self, seconds: float, why: str) -> None:
        super().__init__(why)
        self.seconds = seconds


@dataclass(frozen=True)
class JobKind:
    """A kind of job: its name, and what is called with the code of the record."""

    task: str
    work: Work


_kinds: dict[str, JobKind] = {}


def register(task: str, work: Work) -> None:
    """Announce a kind of job (`app.verb_noun`) from `AppConfig.ready()`."""
    if task in _kinds:
        raise ValueError(f"job {task} is registered twice")
    _kinds[task] = JobKind(task, work)


def known_tasks() -> set[str]:
    """Every kind of job that can be queued."""
    return set(_kinds)


def queue(task: str, about: UUID, due_at: datetime | None = None) -> None:
    """Ask for work on a record, once: in this transaction as a row, after commit by a ring of the doorbell."""
    if task not in _kinds:
        raise ValueError(f"no job is called {task}")
    job, made = Job.objects.get_or_create(
        task=task, about=about, state=JobState.QUEUED, defaults={"due_at": due_at or timezone.now()}
    )
    if made and job.due_at <= timezone.now():
        ring(task, str(job.code))


def run(code: UUID) -> bool:
    """Do one job if nobody else has it; False when there was nothing to do."""
    job = claim(code)
    if job is None:
        return False
    failpoint("cases.job_claimed", job.about)
    try:
        _kinds[job.task].work(job.about)
    except Later as wait:
        put_back(job, timedelta(seconds=wait.seconds), str(wait), counts=False)
    except Exception as error:  # whatever went wrong ends in a row that a person sees
        log.exception("job %s of %s failed", job.code, job.task)
        wait = timedelta(seconds=15 * 2**job.attempts * settings.TRAVEL_PACE)
        put_back(job, wait, kind_and_place(error))
    else:
        failpoint("cases.job_before_done", job.about)
        Job.objects.filter(pk=job.pk).update(state=JobState.DONE, ended_at=timezone.now(), lease_until=None, error="")
    return True


def kind_and_place(error: Exception) -> str:
    """What went wrong, for a person who may see no case: an exception's own words may quote a row with its names."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {last.name}, {PurePath(last.filename).name} line {last.lineno}"


def claim(code: UUID) -> Job | None:
    """Take a due job by a conditional update; of two workers exactly one gets it."""
    now = timezone.now()
    taken = (
        Job.objects.due()
        .filter(code=code)
        .update(state=JobState.RUNNING, lease_until=now + LEASE, attempts=F("attempts") + 1)
    )
    return Job.objects.get(code=code) if taken else None


def put_back(job: Job, wait: timedelta, why: str, counts: bool = True) -> None:
    """Queue the job again for later; after the last attempt it fails and stays visible."""
    failed = counts and job.attempts >= MOST_ATTEMPTS
    columns = {"lease_until": None, "error": why[:300]}
    if failed:
        columns |= {"state": JobState.FAILED, "ended_at": timezone.now()}
    else:
        columns |= {"state": JobState.QUEUED, "due_at": timezone.now() + wait}
    if not counts:
        columns["attempts"] = job.attempts - 1
    try:
        with transaction.atomic():
            Job.objects.filter(pk=job.pk).update(**columns)
    except IntegrityError:  # the same work was queued anew meanwhile: that row will do it
        Job.objects.filter(pk=job.pk).update(state=JobState.DONE, ended_at=timezone.now(), lease_until=None)


def run_due(limit: int = 1000) -> int:
    """Do every due job here and now, without a broker; the number done."""
    codes = list(Job.objects.due().order_by("due_at").values_list("code", flat=True)[:limit])
    return sum(run(code) for code in codes)


def ring_due() -> int:
    """Ring again for every due job: what the broker lost and what a dead worker left. Every minute."""
    due = list(Job.objects.due().order_by("due_at").values_list("task", "code")[:500])
    for task, code in due:
        ring(task, str(code))
    return len(due)


def begin_period(name: str, period: str) -> bool:
    """True for the first who asks: periodic work acts once per period, however many beats there are."""
    __, begun = PeriodRun.objects.get_or_create(name=name, period=period)
    return begun
