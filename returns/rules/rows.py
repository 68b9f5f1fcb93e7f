"""From a row of a table to a rule or a list entry of the book."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date

from returns.rules.book import LAST_DAY_NOT_KNOWN, NO_LATER_DAY, ListEntry, Period, Rule

RULE_NAMES = {field.name for field in fields(Rule)} - {"period"}


def rule_of(row: Mapping, replaced_from: date | None = None) -> Rule:
    """A rule; `replaced_from` is the day from which a later decree speaks."""
    return Rule(
        **{name: row[name] for name in RULE_NAMES},
        period=_period(row, replaced_from, row["status"] == LAST_DAY_NOT_KNOWN),
    )


def entry_of(row: Mapping, replaced_from: date | None = None) -> ListEntry:
    """An entry of a list or group."""
    return ListEntry(
        scheme=row["scheme"], country=row["country"], group=row["group"], source_tag=row["source_tag"],
        note=row["note"], period=_period(row, replaced_from),
    )  # fmt: skip


def _period(row: Mapping, replaced_from: date | None, ends_unknown: bool = False) -> Period:
    return Period(
        valid_from=row["valid_from"], valid_to=row["valid_to"], known_from=row["known_from"],
        known_until=row["known_until"], ends_unknown=ends_unknown, replaced_from=replaced_from or NO_LATER_DAY,
    )  # fmt: skip
