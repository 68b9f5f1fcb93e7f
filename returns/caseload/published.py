"""The monthly table as it may leave the office: nobody can be recognised in a small number.

A figure of one country or one scheme is given as a band (1–4, 5–9, 10–14 …), nothing as 0. The total is exact where it
is five or more and does not give a small band away; otherwise it is a band, and where even that would, it is left out.
An amount of fewer than five grants is left out, and then the total of its currency as well.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from returns.caseload.monthly import COUNTED, GRANTED, GrantRow, Part, Table
from returns.caseload.monthly import parts_of as exact_parts
from returns.money import in_words

SMALL = 5
LEFT_OUT = "–"
RULES = (
    _("To protect people, the figures of a country or a scheme are given as bands of five."),
    _("A total stands exactly where it is five or more and tells no small figure; “–” means that it is left out."),
    _("Amounts are given where there are five grants or more."),
)


def bounds(number: int) -> tuple[int, int]:
    """The smallest and the largest number of its band."""
    lowest = number - number % SMALL
    return (0, 0) if number == 0 else (max(1, lowest), lowest + SMALL - 1)


def band(number: int) -> str:
    """0, 1–4, 5–9 …"""
    lowest, highest = bounds(number)
    return str(highest) if lowest == highest else f"{lowest}–{highest}"


def total_of(numbers: Sequence[int]) -> str:
    """The total as exactly as it may be said."""
    total = sum(numbers)
    if total >= SMALL and keeps_small_ones(numbers, total, total):
        return str(total)
    return band(total) if keeps_small_ones(numbers, *bounds(total)) else LEFT_OUT


def keeps_small_ones(numbers: Sequence[int], least: int, most: int) -> bool:
    """With a total between these two, may every number below five still be one of at least two?"""
    ends = [bounds(number) for number in numbers]
    all_least, all_most = sum(low for low, __ in ends), sum(high for __, high in ends)
    for number, (low, high) in zip(numbers, ends, strict=True):
        if 0 < number < SMALL:
            lowest, highest = max(low, least - (all_most - high)), min(high, most - (all_least - low))
            if lowest >= highest:
                return False
    return True


def parts_of(table: Table) -> list[Part]:
    """The form that may leave the office."""
    returns, grants = exact_parts(table)
    countries = [[row.words, *(band(getattr(row, name)) for name in COUNTED)] for row in table.returns]
    everywhere = [table.total.words, *(total_of([getattr(row, name) for row in table.returns]) for name in COUNTED)]
    schemes = [
        [row.words, row.currency, *(band(getattr(row, name)) for name in GRANTED), *_amounts(row)]
        for row in table.grants
    ]  # fmt: skip
    totals = [_total(table, row) for row in table.totals_of_grants]
    return [replace(returns, rows=countries, totals=[everywhere]), replace(grants, rows=schemes, totals=totals)]


def _total(table: Table, total: GrantRow) -> list[str]:
    ones = [row for row in table.grants if row.currency == total.currency]
    counts = [total_of([getattr(row, name) for row in ones]) for name in GRANTED]
    amounts = [_amounts(row) for row in (*ones, total)]
    sums = [LEFT_OUT if LEFT_OUT in column else column[-1] for column in zip(*amounts, strict=True)]
    return [total.words, total.currency, *counts, *sums]


def _amounts(row: GrantRow) -> list[str]:
    """Granted and paid, in the month and in the year: each where the grants of its time are many enough."""
    return [
        _amount(row.month_granted, row.month), _amount(row.year_granted, row.year),
        _amount(row.month_paid, row.month), _amount(row.year_paid, row.year),
    ]  # fmt: skip


def _amount(amount: Decimal, grants: int) -> str:
    return in_words(amount, "").strip() if not amount or grants >= SMALL else LEFT_OUT
