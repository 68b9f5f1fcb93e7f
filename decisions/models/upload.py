"""Uploads: a file of an authority from arrival to receipt, and what was found in it."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from accounts.models import Organisation
from decisions.policy import AuthorityQuerySet


class UploadState(models.TextChoices):
    """Where a file stands."""

    QUEUED = "queued", _("Waiting to be read")
    READING = "reading", _("Being read")
    READY = "ready", _("Waiting for acceptance")
    REJECTED = "rejected", _("Could not be read")
    ACCEPTING = "accepting", _("Being accepted")
    ACCEPTED = "accepted", _("Accepted")
    DISCARDED = "discarded", _("Discarded")


MOVING = (UploadState.QUEUED, UploadState.READING, UploadState.ACCEPTING)


class UploadQuerySet(AuthorityQuerySet):
    """Reads of uploads."""

    def same_as(self, upload: "Upload") -> "UploadQuerySet":
        """Accepted uploads of the same layout with the very same bytes."""
        same = {"layout": upload.layout, "organisation": upload.organisation_id, "sha256": upload.sha256}
        return self.filter(state=UploadState.ACCEPTED, **same).exclude(pk=upload.pk)

    def newest_first(self) -> "UploadQuerySet":
        """For lists."""
        return self.order_by("-uploaded_at", "-pk").select_related("organisation", "uploaded_by")


class Upload(models.Model):
    """A decision file of an authority. `organisation` is the authority that decided, whoever sent the file.

    It is queued, read by a worker in a process of its own, and then either rejected with a file code or ready as a
    preview. Somebody accepts it (again a job, one transaction, a receipt) or discards it. Counts are those of the
    preview until it is accepted, then those of what was stored.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    layout = models.CharField(max_length=20)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="uploads")
    file = models.FileField(upload_to="decisions/%Y/%m/")
    name = models.CharField(max_length=200, help_text=_("As the file was called."))
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=UploadState, default=UploadState.QUEUED)
    file_code = models.CharField(max_length=30, blank=True)
    columns = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    headers = models.JSONField(default=dict, blank=True, help_text=_("What each field is called in this file."))
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    rows = models.PositiveIntegerField(default=0)
    persons = models.PositiveIntegerField(default=0)
    travellers = models.PositiveIntegerField(default=0)
    cases_new = models.PositiveIntegerField(default=0)
    cases_changed = models.PositiveIntegerField(default=0)
    cases_unchanged = models.PositiveIntegerField(default=0)
    cases_withheld = models.PositiveIntegerField(default=0)
    receipt = models.CharField(max_length=20, blank=True)
    uploaded_at = models.DateTimeField(default=timezone.now, editable=False)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    discarded_at = models.DateTimeField(null=True, blank=True)
    discarded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    PERSONAL = "file name headers"
    SPECIAL = ""
    PLAIN = (
        "code layout organisation size sha256 state file_code columns done total rows persons travellers cases_new "
        "cases_changed cases_unchanged cases_withheld receipt uploaded_at uploaded_by asked_at asked_by accepted_at "
        "accepted_by discarded_at discarded_by"
    )
    KEPT = Kept.WITH_CASE

    objects = UploadQuerySet.as_manager()

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")
        indexes = [
            models.Index(fields=["organisation", "-uploaded_at"], name="decisions_upload_newest"),
            models.Index(fields=["layout", "sha256"], name="decisions_upload_same"),
        ]
        constraints = [
            one_of("state", UploadState),
            paired("uploaded"),
            paired("asked"),
            paired("accepted"),
            paired("discarded"),
            models.UniqueConstraint(fields=["receipt"], condition=Q(receipt__gt=""), name="decisions_upload_receipt"),
            models.CheckConstraint(
                condition=Q(state="accepted", receipt__gt="", accepted_at__isnull=False)
                | (~Q(state="accepted") & Q(receipt="", accepted_at=None)),
                name="decisions_upload_receipt_when_accepted",
            ),
            models.CheckConstraint(
                condition=Q(state="rejected", file_code__gt="") | (~Q(state="rejected") & Q(file_code="")),
                name="decisions_upload_code_when_rejected",
            ),
        ]

    def __str__(self) -> str:
        return self.receipt or str(self.code)

    @property
    def cases_accepted(self) -> int:
        """Created, changed or found unchanged."""
        return self.cases_new + self.cases_changed + self.cases_unchanged

    @property
    def is_moving(self) -> bool:
        """Does a worker have something to do for it?"""
        return self.state in MOVING


class Severity(models.TextChoices):
    """An error withholds its case, a warning nothing."""

    ERROR = "error", _("Error")
    WARNING = "warning", _("Warning")


class Finding(models.Model):
    """One thing found in a file: `code` of the closed list, at a row and a field; `facts` hold what stood there."""

    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="findings")
    severity = models.CharField(max_length=10, choices=Severity)
    row = models.PositiveIntegerField(null=True, blank=True)
    column = models.CharField(max_length=40, blank=True)
    code = models.CharField(max_length=30)
    facts = models.JSONField(default=dict, blank=True)

    PERSONAL = "facts"
    SPECIAL = ""
    PLAIN = "upload severity row column code"
    KEPT = Kept.WITH_CASE

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["row", "id"]
        indexes = [models.Index(fields=["upload", "severity", "row"], name="decisions_finding_of_upload")]
        constraints = [one_of("severity", Severity)]

    def __str__(self) -> str:
        return f"{self.code} {self.row or ''}"


class Change(models.TextChoices):
    """What a case of a file means for what we know."""

    NEW = "new", _("New")
    CHANGED = "changed", _("Changed")
    CONFLICT = "conflict", _("Changed, although the case is closed")
    UNCHANGED = "unchanged", _("Unchanged")
    WITHHELD = "withheld", _("Waiting for correction")


class UploadedCase(models.Model):
    """One case of a file: its persons as they would be stored, and how they differ from the current version."""

    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="cases")
    case_number = models.CharField(max_length=50)
    change = models.CharField(max_length=10, choices=Change)
    count = models.PositiveIntegerField(default=0)
    persons = models.JSONField(default=list, blank=True)
    differences = models.JSONField(default=list, blank=True)

    PERSONAL = "case_number differences"
    SPECIAL = "persons"
    PLAIN = "upload change count"
    KEPT = Kept.WITH_CASE

    class Meta:
        verbose_name = _("case in a file")
        verbose_name_plural = _("cases in a file")
        ordering = ["id"]
        indexes = [models.Index(fields=["upload", "change", "id"], name="decisions_case_of_upload")]
        constraints = [
            one_of("change", Change),
            models.UniqueConstraint(fields=["upload", "case_number"], name="decisions_case_once_per_upload"),
        ]

    def __str__(self) -> str:
        return self.case_number
