"""RIAT files: the application for reintegration help in the EU programme, as it stands in the Commission's own tool."""

import uuid
from datetime import datetime

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from cases.models import Case, Document, Task
from cases.models.event import only_grows
from cases.records import RecordQuerySet
from returns.riat_clock import warn_at


class Support(models.TextChoices):
    """What the programme is asked for."""

    POST_ARRIVAL = "post_arrival", _("help in the first days")
    POST_RETURN = "post_return", _("help in kind within a year")
    BOTH = "both", _("both")


class RiatStatus(models.TextChoices):
    """Where the file stands in RIAT, in its own words."""

    DRAFT = "draft", _("Draft")
    REGISTERED = "registered", _("Case registration")
    OPEN = "open", _("Open in KM2, with the focal point")
    VALIDATION = "validation", _("Validation request to the coordinator")
    REJECTED = "rejected", _("Rejected")
    REOPENED = "reopened", _("Reopened")
    CONFIRMED = "confirmed", _("Confirmed")


R = RiatStatus


class RejectReason(models.TextChoices):
    """Why a file was rejected, as its case log says."""

    NO_ANSWER = "no_answer", _("no answer within seven days")
    CONSENT = "consent", _("consent sheet missing or wrong")
    INCOMPLETE = "incomplete", _("facts missing")
    NOT_ELIGIBLE = "not_eligible", _("not eligible for the programme")
    DUPLICATE = "duplicate", _("the person has a file already")
    OTHER = "other", _("another reason")


class RiatQuerySet(RecordQuerySet):
    """Reads of RIAT files."""

    def on_the_clock(self) -> "RiatQuerySet":
        """Those that wait for our answer."""
        return self.filter(status=R.VALIDATION)


