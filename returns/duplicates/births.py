"""Two birth dates, as far as each is known: the same, swapped, partial, mistyped, or two.

Authorities write 1 January where only the year is known; such a day says no more than its year.
"""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.births import Birth, Precision

APART = 1  # years between partial dates that may still be one
ESTIMATED_APART = 3


class Births(models.TextChoices):
    """What two birth dates say of each other."""

    SAME_DAY = "same_day", _("birth date equal")
    SWAPPED = "swapped", _("birth date equal with day and month swapped")
    SAME_MONTH = "same_month", _("birth month and year equal, day unknown")
    SAME_YEAR = "same_year", _("birth year equal, day unknown")
    MISTYPED = "mistyped", _("birth date equal but for one part")
    NEAR = "near", _("birth years close, not known exactly")
    UNKNOWN = "unknown", _("birth date unknown")
    YEAR_ONLY = "year_only", _("birth year equal, day and month not")
    DIFFERENT = "different", _("birth dates differ")


WEIGHTS = {
    Births.SAME_DAY: 1.0, Births.SWAPPED: 0.9, Births.SAME_MONTH: 0.9, Births.SAME_YEAR: 0.8, Births.MISTYPED: 0.7,
    Births.NEAR: 0.6, Births.UNKNOWN: 0.5, Births.YEAR_ONLY: 0.4, Births.DIFFERENT: 0.0,
}  # fmt: skip


def births_alike(one: Birth, other: Birth) -> Births:
    """Compare two dates; the order does not matter."""
    if one.year is None or other.year is None:
        return Births.UNKNOWN
    if is_full(one) and is_full(other):
        return _full_alike(one.date, other.date)
    if one.year != other.year:
        return Births.NEAR if abs(one.year - other.year) <= _leeway(one, other) else Births.DIFFERENT
    months = _month(one), _month(other)
    if None in months:
        return Births.SAME_YEAR
    return Births.SAME_MONTH if months[0] == months[1] else Births.YEAR_ONLY


def is_full(birth: Birth) -> bool:
    """Is the day known, and not 1 January for want of a better one?"""
    return birth.precision == Precision.DAY and (birth.month, birth.day) != (1, 1)


def _month(birth: Birth) -> int | None:
    return birth.month if is_full(birth) or birth.precision == Precision.MONTH else None


def _leeway(one: Birth, other: Birth) -> int:
    return ESTIMATED_APART if Precision.ESTIMATED in (one.precision, other.precision) else APART


def _full_alike(one: date, other: date) -> Births:
    if one == other:
        return Births.SAME_DAY
    parts = [one.year == other.year, one.month == other.month, one.day == other.day]
    if one.year == other.year and (one.month, one.day) == (other.day, other.month):
        return Births.SWAPPED
    if sum(parts) == len(parts) - 1 and (parts[0] or _is_slip(one.year, other.year)):
        return Births.MISTYPED
    return Births.YEAR_ONLY if one.year == other.year else Births.DIFFERENT


def _is_slip(one: int, other: int) -> bool:
    """One digit wrong, or two digits swapped: 1989 and 1998."""
    wrong = sum(a != b for a, b in zip(str(one), str(other), strict=True))
    return wrong == 1 or sorted(str(one)) == sorted(str(other))
