"""The shipped tables: rules, country lists, and between which days an undated one holds for certain."""

import csv
from decimal import Decimal
from pathlib import Path

from returns.rules.book import RuleBook
from returns.rules.rows import entry_of, rule_of
from returns.rules.tables import Table, day_of, read_groups, read_rules

LIMITS = {  # up to what amount who approves; a proposal, which the office changes in the administration
    "lead": {"EUR": 6000, "SEK": 66000, "ISK": 870000},
    "finance": {"EUR": 60000, "SEK": 660000, "ISK": 8700000},
}
HERE = Path(__file__).resolve().parent


def text_of(name: str) -> str:
    """One of the files."""
    return (HERE / f"{name}.csv").read_text(encoding="utf-8")


def shipped_rules() -> Table:
    """Every rule, with the days within which it is certain."""
    known = known_periods()
    table = read_rules(text_of("grant_rules"))
    return Table(tuple(row | known.get((row["scheme"], row["rule_id"]), {}) for row in table.rows), table.errors)


def shipped_groups() -> Table:
    """Every list entry, also those that a source tells in a note only."""
    known = known_periods()
    tables = [read_groups(text_of(name)) for name in ("country_groups", "groups_from_notes")]
    rows = [row | known.get((row["scheme"], name_of_period(row)), {}) for table in tables for row in table.rows]
    return Table(tuple(rows), tuple(error for table in tables for error in table.errors))


def shipped_limits() -> list[dict]:
    """The limits of approval that the portal comes with: role, currency, amount."""
    return [
        {"role": role, "currency": currency, "up_to": Decimal(up_to)}
        for role, amounts in LIMITS.items() for currency, up_to in amounts.items()
    ]  # fmt: skip


def title_of(scheme: str, rules: tuple[dict, ...]) -> str:
    """What a scheme is called."""
    return next((row["scheme_name"] for row in rules if row["scheme"] == scheme and row["scheme_name"]), scheme)


def known_periods() -> dict[tuple[str, str], dict]:
    """By scheme and rule, or list and its dates."""
    rows = csv.DictReader(text_of("known_periods").splitlines())
    return {(row["scheme"], row["key"]): {name: day_of(row, name) for name in ("known_from", "known_until")}
            for row in rows}  # fmt: skip


def name_of_period(row: dict) -> str:
    """A group with the dates that tell its periods apart: "LISTED from 2022-01-01"."""
    if row["valid_from"]:
        return f"{row['group']} from {row['valid_from'].isoformat()}"
    return f"{row['group']} to {row['valid_to'].isoformat()}" if row["valid_to"] else row["group"]


def shipped_book() -> RuleBook:
    """The rule book as the portal comes, without a database."""
    rules = tuple(rule_of(row) for row in shipped_rules().rows)
    return RuleBook(rules, tuple(entry_of(row) for row in shipped_groups().rows))