class RiatFile(models.Model):
    """One application of one case, for one kind of support. RIAT is the Commission's: we write down what stands there.

    A draft of ours becomes a case registration once the signed consent sheet is there and RIAT gave it a reference;
    from then on its first page cannot be changed, there or here. It is opened in KM2 with the focal point of the
    reintegration partner; the partner asks the member state's coordinator to validate it, who has seven days
    (`sent_at`, `answer_by`), and confirms or rejects it. A rejected file may be reopened. `lapsed_at` says that our
    clock ran out: what RIAT made of it, a person looks up and records.
    """

    NEXT = {
        R.DRAFT: (R.REGISTERED,),
        R.REGISTERED: (R.OPEN, R.REJECTED),
        R.OPEN: (R.VALIDATION, R.REJECTED),
        R.VALIDATION: (R.CONFIRMED, R.OPEN, R.REJECTED),
        R.REJECTED: (R.REOPENED,),
        R.REOPENED: (R.OPEN, R.VALIDATION, R.REJECTED),
        R.CONFIRMED: (),
    }
    FIRST_PAGE = ("return_country", "project", "organisation", "partner", "support")

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="riat_files")
    reference = models.CharField(_("reference in RIAT"), max_length=40, blank=True)
    return_country = models.CharField(_("country of return"), max_length=3)
    project = models.CharField(_("project"), max_length=100)
    organisation = models.CharField(_("organisation of the member state"), max_length=100)
    partner = models.CharField(_("reintegration partner"), max_length=100)
    support = models.CharField(_("type of support"), max_length=15, choices=Support)
    status = models.CharField(max_length=12, choices=RiatStatus, default=RiatStatus.DRAFT)
    consent_sheet = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="riat_files",
        verbose_name=_("signed consent sheet"),
    )  # fmt: skip
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    answer_by = models.DateTimeField(_("answer needed by"), null=True, blank=True)
    lapsed_at = models.DateTimeField(null=True, blank=True)
    task = models.ForeignKey(Task, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    registered_at = models.DateTimeField(null=True, blank=True)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    PERSONAL = "reference"
    SPECIAL = ""
    PLAIN = (
        "code case return_country project organisation partner support status consent_sheet sent_at answer_by "
        "lapsed_at task made_at made_by registered_at registered_by"
    )
    KEPT = Kept.WITH_CASE
    UNPAIRED = {"sent_at": "by the partner, in RIAT", "lapsed_at": "by the clock"}

    objects = RiatQuerySet.as_manager()

    class Meta:
        verbose_name = _("RIAT file")
        verbose_name_plural = _("RIAT files")
        ordering = ["-made_at", "-id"]
        indexes = [models.Index(fields=["answer_by"], condition=Q(status="validation"), name="returns_riat_clock")]
        constraints = [
            one_of("support", Support),
            one_of("status", RiatStatus),
            paired("made"),
            paired("registered"),
            models.UniqueConstraint(fields=["case", "support"], name="returns_riat_one_per_support"),
            models.UniqueConstraint(fields=["reference"], condition=Q(reference__gt=""), name="returns_riat_reference"),
            models.CheckConstraint(
                condition=Q(status="draft")
                | Q(registered_at__isnull=False, consent_sheet__isnull=False, reference__gt=""),
                name="returns_riat_registered_with_consent",
            ),
            models.CheckConstraint(
                condition=Q(status="validation", sent_at__isnull=False, answer_by__gt=models.F("sent_at"))
                | (~Q(status="validation") & Q(sent_at=None, answer_by=None, lapsed_at=None)),
                name="returns_riat_clock_while_asked",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="returns_riat_first_page_stays",
                operation=pgtrigger.Update,
                when=pgtrigger.Before,
                func="""
                IF NEW.case_id <> OLD.case_id OR (OLD.registered_at IS NOT NULL AND (
                    NEW.reference, NEW.return_country, NEW.project, NEW.organisation, NEW.partner, NEW.support,
                    NEW.consent_sheet_id, NEW.registered_at, NEW.registered_by_id
                ) IS DISTINCT FROM (
                    OLD.reference, OLD.return_country, OLD.project, OLD.organisation, OLD.partner, OLD.support,
                    OLD.consent_sheet_id, OLD.registered_at, OLD.registered_by_id
                )) THEN
                    RAISE EXCEPTION 'the first page is closed with the registration'
                        USING ERRCODE = 'check_violation', CONSTRAINT = 'returns_riat_first_page_stays';
                END IF;
                RETURN NEW;
                """,
            ),
            pgtrigger.Protect(name="returns_riat_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.reference or f"{self.case_id} {self.support}"

    @property
    def name(self) -> str:
        """Under what one speaks of it: RIAT's reference, or what it asks for."""
        return self.reference or str(self.get_support_display())

    @property
    def warn_at(self) -> datetime | None:
        """From when on the desk warns."""
        return warn_at(self.sent_at) if self.sent_at else None

    @property
    def is_pressing(self) -> bool:
        """Is an answer due soon, or overdue?"""
        return bool(self.sent_at) and timezone.now() >= self.warn_at

    @property
    def is_lapsed(self) -> bool:
        """Did the clock run out without an answer?"""
        return bool(self.answer_by) and timezone.now() >= self.answer_by


class RiatStep(models.Model):
    """A status a file came to, who recorded it, and why it was rejected: the file's history, which only grows."""

    riat = models.ForeignKey(RiatFile, on_delete=models.PROTECT, related_name="steps")
    status = models.CharField(max_length=12, choices=RiatStatus)
    reason = models.CharField(max_length=15, choices=RejectReason, blank=True)
    comment = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    came_at = models.DateTimeField(default=timezone.now, editable=False)
    came_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    PERSONAL = "comment"
    SPECIAL = ""
    PLAIN = "riat status reason sent_at came_at came_by"
    KEPT = Kept.WITH_CASE
    UNPAIRED = {"sent_at": "by the partner, in RIAT"}

    class Meta:
        verbose_name = _("step of a RIAT file")
        verbose_name_plural = _("steps of RIAT files")
        ordering = ["came_at", "id"]
        constraints = [
            one_of("status", RiatStatus),
            one_of("reason", RejectReason, blank=True),
            paired("came"),
            models.CheckConstraint(
                condition=~Q(status="rejected") | Q(reason__gt="", comment__gt=""), name="returns_riat_step_says_why"
            ),
        ]
        triggers = only_grows("returns_riat_step_only_grows")

    def __str__(self) -> str:
        return self.status
