"""Visits and calls after the return: the schedule as the office keeps it, and what became of each of them."""

import uuid
from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from cases.models import Case
from returns.monitoring.reach import MonitoringQuerySet


class ContactWay(models.TextChoices):
    """By which means somebody is met or reached."""

    VISIT = "visit", _("visit")
    CALL = "call", _("call")
    VIDEO = "video", _("video call")
    MESSAGE = "message", _("message")
    E_MAIL = "e_mail", _("e-mail")


class ByWhom(models.TextChoices):
    """Whose turn a visit is."""

    OFFICE = "office", _("the office")
    MISSION = "mission", _("the mission")


class VisitState(models.TextChoices):
    """A visit is due until somebody says what became of it."""

    DUE = "due", _("Due")
    DONE = "done", _("Done")
    MISSED = "missed", _("Missed")
    NOT_WANTED = "not_wanted", _("Not wanted")


class MonitoringStep(models.Model):
    """One step of the schedule: so many months after arrival a visit or a call is due, within a window of days.

    Administrators keep the steps; what they change holds for people who arrive from then on.
    """

    months = models.PositiveSmallIntegerField(_("months after arrival"), unique=True)
    way = models.CharField(_("how"), max_length=10, choices=ContactWay)
    by_whom = models.CharField(_("by whom"), max_length=10, choices=ByWhom)
    days_before = models.PositiveSmallIntegerField(_("days before"), default=14)
    days_after = models.PositiveSmallIntegerField(_("days after"), default=14)
    with_survey = models.BooleanField(_("with the survey"), default=False)
    is_in_use = models.BooleanField(_("in use"), default=True)
    note = models.CharField(_("where it comes from"), max_length=300, blank=True)

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "months way by_whom days_before days_after with_survey is_in_use note"
    KEPT = Kept.ALWAYS

    class Meta:
        verbose_name = _("step of the schedule")
        verbose_name_plural = _("schedule of visits")
        ordering = ["months"]
        constraints = [one_of("way", ContactWay), one_of("by_whom", ByWhom)]

    def __str__(self) -> str:
        return f"{self.months}"


class VisitQuerySet(MonitoringQuerySet):
    """Reads of visits."""

    def due(self) -> Self:
        """Those nobody has said anything of yet, of returns that go on."""
        return self.running().filter(state=VisitState.DUE)

    def open_on(self, day: date) -> Self:
        """Due, and their days have begun."""
        return self.due().filter(opens_on__lte=day)

    def overdue(self, day: date) -> Self:
        """Due, and their days have passed."""
        return self.due().filter(closes_on__lt=day)


class Visit(models.Model):
    """One visit or call to the people of a return, on the schedule (`months`) or agreed beside it.

    It is due on a day and may be made within a window around it. In the end it was made, missed, or the people did not
    want it. Visits of a return that ended are due no more, and are due again when it goes on.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="visits")
    months = models.PositiveSmallIntegerField(_("months after arrival"), null=True, blank=True)
    way = models.CharField(_("how"), max_length=10, choices=ContactWay)
    by_whom = models.CharField(_("by whom"), max_length=10, choices=ByWhom)
    with_survey = models.BooleanField(_("with the survey"), default=False)
    due_on = models.DateField(_("due"))
    opens_on = models.DateField(_("from"))
    closes_on = models.DateField(_("until"))
    state = models.CharField(max_length=10, choices=VisitState, default=VisitState.DUE)
    happened_on = models.DateField(_("day"), null=True, blank=True)
    channel = models.CharField(_("how it was made"), max_length=10, choices=ContactWay, blank=True)
    note = models.TextField(_("note"), blank=True)
    concern = models.TextField(_("what makes the person vulnerable"), blank=True)
    recorded_at = models.DateTimeField(null=True, blank=True, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    PERSONAL = "note"
    SPECIAL = "concern"
    PLAIN = (
        "code case months way by_whom with_survey due_on opens_on closes_on state happened_on channel recorded_at "
        "recorded_by"
    )
    KEPT = Kept.WITH_CASE

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        ordering = ["due_on", "id"]
        indexes = [models.Index(fields=["state", "due_on", "id"], name="returns_visits_due")]
        constraints = [
            one_of("way", ContactWay),
            one_of("by_whom", ByWhom),
            one_of("state", VisitState),
            one_of("channel", ContactWay, blank=True),
            paired("recorded"),
            models.UniqueConstraint(fields=["case", "months"], name="returns_visit_once_on_schedule"),
            models.CheckConstraint(
                condition=Q(opens_on__lte=F("due_on"), due_on__lte=F("closes_on")), name="returns_visit_window_in_order"
            ),
            models.CheckConstraint(
                condition=Q(state="due", recorded_at=None) | ~Q(state="due") & Q(recorded_at__isnull=False),
                name="returns_visit_said_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(happened_on__isnull=False, channel__gt=""),
                name="returns_visit_made_on_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.due_on}"

    @property
    def kind(self) -> str:
        """How a list shows where it stands."""
        if self.state != VisitState.DUE:
            return {VisitState.DONE: "done", VisitState.MISSED: "late"}.get(self.state, "off")
        today = timezone.localdate()
        return "late" if self.closes_on < today else "now" if self.opens_on <= today else "todo"

    @property
    def standing(self) -> str:
        """Where it stands, in words."""
        if self.kind == "late" and self.state == VisitState.DUE:
            return str(_("Overdue"))
        return str(_("Planned")) if self.kind == "todo" else self.get_state_display()
