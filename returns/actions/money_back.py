"""Money that comes back: a refund of what is left of a payment, and what is claimed back, repaid or written off."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from returns.actions.awards import NO_MONEY, locked_award
from returns.actions.booking import bring, in_state, receipt_of_what_came_back, say_moved
from returns.models import (
    EntryKind,
    GrantAward,
    InstalmentState,
    LedgerEntry,
    Payment,
    PaymentState,
    Recovery,
    RecoveryReason,
    RecoveryState,
)  # fmt: skip
from returns.money import in_words
from returns.permissions import may_claim, may_see_money, may_write_off
from returns.refused_money import in_plain_words


@transaction.atomic
def refund(*, payment: Payment, note: str, by: User, received_on: date | None = None) -> LedgerEntry:
    """All of it came back, less what was recovered before: the bank returned it, the person gave it back.

    That much is due again, unless the return ended.
    """
    award, payment = _paid(payment, by)
    if payment.recoveries.open().exists():
        raise ValidationError(_("It is claimed back. Record what comes back with the claim."))
    amount = payment.entries.all().totals()["paid"]
    if not amount:
        raise ValidationError(_("All of it was recovered before."))
    with in_plain_words():
        entry = _back(award, payment, EntryKind.REFUND, amount, note=note, by=by, received_on=received_on)
        payment.state = PaymentState.REFUNDED
        payment.save(update_fields=["state"])
        current = payment.instalment
        if award.return_file.stage in NO_MONEY:
            bring(current, InstalmentState.CANCELLED)
            _cancel(award, payment, amount, note, by)
        else:
            bring(current, InstalmentState.DUE)
    say_moved(award, amount, "returns.refunded", by, receipt=entry.receipt)
    return entry


@transaction.atomic
def claim_back(*, payment: Payment, reason: str, amount: Decimal, by: User, note: str = "") -> Recovery:
    """Claim a payment back, whole or in part."""
    award, payment = _paid(payment, by)
    if not may_claim(by, payment):
        raise ValidationError(_("An officer or lead of this country claims money back."))
    if amount > (most := payment.entries.all().totals()["paid"]):
        raise ValidationError(
            _("More cannot come back than was paid: %(most)s.") % {"most": in_words(most, award.currency)}
        )
    with in_plain_words():
        claim = Recovery.objects.create(payment=payment, reason=reason, amount=amount, note=note, claimed_by=by)
    say_moved(award, amount, "returns.claimed_back", by)
    return claim


@transaction.atomic
def recover(
    *, payment: Payment, amount: Decimal, note: str, by: User, received_on: date | None = None
) -> LedgerEntry:  # fmt: skip
    """So much came back of what was claimed; without a claim it was wrongly paid, and comes back at once.

    It is not paid again. When all that was claimed has come back, the claim is closed.
    """
    award, payment = _paid(payment, by)
    with in_plain_words():
        claim = payment.recoveries.open().first() or Recovery.objects.create(
            payment=payment, reason=RecoveryReason.WRONGLY_PAID, amount=amount, note=note, claimed_by=by
        )
        if amount > (left := claim.amount - claim.repaid):
            raise ValidationError(
                _("Of what was claimed only %(left)s is still to come.") % {"left": in_words(left, award.currency)}
            )
        entry = _back(
            award, payment, EntryKind.RECOVERY, amount, note=note, by=by, received_on=received_on, recovery=claim
        )
        _cancel(award, payment, amount, note, by)
        if amount == left:
            claim.state = RecoveryState.REPAID
            claim.save(update_fields=["state"])
    say_moved(award, amount, "returns.recovered", by, receipt=entry.receipt)
    return entry


@transaction.atomic
def write_off(*, recovery: Recovery, reason: str, by: User) -> None:
    """What has not come back is not claimed any more. A lead decides it, not the one who claimed."""
    award = locked_award(recovery.payment.instalment.award_id)
    claim = Recovery.objects.get(pk=recovery.pk)
    claim.payment = recovery.payment
    if not may_write_off(by, claim):
        raise ValidationError(_("A lead writes it off who did not claim it."))
    if claim.state != RecoveryState.OPEN:
        raise ValidationError(_("This claim is not open any more."))
    if not reason.strip():
        raise ValidationError(_("Say why: the reason stays on record."))
    claim.state, claim.write_off_reason = RecoveryState.WRITTEN_OFF, reason
    claim.written_off_at, claim.written_off_by = timezone.now(), by
    claim.save(update_fields=["state", "write_off_reason", "written_off_at", "written_off_by"])
    say_moved(award, claim.amount - claim.repaid, "returns.written_off", by)


def _paid(payment: Payment, by: User) -> tuple[GrantAward, Payment]:
    award = locked_award(payment.instalment.award_id)
    current = in_state(payment, PaymentState.PAID)
    current.instalment.award = award
    if not may_see_money(by, award.return_file.case):
        raise ValidationError(_("Somebody who works with the money of this country records it."))
    return award, current


def _back(
    award: GrantAward, payment: Payment, kind: str, amount: Decimal, *, note: str, by: User,
    received_on: date | None, recovery: Recovery | None = None,
) -> LedgerEntry:  # fmt: skip
    today = timezone.localdate()
    if not note.strip():
        raise ValidationError(_("Say why: the reason stays on record."))
    if (received_on or today) > today:
        raise ValidationError(_("This day has not come yet. Record it when it has happened."))
    return LedgerEntry.objects.create(
        award=award, instalment=payment.instalment, payment=payment, kind=kind, amount=amount, note=note, booked_by=by,
        recovery=recovery, receipt=receipt_of_what_came_back(award), received_on=received_on or today,
    )  # fmt: skip


def _cancel(award: GrantAward, payment: Payment, amount: Decimal, note: str, by: User) -> None:
    LedgerEntry.objects.create(
        award=award, instalment=payment.instalment, kind=EntryKind.CANCELLATION, amount=amount, note=note, booked_by=by
    )
