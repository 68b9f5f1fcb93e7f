"""What the rows of a decision say of a case as a whole, read from their stored values."""

from collections.abc import Iterable
from datetime import date


def first_said(values: Iterable[dict], field: str) -> str:
    """The first value of a field in the rows of a case."""
    return next((one[field] for one in values if one.get(field)), "")


def day_said(values: dict, field: str) -> date | None:
    """A date among the stored values of one row."""
    return date.fromisoformat(values[field]) if values.get(field) else None


def first_day_said(values: Iterable[dict], field: str) -> date | None:
    """The first date of a field in the rows of a case."""
    return next((day for one in values if (day := day_said(one, field))), None)
