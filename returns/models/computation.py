"""Computations: what a case's grant was computed from, and what came out, as it was on that day."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.declared import Kept, one_of, paired
from cases.models import Case, Status
from cases.records import RecordQuerySet
from returns.rules.answer import Answer
from returns.rules.kept import answer_of


class ComputationOutcome(models.TextChoices):
    """A grant is computed, refused, or a person must answer first."""

    COMPUTED = "computed", _("Computed")
    REFUSED = "refused", pgettext_lazy("grant", "Refused")
    NEEDS_PERSON = "needs_person", _("A person must answer")


class ComputationQuerySet(RecordQuerySet):
    """Reads of computations."""

    def open(self) -> "ComputationQuerySet":
        """The latest ones of cases that are not closed: those that a new decree may change."""
        return self.filter(is_current=True).exclude(case__status=Status.CLOSED)


class Computation(models.Model):
    """One computation of a case under one scheme: the facts that went in and the answer, with its reasons by code.

    A later computation of the same case and scheme takes its place; nothing of the earlier one is changed.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="computations")
    scheme = models.CharField(max_length=40)
    inputs = models.JSONField(
        help_text=_("The documented inputs: dates, persons by kind and birth date, stated facts.")
    )
    answer = models.JSONField()
    outcome = models.CharField(max_length=15, choices=ComputationOutcome)
    total = models.PositiveIntegerField(null=True, blank=True)
    currency = models.CharField(max_length=3)
    is_current = models.BooleanField(default=True)
    computed_at = models.DateTimeField(default=timezone.now, editable=False)
    computed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    PERSONAL = "inputs answer"
    SPECIAL = ""
    PLAIN = "code case scheme outcome total currency is_current computed_at computed_by"
    KEPT = Kept.WITH_CASE

    objects = ComputationQuerySet.as_manager()

    class Meta:
        verbose_name = _("computation")
        verbose_name_plural = _("computations")
        ordering = ["-computed_at", "-id"]
        constraints = [
            one_of("outcome", ComputationOutcome),
            paired("computed"),
            models.UniqueConstraint(
                fields=["case", "scheme"], condition=Q(is_current=True), name="returns_computation_one_current"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.outcome}"

    def explained(self) -> Answer:
        """The answer as it was computed, with the rules of that day: to be put into any reader's words."""
        return answer_of(self.scheme, self.answer)
