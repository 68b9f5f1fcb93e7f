"""Answered surveys and the screenings that follow where somebody is vulnerable."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from cases.models import Case, Person, Task
from returns.models.question_set import Dimension, QuestionSet
from returns.models.visit import Visit
from returns.monitoring.reach import MonitoringQuerySet


class SurveyState(models.TextChoices):
    """A survey is a draft that keeps every answer until it is finished; then it stays as it is."""

    DRAFT = "draft", _("Draft")
    FINISHED = "finished", _("Finished")


def score_column(words: str) -> models.DecimalField:
    """A score of 0 to 1; empty where nothing that counts was answered."""
    return models.DecimalField(words, max_digits=4, decimal_places=3, null=True, blank=True)


class Survey(models.Model):
    """The Reintegration Sustainability Survey with one person on one day, in the version in which it was begun.

    `answers` is the code of an answer by the name of its question. Scores are computed once, when it is finished.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="surveys")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", verbose_name=_("who answers"))
    visit = models.OneToOneField(Visit, on_delete=models.PROTECT, null=True, blank=True, related_name="survey")
    question_set = models.ForeignKey(QuestionSet, on_delete=models.PROTECT, related_name="surveys")
    language = models.CharField(_("language"), max_length=8)
    held_on = models.DateField(_("day"), default=timezone.localdate)
    state = models.CharField(max_length=10, choices=SurveyState, default=SurveyState.DRAFT)
    answers = models.JSONField(default=dict, blank=True)
    note = models.TextField(_("note"), blank=True)
    economic = score_column(_("economic"))
    social = score_column(_("social"))
    psychosocial = score_column(_("psychosocial"))
    composite = score_column(_("composite"))
    counted = models.PositiveSmallIntegerField(default=0)
    begun_at = models.DateTimeField(default=timezone.now, editable=False)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    finished_at = models.DateTimeField(null=True, editable=False)
    finished_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    PERSONAL = "language"
    SPECIAL = "answers note economic social psychosocial composite"
    PLAIN = "code case person visit question_set held_on state counted begun_at begun_by finished_at finished_by"
    KEPT = Kept.WITH_CASE

    objects = MonitoringQuerySet.as_manager()

    class Meta:
        verbose_name = _("survey")
        verbose_name_plural = _("surveys")
        ordering = ["held_on", "id"]
        constraints = [
            one_of("state", SurveyState),
            paired("begun"),
            paired("finished"),
            models.CheckConstraint(
                condition=Q(state="draft", finished_at=None) | Q(state="finished", finished_at__isnull=False),
                name="returns_survey_finished_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(*(Q(**{f"{name}": None}) | Q(**{f"{name}__range": (0, 1)})
                              for name in (*Dimension.values, "composite"))),
                name="returns_survey_scores_from_0_to_1",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.case_id} {self.held_on}"

    @property
    def is_finished(self) -> bool:
        """Are its answers final?"""
        return self.state == SurveyState.FINISHED


class ScreeningState(models.TextChoices):
    """A screening is due until its result is recorded."""

    DUE = "due", _("Due")
    DONE = "done", _("Done")


class ScreeningResult(models.TextChoices):
    """What the screening led to."""

    NO_NEED = "no_need", _("no further need")
    REFERRED = "referred", _("referred to a service")
    PLAN = "plan", _("the reintegration plan is changed")
    PROTECTION = "protection", _("protection asked for without delay")
    DECLINED = "declined", _("the person does not want it")


class Screening(models.Model):
    """A closer look at somebody whose visit or survey flagged a vulnerability: due by a day, with its result."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="screenings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    visit = models.OneToOneField(Visit, on_delete=models.PROTECT, null=True, blank=True, related_name="screening")
    survey = models.OneToOneField(Survey, on_delete=models.PROTECT, null=True, blank=True, related_name="screening")
    task = models.OneToOneField(Task, on_delete=models.PROTECT, related_name="+")
    concern = models.TextField(_("what makes the person vulnerable"), blank=True)
    flagged = models.JSONField(default=list, blank=True)
    due_on = models.DateField(_("due"))
    state = models.CharField(max_length=10, choices=ScreeningState, default=ScreeningState.DUE)
    result = models.CharField(_("result"), max_length=15, choices=ScreeningResult, blank=True)
    note = models.TextField(_("note"), blank=True)
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True, editable=False)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    PERSONAL = ""
    SPECIAL = "concern flagged result note"
    PLAIN = "code case person visit survey task due_on state asked_at asked_by done_at done_by"
    KEPT = Kept.WITH_CASE

    objects = MonitoringQuerySet.as_manager()

    class Meta:
        verbose_name = _("follow-up screening")
        verbose_name_plural = _("follow-up screenings")
        ordering = ["due_on", "id"]
        constraints = [
            one_of("state", ScreeningState),
            one_of("result", ScreeningResult, blank=True),
            paired("asked"),
            paired("done"),
            models.CheckConstraint(
                condition=Q(state="due", done_at=None, result="")
                | Q(state="done", done_at__isnull=False, result__gt=""),
                name="returns_screening_done_with_a_result",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.due_on}"

    @property
    def kind(self) -> str:
        """How a list shows where it stands."""
        if self.state == ScreeningState.DONE:
            return "done"
        return "late" if self.due_on < timezone.localdate() else "now"
