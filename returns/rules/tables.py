"""The tables of rules and country lists as CSV: every row is read or refused with a sentence; nothing is guessed."""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cases.reference.countries import countries
from returns.rules.vocabulary import AMOUNT_KINDS, MODES, PERSON_KINDS, STATUSES

RULE_COLUMNS = (
    "rule_id", "country", "scheme", "scheme_name", "legal_basis", "valid_from", "valid_to", "date_that_selects",
    "beneficiary_category", "person_kind", "country_group", "condition", "component", "mode", "currency", "amount",
    "amount_kind", "amount_min", "cap", "cap_scope", "once_only", "status", "source_tag", "source", "note",
)  # fmt: skip
GROUP_COLUMNS = ("scheme", "valid_from", "valid_to", "country_iso3", "group", "source_tag", "source", "note")
KNOWN = ("known_from", "known_until")  # may be added: between which days the rule holds for certain
DAYS = ("valid_from", "valid_to", *KNOWN)
CURRENCIES = ("EUR", "SEK", "ISK", "")
MOST_BYTES = 2 * 1024 * 1024


@dataclass(frozen=True)
class RowError:
    """What is wrong in a row, in a sentence. Row 1 is the header."""

    row: int
    column: str
    words: str

    def __str__(self) -> str:
        place = _("Row %(row)s, %(column)s") if self.column else _("Row %(row)s")
        return f"{place % {'row': self.row, 'column': self.column}}: {self.words}"


@dataclass(frozen=True)
class Table:
    """The rows that could be read, as columns of a record, and what is wrong with the others."""

    rows: tuple[dict, ...]
    errors: tuple[RowError, ...] = ()

    @property
    def schemes(self) -> list[str]:
        """The schemes that the rows speak of."""
        return sorted({row["scheme"] for row in self.rows})


def read_rules(text: str) -> Table:
    """The rows of a table of rules; no number stands in it twice."""
    return _read(text, RULE_COLUMNS, _rule, unique="rule_id")


def read_groups(text: str) -> Table:
    """The rows of a table of country lists."""
    return _read(text, GROUP_COLUMNS, _group)


def _read(text: str, columns: tuple[str, ...], read_row: Callable[[dict], dict], unique: str = "") -> Table:
    try:
        names, cells = _cells(text)
    except csv.Error as error:
        return Table((), (RowError(1, "", _("This is no table: %(why)s.") % {"why": error}),))
    missing = [name for name in columns if name not in names]
    if missing:
        return Table((), (RowError(1, "", _("Columns are missing: %(names)s.") % {"names": ", ".join(missing)}),))
    rows, errors, seen = [], [], set()
    for place, row in enumerate(cells, 2):
        try:
            rows.append(read_row({name: (row.get(name) or "").strip() for name in (*columns, *KNOWN)}))
            if unique and rows[-1][unique] in seen:
                raise RefusedCell(unique, _("%(id)s stands here twice.") % {"id": rows[-1][unique]})
            seen.add(rows[-1].get(unique))
        except RefusedCell as refused:
            errors.append(RowError(place, refused.column, refused.words))
    if not rows and not errors:
        errors.append(RowError(1, "", _("The file has no rows.")))
    return Table(tuple(rows), tuple(errors))


def _cells(text: str) -> tuple[list[str], list[dict]]:
    """The header and the rows as text, whatever ends a line."""
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=None))
    return list(reader.fieldnames or ()), list(reader)


class RefusedCell(ValueError):
    """A cell that cannot be read; says why."""

    def __init__(self, column: str, words: str) -> None:
        super().__init__(words)
        self.column, self.words = column, words


def _rule(row: dict) -> dict:
    for column in ("rule_id", "scheme"):
        _insist(row, column)
    _one_of(row, "person_kind", PERSON_KINDS)
    _one_of(row, "mode", MODES)
    _one_of(row, "amount_kind", AMOUNT_KINDS)
    _one_of(row, "status", STATUSES)
    _one_of(row, "currency", CURRENCIES)
    numbers = {name: _number(row, name) for name in ("amount", "amount_min")}
    if numbers["amount"] and not row["currency"]:
        raise RefusedCell("currency", _("An amount needs a currency."))
    return row | numbers | _days(row)


def _group(row: dict) -> dict:
    for column in ("scheme", "group"):
        _insist(row, column)
    country = row.pop("country_iso3")
    if country not in countries():
        raise RefusedCell("country_iso3", _("No country has the code %(code)r.") % {"code": country})
    return row | {"country": country} | _days(row)


def _insist(row: dict, column: str) -> None:
    if not row[column]:
        raise RefusedCell(column, _("It is empty."))


def _one_of(row: dict, column: str, words: Iterable[str]) -> None:
    if row[column] not in words:
        names = {"said": row[column], "words": "; ".join(word for word in words if word)}
        raise RefusedCell(column, _("“%(said)s” is not known here. Known are: %(words)s.") % names)


def _number(row: dict, column: str) -> int | None:
    """A whole number; an empty cell is unknown, never 0."""
    if not row[column]:
        return None
    if not row[column].isdecimal():
        raise RefusedCell(column, _("“%(said)s” is no whole number.") % {"said": row[column]})
    return int(row[column])


def _days(row: dict) -> dict:
    days = {name: day_of(row, name) for name in DAYS}
    if days["valid_from"] and days["valid_to"] and days["valid_to"] < days["valid_from"]:
        raise RefusedCell("valid_to", _("It ends before it begins."))
    return days


def day_of(row: dict, column: str) -> date | None:
    """A day as 2024-12-31; an empty cell is unknown."""
    if not row[column]:
        return None
    try:
        return date.fromisoformat(row[column])
    except ValueError as error:
        words = _("“%(said)s” is no day. Write it as 2024-12-31.") % {"said": row[column]}
        raise RefusedCell(column, words) from error
