"""Files that belong to a case: outside the web root, served only through the door."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.declared import Kept, one_of, paired
from cases.models.case import Case
from cases.models.person import Person
from cases.records import RecordQuerySet


class DocumentKind(models.TextChoices):
    """What a file is."""

    DECISION = "decision", _("Decision")
    TRAVEL_DOCUMENT = "travel_document", _("Travel document")
    EXIT_PERMIT = "exit_permit", _("Exit permit")
    MEDICAL = "medical", _("Fitness to travel")
    CONSENT = "consent", _("Consent")
    TICKET = "ticket", _("Ticket")
    OTHER = "other", _("Other")


class ScanResult(models.TextChoices):
    """What the checks of the file said; only a clean file is served."""

    WAITING = "waiting", _("Not checked yet")
    CLEAN = "clean", _("Clean")
    REFUSED = "refused", pgettext_lazy("file", "Refused")


class Document(models.Model):
    """A file of a case, of one person or of all. `sha256` proves that it is still the file that was given."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="documents")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="documents")
    kind = models.CharField(max_length=20, choices=DocumentKind)
    name = models.CharField(max_length=200, help_text=_("As the file was called."))
    file = models.FileField(upload_to="documents/%Y/%m/")
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    scan = models.CharField(max_length=10, choices=ScanResult, default=ScanResult.WAITING)
    added_at = models.DateTimeField(default=timezone.now, editable=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    PERSONAL = "name file"
    SPECIAL = "kind"
    PLAIN = "code case person size sha256 scan added_at added_by"
    KEPT = Kept.WITH_CASE

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-added_at"]
        constraints = [one_of("kind", DocumentKind), one_of("scan", ScanResult), paired("added")]

    def __str__(self) -> str:
        return self.name
