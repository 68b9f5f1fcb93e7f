"""The float of the day: taken out, and counted in the evening by a second person."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from returns.models import CashFloat, PaymentState
from returns.permissions import may_carry
from returns.refused_money import in_plain_words


@transaction.atomic
def open_float(*, country: str, airport: str, currency: str, opening: Decimal, by: User) -> CashFloat:
    """Take cash out for today."""
    if not may_carry(by, country):
        raise ValidationError(_("Cash is taken out by somebody who works with the money of that country."))
    with in_plain_words():
        return CashFloat.objects.create(
            holder=by, country=country, airport=airport, currency=currency, opening=opening, opened_by=by
        )


def expected_in(cash_float: CashFloat) -> Decimal:
    """What must be in it: taken out, less what was handed over."""
    paid = cash_float.payments.filter(state=PaymentState.PAID).aggregate(sum=Sum("amount"))["sum"]
    return cash_float.opening - (paid or Decimal())


@transaction.atomic
def close_float(*, cash_float: CashFloat, counted: Decimal, by: User, difference_reason: str = "") -> CashFloat:
    """Count it together; a difference is explained. From now on nothing is paid from it."""
    locked = CashFloat.objects.select_for_update(of=("self",)).get(pk=cash_float.pk)
    if locked.closed_at:
        raise ValidationError(_("This float is counted already."))
    if locked.payments.filter(state=PaymentState.COUNTED).exists():
        raise ValidationError(_("Cash of this float waits for its second person. Confirm it or give it up first."))
    locked.expected, locked.counted = expected_in(locked), counted
    locked.difference_reason, locked.closed_at, locked.closed_by = difference_reason, timezone.now(), by
    with in_plain_words():
        locked.save(update_fields=["expected", "counted", "difference_reason", "closed_at", "closed_by"])
    return locked
