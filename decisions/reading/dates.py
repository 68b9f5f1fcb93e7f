"""Dates as the authorities write them, and nothing else: a guess would be somebody's wrong birth date."""

import re
from datetime import date, datetime

from decisions.reading.codes import RowCode, Unreadable
from decisions.reading.grid import Value

FULL = {
    "dmy": re.compile(r"(?P<d>[0-9]{1,2}) ?\. ?(?P<m>[0-9]{1,2}) ?\. ?(?P<y>[0-9]{4})"),
    "ymd": re.compile(r"(?P<y>[0-9]{4})(?P<dash>-?)(?P<m>[0-9]{2})(?P=dash)(?P<d>[0-9]{2})"),
}
YEAR_ONLY = {
    "dmy": re.compile(r"(?:(?:00 ?\. ?00|0 ?\. ?0) ?\. ?)?(?P<y>[0-9]{4})"),
    "ymd": re.compile(r"(?P<y>[0-9]{4})(?:-00-00|0000)?"),
}
FIRST_YEAR, LAST_YEAR = 1900, 2100


def read_date(value: Value, order: str) -> date:
    """A full date: a date cell (its day counts), or text in the layout's order of day, month and year."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str) and (found := FULL[order].fullmatch(value)):
        try:
            return date(int(found["y"]), int(found["m"]), int(found["d"]))
        except ValueError:
            pass  # no such day
    raise Unreadable(RowCode.BAD_DATE)


def read_birth(value: Value, order: str) -> date | int:
    """A birth date as far as it is known: the full date, or the year alone."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(int(value)) if value == int(value) else ""
    if isinstance(value, str) and (found := YEAR_ONLY[order].fullmatch(value)):
        year = int(found["y"])
        if FIRST_YEAR <= year <= LAST_YEAR:
            return year
        raise Unreadable(RowCode.BAD_DATE)
    return read_date(value, order)
