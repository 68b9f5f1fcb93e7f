"""Statements of a bank or a mission: a table of receipts and amounts, matched with what we say was paid.

Both ways: a row that we do not know or know otherwise, and a payment of ours in that time that the statement lacks.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from returns.models import Method, Payment, PaymentState

COLUMNS = {"receipt", "amount", "currency"}
MOST_MISSING = 200


@dataclass(frozen=True)
class StatementRow:
    """One line of a statement."""

    receipt: str
    amount: Decimal
    currency: str


@dataclass(frozen=True)
class Period:
    """The days that a statement speaks of, and by which way the money went."""

    method: str
    since: date
    until: date


@dataclass(frozen=True)
class Match:
    """A row and the payment of its receipt, where there is one."""

    row: StatementRow
    payment: Payment | None = None


@dataclass
class Reconciled:
    """What came of a statement: matched, known before, another amount, receipts nobody knows, and what it lacks."""

    matched: list[Match] = field(default_factory=list)
    before: list[Match] = field(default_factory=list)
    differing: list[Match] = field(default_factory=list)
    unknown: list[Match] = field(default_factory=list)
    missing: list[Payment] = field(default_factory=list)


def read_statement(text: str) -> Iterator[StatementRow]:
    """The rows of a CSV with the columns receipt, amount, currency, between commas or semicolons."""
    text = text.lstrip("\ufeff")
    first = text.partition("\n")[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    table = csv.DictReader(io.StringIO(text, newline=None), delimiter=delimiter)
    try:
        if not set(table.fieldnames or ()) >= COLUMNS:
            raise ValidationError(_("A statement has the columns receipt, amount, currency."))
        yield from (_row(number, row) for number, row in enumerate(table, 2))
    except csv.Error as wrong:
        raise ValidationError(_("Row %(n)s cannot be read.") % {"n": table.line_num}) from wrong


def _row(number: int, row: dict) -> StatementRow:
    try:
        amount = Decimal((row["amount"] or "").replace(" ", "").replace("\xa0", "").replace(",", "."))
    except InvalidOperation as wrong:
        raise ValidationError(_("Row %(n)s: the amount is not a number.") % {"n": number}) from wrong
    if not amount.is_finite():
        raise ValidationError(_("Row %(n)s: the amount is not a number.") % {"n": number})
    return StatementRow((row["receipt"] or "").strip(), amount, (row["currency"] or "").strip())


@transaction.atomic
def reconcile(*, rows: Iterable[StatementRow], by: User, period: Period | None = None) -> Reconciled:
    """Mark what the statement confirms; the same statement twice changes nothing."""
    found = Reconciled()
    rows = list(rows)
    for row in rows:
        visible = Payment.objects.visible_to(by).filter(state=PaymentState.PAID).exclude(method=Method.AIRPORT)
        payment = visible.select_for_update(of=("self",)).select_related("instalment__award").filter(
            receipt=row.receipt
        ).exclude(receipt="").first()  # fmt: skip
        _place(found, Match(row, payment), by)
    if period:
        found.missing = lacking(period, {row.receipt for row in rows}, by)
    return found


def lacking(period: Period, named: set[str], by: User) -> list[Payment]:
    """What we say was paid in that time and way, and neither this statement nor an earlier one confirms."""
    ours = Payment.objects.visible_to(by).filter(
        state=PaymentState.PAID, method=period.method, paid_on__range=(period.since, period.until), reconciled_at=None
    )
    return list(
        ours.exclude(receipt__in=named)
        .select_related("instalment__award__return_file__case", "payee")
        .order_by("paid_on", "id")[:MOST_MISSING]
    )


def _place(found: Reconciled, match: Match, by: User) -> None:
    payment, row = match.payment, match.row
    if payment is None:
        found.unknown.append(match)
    elif (row.amount, row.currency) not in _amounts(payment):
        found.differing.append(match)
    elif payment.reconciled_at:
        found.before.append(match)
    else:
        payment.reconciled_at, payment.reconciled_by = timezone.now(), by
        payment.save(update_fields=["reconciled_at", "reconciled_by"])
        found.matched.append(match)


def _amounts(payment: Payment) -> set[tuple[Decimal | None, str]]:
    """In the award's currency, or in the local one in which it was paid."""
    return {(payment.amount, payment.instalment.award.currency), (payment.local_amount, payment.local_currency)}
