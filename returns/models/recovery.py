"""Recoveries: money that was paid and is claimed back."""

import uuid
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from returns.models.payment import Payment
from returns.money import MoneyQuerySet, amount_column


class RecoveryReason(models.TextChoices):
    """Why it is claimed back."""

    FORCED_RETURN = "forced_return", _("returned by the police after all")
    NOT_RETURNED = "not_returned", _("did not return")
    WRONGLY_PAID = "wrongly_paid", _("paid wrongly")


class RecoveryState(models.TextChoices):
    """Claimed, paid back, or written off."""

    OPEN = "open", _("Open")
    REPAID = "repaid", _("Paid back")
    WRITTEN_OFF = "written_off", _("Written off")


class RecoveryQuerySet(MoneyQuerySet):
    """Reads of recoveries."""

    via_case = "payment__instalment__award__return_file__case__"

    def open(self) -> "RecoveryQuerySet":
        """Those of which something is still to come."""
        return self.filter(state=RecoveryState.OPEN)

    def with_repaid(self) -> "RecoveryQuerySet":
        """With what came back so far, in the same question."""
        return self.annotate(repaid_so_far=Sum("entries__amount", default=Decimal()))


class Recovery(models.Model):
    """A claim for one payment or a part of it: paid back in parts, or written off by a lead who did not claim it.

    One is open for a payment at a time. What comes back stands in the ledger; what is written off stays paid there.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, related_name="recoveries")
    reason = models.CharField(_("reason"), max_length=15, choices=RecoveryReason)
    amount = amount_column()
    state = models.CharField(max_length=12, choices=RecoveryState, default=RecoveryState.OPEN)
    note = models.TextField(_("note"), blank=True)
    claimed_at = models.DateTimeField(default=timezone.now, editable=False)
    claimed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_off_at = models.DateTimeField(null=True, editable=False)
    written_off_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    write_off_reason = models.TextField(blank=True)

    PERSONAL = "reason amount note write_off_reason"
    SPECIAL = ""
    PLAIN = "code payment state claimed_at claimed_by written_off_at written_off_by"
    KEPT = Kept.ALWAYS

    objects = RecoveryQuerySet.as_manager()

    class Meta:
        verbose_name = _("recovery")
        verbose_name_plural = _("recoveries")
        ordering = ["id"]
        constraints = [
            one_of("reason", RecoveryReason),
            one_of("state", RecoveryState),
            paired("claimed"),
            paired("written_off"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="returns_recovery_positive"),
            models.UniqueConstraint(fields=["payment"], condition=Q(state="open"), name="returns_recovery_one_open"),
            models.CheckConstraint(
                condition=~Q(state="written_off") | Q(written_off_by__isnull=False, write_off_reason__gt=""),
                name="returns_recovery_written_off_says_why",
            ),
            models.CheckConstraint(
                condition=Q(written_off_by=None) | ~Q(written_off_by=F("claimed_by")),
                name="returns_recovery_second_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reason} {self.state}"

    @property
    def case_id(self) -> int:
        """The case it belongs to."""
        return self.payment.case_id

    @property
    def repaid(self) -> Decimal:
        """What came back of it."""
        return self.entries.aggregate(sum=Sum("amount", default=Decimal()))["sum"]
