"""From one cell to the value that is stored, by the type of its column."""

from datetime import date

from decisions.layouts import Column, Layout
from decisions.reading.cleaning import case_key, clean, has_bad_characters, looks_like_formula
from decisions.reading.codes import LONGEST, RowCode, Unreadable
from decisions.reading.dates import read_birth, read_date
from decisions.reading.grid import Broken, Value, is_blank, text_of
from decisions.reading.numbers import read_amount, read_year
from decisions.reading.places import read_airport, read_country, read_municipality
from decisions.reading.vocabulary import parts_of, read_code, read_codes

NAMES = ("family_name", "given_names")
NEVER_FORMULAS = ("case_number", *NAMES)
ORIGINAL_SCRIPT = "native_name"
READERS = {  # type -> reader of (the value, its cleaned text, the layout)
    "date": lambda value, text, layout: read_date(value, layout.dates),
    "birth date": lambda value, text, layout: read_birth(value, layout.dates),
    "country": lambda value, text, layout: read_country(text),
    "citizenship": lambda value, text, layout: read_country(text, with_citizenships=True),
    "municipality": lambda value, text, layout: read_municipality(text, layout.country),
    "airport": lambda value, text, layout: read_airport(text),
    "year": lambda value, text, layout: read_year(value),
    "amount": lambda value, text, layout: read_amount(value, layout.language),
}

Read = str | int | date | list[str] | None


def read_cell(value: Value | None, column: Column, layout: Layout) -> Read:
    """The value of a cell; None for a blank one. Raises `Unreadable` with the first thing that is wrong."""
    if isinstance(value, Broken):
        raise Unreadable(RowCode.CELL_ERROR)
    if value is None or is_blank(value):
        return None
    text = written(value, column)
    check_text(text, column, raw=isinstance(value, str))
    if column.type.startswith("codes") and not parts_of(text):
        return None
    return read_typed(value, text, column, layout)


def written(value: Value, column: Column) -> str:
    """The cleaned text of a cell."""
    text = clean(text_of(value), keep_joiners=column.field == ORIGINAL_SCRIPT)
    return case_key(text) if column.type == "case number" else text


def check_text(text: str, column: Column, raw: bool) -> None:
    """Letters that nobody can read, formulas where a name belongs, texts without end."""
    if raw and has_bad_characters(text):
        raise Unreadable(RowCode.BAD_CHARACTERS)
    if column.field in NEVER_FORMULAS and looks_like_formula(text):
        raise Unreadable(RowCode.BAD_CHARACTERS)
    if len(text) > LONGEST.get(column.type, len(text)):
        raise Unreadable(RowCode.VALUE_TOO_LONG)


def read_typed(value: Value, text: str, column: Column, layout: Layout) -> Read:
    """By the table of types: text as it is, everything else through its reader."""
    if column.vocabulary == "yesno" and isinstance(value, bool):
        return "yes" if value else "no"
    if column.type.startswith("codes"):
        return read_codes(text_of(value), column.vocabulary, layout.language)
    if column.vocabulary:
        return read_code(text, column.vocabulary, layout.language)
    reader = READERS.get(column.type)
    return reader(text if isinstance(value, str) else value, text, layout) if reader else text
