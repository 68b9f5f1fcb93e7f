"""Jobs: the work nobody waits for, as rows. The broker only rings; it may be emptied at any moment."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of


class JobState(models.TextChoices):
    """A job is queued until claimed, running while its lease holds, and ends done or failed; a person sees failures."""

    QUEUED = "queued", _("Queued")
    RUNNING = "running", _("Running")
    DONE = "done", _("Done")
    FAILED = "failed", _("Failed: a person must look")


class JobQuerySet(models.QuerySet):
    """Reads of jobs."""

    def due(self) -> "JobQuerySet":
        """Jobs that may be claimed now: queued and due, or running with a lease that lapsed."""
        now = timezone.now()
        return self.filter(Q(state=JobState.QUEUED, due_at__lte=now) | Q(state=JobState.RUNNING, lease_until__lt=now))


class Job(models.Model):
    """One piece of work on one record: `task` is its name, `about` the code of the record."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    task = models.CharField(max_length=60)
    about = models.UUIDField()
    state = models.CharField(max_length=10, choices=JobState, default=JobState.QUEUED)
    due_at = models.DateTimeField(default=timezone.now)
    lease_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)
    queued_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True)

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "code task about state due_at lease_until attempts error queued_at ended_at"
    KEPT = Kept.SHORT
    UNPAIRED = {"due_at": "a deadline", "queued_at": "by the act it belongs to", "ended_at": "by the worker"}

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        indexes = [models.Index(fields=["due_at"], condition=Q(state__in=["queued", "running"]), name="cases_job_due")]
        constraints = [
            one_of("state", JobState),
            models.UniqueConstraint(
                fields=["task", "about"], condition=Q(state="queued"), name="cases_job_queued_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} {self.about}"


class PeriodRun(models.Model):
    """Periodic work that was begun for a period: the first insert acts, a second beat finds the row and rests."""

    name = models.CharField(max_length=60)
    period = models.CharField(max_length=20)
    begun_at = models.DateTimeField(default=timezone.now, editable=False)

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "name period begun_at"
    KEPT = Kept.SHORT
    UNPAIRED = {"begun_at": "by the clock"}

    class Meta:
        verbose_name = _("periodic run")
        verbose_name_plural = _("periodic runs")
        constraints = [models.UniqueConstraint(fields=["name", "period"], name="cases_period_once")]

    def __str__(self) -> str:
        return f"{self.name} {self.period}"


class ReferenceCounter(models.Model):
    """The last number given to references of one prefix and year (`FI-KQ-2026`)."""

    series = models.CharField(max_length=20, primary_key=True)
    last = models.PositiveIntegerField(default=0)

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "series last"
    KEPT = Kept.ALWAYS

    class Meta:
        verbose_name = _("reference counter")
        verbose_name_plural = _("reference counters")

    def __str__(self) -> str:
        return self.series
