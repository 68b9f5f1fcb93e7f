"""The timeline, and who looked. Both only ever grow; Postgres refuses anything else."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of
from cases.models.case import Case
from cases.models.person import Person
from cases.records import RecordQuerySet


class EventKind(models.TextChoices):
    """By what the timeline can be filtered."""

    STAGE = "stage", _("Stage")
    DECISION = "decision", _("Decision")
    TRAVEL = "travel", _("Travel")
    CONTACT = "contact", _("Contact")
    DOCUMENT = "document", _("Document")
    NOTICE = "notice", _("Notice")
    CASE = "case", _("Case")


def only_grows(name: str) -> list[pgtrigger.Trigger]:
    """Postgres refuses to change or remove rows, also by raw SQL and in bulk."""
    return [
        pgtrigger.Protect(name=name, operation=pgtrigger.Update | pgtrigger.Delete),
        pgtrigger.Trigger(
            name=f"{name}_whole",
            operation=pgtrigger.Truncate,
            when=pgtrigger.Before,
            level=pgtrigger.Statement,
            func="RAISE EXCEPTION 'this table only grows';",
        ),
    ]


class Event(models.Model):
    """What happened in a case, who recorded it, when it happened and when it was recorded.

    `verb` names the sentence (`cases.timeline`), `facts` fills it in. `recorded_by` is empty where the portal itself
    acted. A correction is a new event; nothing is ever edited.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="events")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="events")
    kind = models.CharField(max_length=10, choices=EventKind)
    verb = models.CharField(max_length=60)
    facts = models.JSONField(default=dict, blank=True)
    note = models.TextField(blank=True)
    old_stage = models.CharField(max_length=40, blank=True)
    new_stage = models.CharField(max_length=40, blank=True)
    happened_on = models.DateField(default=timezone.localdate)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    PERSONAL = "facts note"
    SPECIAL = ""
    PLAIN = "code case person kind verb old_stage new_stage happened_on recorded_at recorded_by"
    KEPT = Kept.WITH_CASE
    UNPAIRED = {"recorded_at": "empty recorded_by means that the portal itself acted"}

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-recorded_at", "-id"]
        indexes = [
            models.Index(fields=["case", "-recorded_at", "-id"], name="cases_event_timeline"),
            models.Index(fields=["-recorded_at", "-id"], name="cases_event_newest"),
        ]
        constraints = [one_of("kind", EventKind)]
        triggers = only_grows("cases_event_only_grows")

    def __str__(self) -> str:
        return self.verb


class Access(models.Model):
    """Who looked at which case, person or document, when and from which page: written before the page is sent."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="accesses")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="accesses")
    document = models.ForeignKey("cases.Document", on_delete=models.PROTECT, null=True, related_name="accesses")
    page = models.CharField(max_length=100)
    looked_at = models.DateTimeField(default=timezone.now, editable=False)

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "user case person document page looked_at"
    KEPT = Kept.ALWAYS
    UNPAIRED = {"looked_at": "`user` is who looked"}

    class Meta:
        verbose_name = _("look")
        verbose_name_plural = _("who looked")
        ordering = ["-looked_at", "-id"]
        indexes = [models.Index(fields=["case", "-looked_at"], name="cases_access_of_case")]
        triggers = only_grows("cases_access_only_grows")

    def __str__(self) -> str:
        return f"{self.user_id} {self.page}"
