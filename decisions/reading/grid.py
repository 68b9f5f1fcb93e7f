"""What both kinds of files give to the reader: numbered rows of sparse cells."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Protocol

from decisions.reading.cleaning import clean


class Broken(Enum):
    """A cell without a value that could be read."""

    ERROR = "error"  # #N/A, #REF! …
    NO_RESULT = "no result"  # a formula that nobody computed, or whose result is empty


Value = str | int | float | bool | date | datetime | time | timedelta | Broken


@dataclass
class Row:
    """One row of a sheet or one record of a CSV file; `width` is the number of cells that a CSV record has."""

    number: int
    cells: dict[int, Value]
    width: int = 0

    def filled(self) -> dict[int, Value]:
        """The cells that are not blank. A formula without a result is blank here: it may be filled down to nowhere."""
        return {at: value for at, value in self.cells.items() if not is_blank(value)}


class Sheet(Protocol):
    """One sheet of a workbook, or the one table of a CSV file."""

    hidden: bool
    is_csv: bool
    merged: list[tuple[int, int, int, int]]  # first row, first column, last row, last column; known after reading

    def rows(self) -> Iterator[Row]:
        """From the top; may be asked for again."""


def is_blank(value: Value) -> bool:
    """Nothing that a person would call a value?"""
    if isinstance(value, str):
        return not clean(value)
    return value is Broken.NO_RESULT


def text_of(value: Value) -> str:
    """The value as a person would have typed it: whole numbers as their digits, a date as d.m.yyyy."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):  # a datetime is one too
        return f"{value.day}.{value.month}.{value.year}"
    return "" if isinstance(value, Broken) else str(value)
