"""Paying instalments: cash counted out by one and confirmed by another, transfers, what suppliers are paid.

Whoever acts takes the award's row first; so two desks that pay the same instalment meet there, and the second is told.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.models import Person
from returns.actions.awards import locked_award
from returns.actions.booking import bring, in_state, receipt_number, say_moved
from returns.models import (
    AwardState,
    CashFloat,
    EntryKind,
    GrantAward,
    Instalment,
    InstalmentState,
    LedgerEntry,
    Method,
    Mode,
    Payment,
    PaymentState,
)  # fmt: skip
from returns.permissions import may_pay, may_release, may_see_money
from returns.plans.ceiling import insist_on_plan
from returns.refused_money import in_plain_words

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Seen:
    """Who stands there, and by what document the person was recognised."""

    payee: Person
    document: str
    number: str = ""


@dataclass(frozen=True)
class Rate:
    """Paid in another currency: how many of it for one of the award's, and who says so."""

    currency: str
    rate: Decimal
    source: str


@transaction.atomic
def release_instalment(*, instalment: Instalment, by: User) -> None:
    """Its condition is met: the plan is approved, or the proof is there."""
    award = locked_award(instalment.award_id)
    current = award.instalments.get(pk=instalment.pk)
    current.award = award
    if not may_release(by, current):
        raise ValidationError(_("An officer or lead of this country says so, but not the one who approved the award."))
    if award.state != AwardState.APPROVED or current.state != InstalmentState.WAITS:
        raise ValidationError(_("This instalment does not wait."))
    insist_on_plan(current)
    bring(current, InstalmentState.DUE, released_at=timezone.now(), released_by=by)
    say_moved(award, current.amount, "returns.instalment_due", by)


@transaction.atomic
def count_out(*, instalment: Instalment, seen: Seen, cash_float: CashFloat, by: User) -> Payment:
    """One person counts cash out of the own float; it is paid when another has confirmed it."""
    award, current = _due(instalment, by)
    if cash_float.holder_id != by.pk or cash_float.currency != award.currency or current.mode != Mode.CASH:
        raise ValidationError(_("Cash is paid from your own float, in the currency of the award."))
    _insist_on_payee(award, seen)
    with in_plain_words():
        return Payment.objects.create(
            instalment=current, state=PaymentState.COUNTED, method=Method.AIRPORT, amount=current.left,
            payee=seen.payee, document_seen=seen.document, document_number=seen.number, cash_float=cash_float,
            counted_by=by,
        )  # fmt: skip


@transaction.atomic
def confirm_cash(*, payment: Payment, signed_name: str, by: User, signature: str = "") -> Payment:
    """The second person saw the money change hands and the payee sign; the receipt gets its number."""
    award = locked_award(payment.instalment.award_id)
    payment = in_state(payment, PaymentState.COUNTED)
    _insist_on_witness(award, payment, signed_name, by)
    with in_plain_words():
        payment.state, payment.signed_name, payment.signature = PaymentState.PAID, signed_name, signature
        payment.confirmed_at, payment.confirmed_by, payment.paid_on = timezone.now(), by, timezone.localdate()
        payment.receipt = receipt_number(award)
        payment.save(
            update_fields=["state", "signed_name", "signature", "confirmed_at", "confirmed_by", "paid_on", "receipt"]
        )
        _book(award, payment, by)
    return payment


@transaction.atomic
def give_up(*, payment: Payment, by: User) -> None:
    """The person did not come, or did not sign: the money is back in the float."""
    locked_award(payment.instalment.award_id)
    payment = in_state(payment, PaymentState.COUNTED)
    payment.state = PaymentState.GIVEN_UP
    payment.save(update_fields=["state"])


@transaction.atomic
def pay(
    *, instalment: Instalment, method: str, by: User, seen: Seen | None = None, rate: Rate | None = None,
    paid_on: date | None = None,
) -> Payment:  # fmt: skip
    """By bank, or through the receiving mission: to the person, or in kind to the chosen suppliers."""
    award, current = _due(instalment, by)
    if method == Method.AIRPORT:
        raise ValidationError(_("Cash at the airport is counted out from a float."))
    if (paid_on or timezone.localdate()) > timezone.localdate():
        raise ValidationError(_("This day has not come yet. Record it when it has happened."))
    supplier = _suppliers(current, by) if current.mode == Mode.IN_KIND else ""
    if not supplier:
        _insist_on_payee(award, seen)
    who = {} if supplier else {"payee": seen.payee, "document_seen": seen.document, "document_number": seen.number}
    with in_plain_words():
        payment = Payment.objects.create(
            instalment=current, state=PaymentState.PAID, method=method, amount=current.left, supplier=supplier,
            receipt=receipt_number(award), paid_on=paid_on or timezone.localdate(), counted_by=by, **who,
            **_in_local(current.left, rate),
        )  # fmt: skip
        _book(award, payment, by)
    return payment


def _due(instalment: Instalment, by: User) -> tuple[GrantAward, Instalment]:
    award = locked_award(instalment.award_id)
    current = award.instalments.with_left().get(pk=instalment.pk)
    current.award = award
    if award.approved_by_id == by.pk:
        raise ValidationError(_("Who approved an award does not pay it."))
    if current.released_by_id == by.pk:
        raise ValidationError(_("Who said that the condition is met does not pay it."))
    if not may_pay(by, current):
        raise ValidationError(_("Somebody who works with the money of this country pays it."))
    if award.state != AwardState.APPROVED or current.state != InstalmentState.DUE:
        raise ValidationError(_("This instalment is not due."))
    return award, current


def _insist_on_witness(award: GrantAward, payment: Payment, signed_name: str, by: User) -> None:
    if not signed_name.strip():
        raise ValidationError(_("Write the name of the payee as it was signed."))
    if by.pk != payment.counted_by_id and not may_see_money(by, award.return_file.case):
        raise ValidationError(_("Somebody who works with the money of this country confirms it."))


def _insist_on_payee(award: GrantAward, seen: Seen | None) -> None:
    if seen is None or not award.return_file.case.members.filter(person=seen.payee).exists():
        raise ValidationError(_("Say who receives it, and which document you saw."))


def _suppliers(instalment: Instalment, by: User) -> str:
    chosen = list(instalment.quotes.chosen().select_related("supplier"))
    if sum(quote.worth for quote in chosen) != instalment.left:
        raise ValidationError(_("The chosen quotes do not come to the instalment."))
    if any(quote.chosen_by_id == by.pk for quote in chosen):
        raise ValidationError(_("Who chose a supplier does not pay it."))
    return ", ".join(dict.fromkeys(quote.supplier.name for quote in chosen))[:200]


def _in_local(amount: Decimal, rate: Rate | None) -> dict:
    if rate is None:
        return {}
    local = (amount * rate.rate).quantize(CENT, ROUND_HALF_UP)
    return {
        "local_currency": rate.currency, "local_amount": local, "rate": rate.rate, "rate_source": rate.source,
    }  # fmt: skip


def _book(award: GrantAward, payment: Payment, by: User) -> None:
    LedgerEntry.objects.create(
        award=award, instalment=payment.instalment, payment=payment, kind=EntryKind.PAYMENT, amount=payment.amount,
        booked_by=by,
    )  # fmt: skip
    bring(payment.instalment, InstalmentState.PAID)
    say_moved(award, payment.amount, "returns.paid", by, receipt=payment.receipt)
