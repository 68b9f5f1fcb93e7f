"""Instalments: in which parts an award is given."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Sum
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.declared import Kept, one_of, paired
from returns.guards.awards import INSTALMENT_BOOKED, frozen
from returns.models.award import GrantAward, Mode
from returns.money import MoneyQuerySet, amount_column


class InstalmentKind(models.TextChoices):
    """What must have happened before a part is paid."""

    DEPARTURE = "departure", _("At departure")
    AFTER_PLAN = "after_plan", _("After the plan is approved")
    AFTER_PROOF = "after_proof", _("After proof of the first part")


class InstalmentState(models.TextChoices):
    """Waits for its condition, is due, was paid, or was cancelled."""

    WAITS = "waits", _("Waits")
    DUE = "due", pgettext_lazy("instalment", "Due")
    PAID = "paid", _("Paid")
    CANCELLED = "cancelled", _("Cancelled")


class InstalmentQuerySet(MoneyQuerySet):
    """Reads of instalments."""

    via_case = "award__return_file__case__"

    def open(self) -> "InstalmentQuerySet":
        """Not paid and not cancelled."""
        return self.filter(state__in=[InstalmentState.WAITS, InstalmentState.DUE])

    def with_left(self) -> "InstalmentQuerySet":
        """With `left`, what may be paid of each: its amount, less what was recovered for good."""
        gone = Sum("entries__amount", filter=Q(entries__kind="cancellation"), default=0)
        return self.annotate(left=F("amount") - gone)


class Instalment(models.Model):
    """One part of an award. All parts come to the award; after approval none changes its amount.

    The part at departure is due with the approval; the others wait until an officer says that the plan is approved or
    the proof is there.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    award = models.ForeignKey(GrantAward, on_delete=models.PROTECT, related_name="instalments")
    n = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=InstalmentKind)
    mode = models.CharField(max_length=10, choices=Mode, default=Mode.CASH)
    amount = amount_column()
    state = models.CharField(max_length=10, choices=InstalmentState, default=InstalmentState.WAITS)
    released_at = models.DateTimeField(null=True, editable=False)
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    PERSONAL = "amount"
    SPECIAL = ""
    PLAIN = "code award n kind mode state released_at released_by"
    KEPT = Kept.ALWAYS

    objects = InstalmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("instalment")
        verbose_name_plural = _("instalments")
        ordering = ["award", "n"]
        indexes = [models.Index(fields=["state", "id"], name="returns_instalment_by_state")]
        constraints = [
            one_of("kind", InstalmentKind),
            one_of("mode", Mode),
            one_of("state", InstalmentState),
            paired("released"),
            models.UniqueConstraint(fields=["award", "n"], name="returns_instalment_numbered"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="returns_instalment_positive"),
        ]
        triggers = [frozen("returns_instalment_frozen"), INSTALMENT_BOOKED]

    def __str__(self) -> str:
        return f"{self.n}. {self.get_kind_display()}"

    @property
    def case_id(self) -> int:
        """The case it belongs to."""
        return self.award.return_file.case_id
