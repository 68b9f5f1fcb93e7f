"""Amounts of awards: whole cents in Decimal, currencies, and how a cut is spread over lines."""

from collections.abc import Sequence
from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.formats import number_format

from accounts.models import Mandate, Role, User
from cases.records import RecordQuerySet

MONEY_ROLES = (Role.OFFICER, Role.LEAD, Role.TRAVEL, Role.FINANCE)


class Currency(models.TextChoices):
    """In what awards are granted."""

    EUR = "EUR", "EUR"
    SEK = "SEK", "SEK"
    ISK = "ISK", "ISK"


class MoneyQuerySet(RecordQuerySet):
    """Money of cases: whoever sees the case, and finance for its mandates and countries. Authorities do not see it."""

    def visible_to(self, user: User) -> "MoneyQuerySet":
        """The records this person may see."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        policy = Q(pk__in=[])
        for scope in user.standing.within(*MONEY_ROLES):
            if scope.mandate in ("", Mandate.RETURNS):
                policy |= Q(**{f"{self.via_case}country": scope.country}) if scope.country else Q()
                if not scope.country:
                    return self
        return self.filter(pk__in=self.model._base_manager.filter(policy).values("pk"))


def amount_column(**options) -> models.DecimalField:
    """A column of money."""
    return models.DecimalField(max_digits=12, decimal_places=2, **options)


def in_words(amount: Decimal | str, currency: str) -> str:
    """5,300 EUR; 12.50 EUR; as the reader's language writes numbers."""
    amount = Decimal(amount)
    cents = 0 if amount == amount.to_integral_value() else 2
    return f"{number_format(amount, decimal_pos=cents, force_grouping=True)} {currency}"


def spread(amounts: Sequence[int], total: int) -> list[Decimal]:
    """Cut amounts in proportion, in whole units, so that they come to the total; the largest remainders first."""
    before = sum(amounts)
    if before <= total:
        return [Decimal(amount) for amount in amounts]
    shares = [divmod(amount * total, before) for amount in amounts]
    left = total - sum(whole for whole, __ in shares)
    by_remainder = sorted(range(len(amounts)), key=lambda i: (-shares[i][1], i))[:left]
    return [Decimal(whole + (i in by_remainder)) for i, (whole, __) in enumerate(shares)]
