"""The ledger: every movement of an award's money, one row each, never changed and never removed."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of
from cases.models.event import only_grows
from returns.models.award import GrantAward
from returns.models.instalment import Instalment
from returns.money import MoneyQuerySet, amount_column

SUMS = ("granted", "part", "committed", "cancelled", "net", "part_net")


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
    the award's amount, once; a payment stays within the award and within its instalment; nothing comes back that was
    not paid; nothing is cancelled that is paid.
    """

    award = models.ForeignKey(GrantAward, on_delete=models.PROTECT, related_name="entries")
    instalment = models.ForeignKey(Instalment, on_delete=models.PROTECT, null=True, related_name="entries")
    kind = models.CharField(max_length=12, choices=EntryKind)
    amount = amount_column()
    note = models.TextField(blank=True)
    booked_at = models.DateTimeField(default=timezone.now, editable=False)
    booked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    PERSONAL = "amount note"
    SPECIAL = ""
    PLAIN = "award instalment kind booked_at booked_by"
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
        ]
        triggers = [
            *only_grows("returns_ledger_only_grows"),
            pgtrigger.Trigger(
                name="returns_ledger_adds_up",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                declare=[(name, "numeric") for name in SUMS],
                func="""
                SELECT amount INTO granted FROM returns_grantaward
                WHERE id = NEW.award_id AND (state = 'approved' OR NEW.kind <> 'payment') FOR UPDATE;
                SELECT amount INTO part FROM returns_instalment
                WHERE id = NEW.instalment_id AND award_id = NEW.award_id;
                SELECT coalesce(sum(amount) FILTER (WHERE kind = 'commitment'), 0),
                       coalesce(sum(amount) FILTER (WHERE kind = 'cancellation'), 0),
                       coalesce(sum(CASE kind WHEN 'payment' THEN amount
                                              WHEN 'refund' THEN -amount WHEN 'recovery' THEN -amount END), 0),
                       coalesce(sum(CASE kind WHEN 'payment' THEN amount
                                              WHEN 'refund' THEN -amount WHEN 'recovery' THEN -amount END)
                                FILTER (WHERE instalment_id = NEW.instalment_id), 0)
                INTO committed, cancelled, net, part_net FROM returns_ledgerentry WHERE award_id = NEW.award_id;
                IF granted IS NULL OR (NEW.instalment_id IS NOT NULL AND part IS NULL) THEN
                    RAISE EXCEPTION 'no award to book on' USING ERRCODE = 'check_violation',
                        CONSTRAINT = 'returns_ledger_on_award';
                ELSIF NEW.kind = 'commitment' AND (committed > 0 OR NEW.amount <> granted) THEN
                    RAISE EXCEPTION 'an award is committed once, whole' USING ERRCODE = 'check_violation',
                        CONSTRAINT = 'returns_ledger_committed_once';
                ELSIF NEW.kind = 'payment' AND part_net + NEW.amount > part THEN
                    RAISE EXCEPTION 'the instalment is paid' USING ERRCODE = 'check_violation',
                        CONSTRAINT = 'returns_ledger_paid_once';
                ELSIF NEW.kind IN ('payment', 'cancellation') AND net + cancelled + NEW.amount > committed THEN
                    RAISE EXCEPTION 'more than the award' USING ERRCODE = 'check_violation',
                        CONSTRAINT = 'returns_ledger_within_award';
                ELSIF NEW.kind IN ('refund', 'recovery') AND NEW.amount > part_net THEN
                    RAISE EXCEPTION 'more than was paid' USING ERRCODE = 'check_violation',
                        CONSTRAINT = 'returns_ledger_not_paid';
                END IF;
                RETURN NEW;
                """,
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.kind
