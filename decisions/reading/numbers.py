"""Years and amounts of money as the authorities write them."""

import re
from decimal import Decimal
from math import isfinite

from decisions.reading.codes import RowCode, Unreadable
from decisions.reading.grid import Value

CURRENCY = r"(?:€|eur|sek|isk|kr\.?)?"
AMOUNT = re.compile(rf"{CURRENCY}(?P<whole>[0-9]+)(?:,(?P<part>[0-9]{{1,2}}))?{CURRENCY}", re.IGNORECASE)
GROUPED = re.compile(
    rf"{CURRENCY}(?P<whole>[0-9]{{1,3}}(?:\.[0-9]{{3}})+)(?:,(?P<part>[0-9]{{1,2}}))?{CURRENCY}", re.IGNORECASE
)
YEAR = re.compile(r"[0-9]{4}")
FIRST_YEAR, LAST_YEAR = 2000, 2100


def is_number(value: Value) -> bool:
    """A number cell that is a number?"""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value)


def read_year(value: Value) -> int:
    """A programme year."""
    if is_number(value) and value == int(value):
        value = str(int(value))
    if isinstance(value, str) and YEAR.fullmatch(value) and FIRST_YEAR <= int(value) <= LAST_YEAR:
        return int(value)
    raise Unreadable(RowCode.BAD_NUMBER)


def read_amount(value: Value, language: str) -> str:
    """An amount as a plain decimal: text with a decimal comma; points between thousands in Icelandic only."""
    if is_number(value) and value >= 0:
        return plain(Decimal(str(value)))
    if isinstance(value, str):
        text = value.replace(" ", "")
        found = AMOUNT.fullmatch(text) or (GROUPED.fullmatch(text) if language == "is" else None)
        if found:
            return plain(Decimal(f"{found['whole'].replace('.', '')}.{found['part'] or 0}"))
    raise Unreadable(RowCode.BAD_NUMBER)


def plain(amount: Decimal) -> str:
    """Without an exponent and without zeros that say nothing."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
