"""Statements of a bank or a mission: a table of receipts and amounts, matched with what we say was paid."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from returns.models import Method, Payment, PaymentState

COLUMNS = {"receipt", "amount", "currency"}


@dataclass(frozen=True)
class StatementRow:
    """One line of a statement."""

    receipt: str
    amount: Decimal
    currency: str


@dataclass
class Reconciled:
    """What came of a statement: matched, known before, another amount, and receipts nobody knows."""

    matched: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def read_statement(text: str) -> Iterator[StatementRow]:
    """The rows of a CSV with the columns receipt, amount, currency."""
    table = csv.DictReader(io.StringIO(text))
    if not set(table.fieldnames or ()) >= COLUMNS:
        raise ValidationError(_("A statement has the columns receipt, amount, currency."))
    for number, row in enumerate(table, 2):
        try:
            amount = Decimal((row["amount"] or "").replace(" ", "").replace(",", "."))
        except InvalidOperation as wrong:
            raise ValidationError(_("Row %(n)s: the amount is not a number.") % {"n": number}) from wrong
        yield StatementRow((row["receipt"] or "").strip(), amount, (row["currency"] or "").strip())


@transaction.atomic
def reconcile(*, rows: Iterable[StatementRow], by: User) -> Reconciled:
    """Mark what the statement confirms; the same statement twice changes nothing."""
    found = Reconciled()
    for row in rows:
        visible = Payment.objects.visible_to(by).filter(state=PaymentState.PAID).exclude(method=Method.AIRPORT)
        payment = visible.select_for_update(of=("self",)).select_related("instalment__award").filter(
            receipt=row.receipt
        ).exclude(receipt="").first()  # fmt: skip
        _place(found, payment, row, by)
    return found


def _place(found: Reconciled, payment: Payment | None, row: StatementRow, by: User) -> None:
    if payment is None:
        found.unknown.append(row.receipt)
    elif (row.amount, row.currency) not in _amounts(payment):
        found.differing.append(row.receipt)
    elif payment.reconciled_at:
        found.before.append(row.receipt)
    else:
        payment.reconciled_at, payment.reconciled_by = timezone.now(), by
        payment.save(update_fields=["reconciled_at", "reconciled_by"])
        found.matched.append(row.receipt)


def _amounts(payment: Payment) -> set[tuple[Decimal | None, str]]:
    """In the award's currency, or in the local one in which it was paid."""
    return {(payment.amount, payment.instalment.award.currency), (payment.local_amount, payment.local_currency)}
