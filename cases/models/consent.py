"""Consents and referrals."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from accounts.models import Mandate, Organisation
from cases.models.case import Case
from cases.models.person import Person
from cases.records import RecordQuerySet


class Purpose(models.TextChoices):
    """What a person agrees to."""

    SHARE = "share", _("sharing with partners")
    HEALTH = "health", _("sharing of health facts needed for travel")
    PHOTO = "photo", _("photographs")
    FOLLOW_UP = "follow_up", _("contact after arrival")


class ConsentQuerySet(RecordQuerySet):
    """Reads of consents."""

    via_case = "person__memberships__case__"

    def in_force(self) -> "ConsentQuerySet":
        """Given and not withdrawn."""
        return self.filter(withdrawn_at=None)


class Consent(models.Model):
    """A person's agreement to one purpose, by a text version in a language. It can be withdrawn on any day."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=10, choices=Purpose)
    text_version = models.CharField(max_length=20)
    language = models.CharField(max_length=40)
    given_at = models.DateTimeField(default=timezone.now)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", help_text=_("Who recorded it.")
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    PERSONAL = "purpose language"
    SPECIAL = ""
    PLAIN = "code person text_version given_at given_by withdrawn_at withdrawn_by"
    KEPT = Kept.WITH_CASE

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_at"]
        constraints = [
            one_of("purpose", Purpose),
            paired("given"),
            paired("withdrawn"),
            models.UniqueConstraint(
                fields=["person", "purpose"], condition=Q(withdrawn_at=None), name="cases_consent_one_in_force"
            ),
        ]

    def __str__(self) -> str:
        return self.purpose


class ReferralStage(models.TextChoices):
    """Sent, then accepted or declined by the receiver, then closed when the service was given."""

    SENT = "sent", _("Sent")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    CLOSED = "closed", _("Closed")


class Referral(models.Model):
    """A service asked from another mandate or a partner; the case stays. Needs consent, or a reason why not."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="referrals")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="referrals")
    to_mandate = models.CharField(max_length=30, choices=Mandate, blank=True)
    to_organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="referrals"
    )
    service = models.CharField(_("what is asked"), max_length=200)
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, null=True, blank=True, related_name="referrals")
    override_reason = models.TextField(_("why without consent"), blank=True)
    stage = models.CharField(max_length=10, choices=ReferralStage, default=ReferralStage.SENT)
    sent_at = models.DateTimeField(default=timezone.now)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    PERSONAL = "service override_reason"
    SPECIAL = ""
    PLAIN = "code case person to_mandate to_organisation consent stage sent_at sent_by"
    KEPT = Kept.WITH_CASE

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("referral")
        verbose_name_plural = _("referrals")
        ordering = ["-sent_at"]
        constraints = [
            one_of("to_mandate", Mandate, blank=True),
            one_of("stage", ReferralStage),
            paired("sent"),
            models.CheckConstraint(
                condition=Q(to_mandate="", to_organisation__isnull=False) | Q(to_mandate__gt="", to_organisation=None),
                name="cases_referral_one_receiver",
            ),
            models.CheckConstraint(
                condition=Q(consent__isnull=False) | Q(override_reason__gt=""), name="cases_referral_consent_or_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.service
