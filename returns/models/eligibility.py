"""Eligibility: whether assistance may be given, with the reasons."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, paired
from cases.models import Case
from cases.records import RecordQuerySet


class Reason(models.TextChoices):
    """Why assistance is not given; the first three are found by the portal, the others said by an officer."""

    COUNTRY_PAUSED = "country_paused", _("no returns to this country for now")
    NO_PERMIT_THERE = "no_permit_there", _("a third country without a permanent permit there")
    COUNTRY_UNKNOWN = "country_unknown", _("the country of return is not known")
    EU_CITIZEN = "eu_citizen", _("citizen of the EU or Schengen area")
    HAS_MEANS = "has_means", _("has means of the own")
    PENDING = "pending", _("another application is pending and was not withdrawn")
    HAD_BEFORE = "had_before", _("had assistance before")
    NOT_OF_FREE_WILL = "not_of_free_will", _("not of free will")
    OTHER = "other", _("another reason, see the note")


class EligibilityCheck(models.Model):
    """One look at whether a family may be assisted. The latest one counts; refusals name their reasons."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="eligibility_checks")
    is_eligible = models.BooleanField(_("eligible"))
    reasons = ArrayField(models.CharField(max_length=20, choices=Reason), verbose_name=_("reasons"), default=list)
    note = models.TextField(_("note"), blank=True)
    checked_at = models.DateTimeField(default=timezone.now, editable=False)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    PERSONAL = "note"
    SPECIAL = ""
    PLAIN = "code case is_eligible reasons checked_at checked_by"
    KEPT = Kept.WITH_CASE

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("look at eligibility")
        verbose_name_plural = _("looks at eligibility")
        ordering = ["id"]
        constraints = [
            paired("checked"),
            models.CheckConstraint(
                condition=Q(is_eligible=True, reasons=[]) | (Q(is_eligible=False) & ~Q(reasons=[])),
                name="returns_eligibility_refusal_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.is_eligible}"

    @property
    def reasons_in_words(self) -> list[str]:
        """Why not, in the reader's language."""
        return [str(Reason(code).label) for code in self.reasons]
