"""The ledger: every movement of an award's money, one row each, never changed and never removed."""

from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of
from cases.models.event import only_grows
from returns.guards.ledger import ENTRY_BOOKED, LEDGER_ADDS_UP
from returns.models.award import GrantAward
from returns.models.instalment import Instalment
from returns.models.payment import Payment
from returns.models.recovery import Recovery
from returns.money import MoneyQuerySet, amount_column


class EntryKind(models.TextChoices):
    """What moved."""

    COMMITMENT = "commitment", _("Commitment")
    PAYMENT = "payment", _("Payment")
    REFUND = "refund", _("Refund")
    RECOVERY = "recovery", _("Recovery")
    CANCELLATION = "cancellation", _("Cancellation")


class LedgerQuerySet(MoneyQuerySet):
    """Reads of the ledger."""

    via_case = "award__return_file__case__"

    def totals(self) -> dict[str, object]:
        """Committed, paid (less what came back), cancelled."""
        sums = self.aggregate(**{kind.value: Sum("amount", filter=Q(kind=kind), default=0) for kind in EntryKind})
        paid = sums["payment"] - sums["refund"] - sums["recovery"]
        left = sums["commitment"] - sums["cancellation"] - paid
        return {"committed": sums["commitment"], "paid": paid, "cancelled": sums["cancellation"], "open": left}


class LedgerEntry(models.Model):
    """One movement. Amounts are positive; the kind says the direction.

    committed = paid + cancelled + open, always. Before each row Postgres locks the award and adds up: a commitment is
    the award's amount, once; a payment stays within the award and within its instalment; no more comes back of it than
    was paid; nothing is cancelled that is paid. What comes back has its own receipt. At the commit each payment has its
    entry, and each entry its payment.
    """

    code = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    award = models.ForeignKey(GrantAward, on_delete=models.PROTECT, related_name="entries")
    instalment = models.ForeignKey(Instalment, on_delete=models.PROTECT, null=True, related_name="entries")
    payment = models.ForeignKey(Payment, on_delete=models.PROTECT, null=True, related_name="entries")
    kind = models.CharField(max_length=12, choices=EntryKind)
    amount = amount_column()
    note = models.TextField(blank=True)
    recovery = models.ForeignKey(Recovery, on_delete=models.PROTECT, null=True, related_name="entries")
    receipt = models.CharField(max_length=20, blank=True, db_default="")
    received_on = models.DateField(null=True)
    booked_at = models.DateTimeField(default=timezone.now, editable=False)
    booked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    PERSONAL = "amount note"
    SPECIAL = ""
    PLAIN = "code award instalment payment kind recovery receipt received_on booked_at booked_by"
    KEPT = Kept.ALWAYS
    UNPAIRED = {"booked_at": "what a withdrawal on the person's own page cancels has no user"}

    objects = LedgerQuerySet.as_manager()

    class Meta:
        verbose_name = _("ledger entry")
        verbose_name_plural = _("ledger")
        ordering = ["id"]
        constraints = [
            one_of("kind", EntryKind),
            models.CheckConstraint(condition=Q(amount__gt=0), name="returns_ledgerentry_positive"),
            models.CheckConstraint(
                condition=Q(kind__in=["commitment", "cancellation"]) | Q(instalment__isnull=False),
                name="returns_ledgerentry_says_which_part",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["commitment", "cancellation"], payment=None)
                | Q(kind__in=["payment", "refund", "recovery"], payment__isnull=False),
                name="returns_ledgerentry_says_which_payment",
            ),
            models.UniqueConstraint(
                fields=["payment"], condition=Q(kind="payment"), name="returns_ledgerentry_payment_once"
            ),
            models.UniqueConstraint(
                fields=["payment"], condition=Q(kind="refund"), name="returns_ledgerentry_refund_once"
            ),
            models.UniqueConstraint(
                fields=["receipt"], condition=Q(receipt__gt=""), name="returns_ledgerentry_receipt"
            ),
        ]
        triggers = [
            *only_grows("returns_ledger_only_grows"),
            LEDGER_ADDS_UP,
            ENTRY_BOOKED,
        ]

    def __str__(self) -> str:
        return self.kind

    @property
    def case_id(self) -> int:
        """The case it belongs to."""
        return self.award.case_id
