"""Decrees and computations for tests."""

import csv
import io

from accounts.models import User
from cases.models import Case
from returns.actions.rules import load_rules
from returns.models import RuleSet
from returns.reference.shipped import text_of
from returns.rules.tables import RULE_COLUMNS, read_rules
from tests import factories

SUCCESSOR = {
    "valid_from": "2026-01-01", "valid_to": "", "legal_basis": "SM decree in force from 1.1.2026", "source_tag": "X1",
}  # fmt: skip


def rows(*rule_ids: str, **changes: str) -> list[dict]:
    """Rows of the shipped table, changed."""
    table = {row["rule_id"]: row for row in csv.DictReader(io.StringIO(text_of("grant_rules")))}
    return [table[rule_id] | changes for rule_id in rule_ids]


def as_table(*made: dict) -> str:
    """Rows as the text of a table."""
    out = io.StringIO()
    writer = csv.DictWriter(out, RULE_COLUMNS)
    writer.writeheader()
    writer.writerows(made)
    return out.getvalue()


def decree_of_2026(soon: str = "6000", late: str = "2500") -> str:
    """An invented Finnish decree in the words of the one before."""
    (high,) = rows("FI-030", **SUCCESSOR, rule_id="FI-037", amount=soon)
    (low,) = rows("FI-031", **SUCCESSOR, rule_id="FI-038", amount=late)
    return as_table(high, low)


def draft_of(by: User, table: str = "") -> RuleSet:
    """A draft that somebody loaded."""
    (draft,) = load_rules(by=by, rules=read_rules(table or decree_of_2026()), title="Decree of 2026")
    return draft


def returns_case(by: User, **columns) -> Case:
    """A case of returns from Finland."""
    options = {"mandate": "returns", "programme": "avr", "prefix": "AR", "country": "FI", "officer": by}
    return factories.case(by, **(options | columns))


def inputs(applied: str = "2026-02-10", served: str = "2026-02-01", to: str = "IRQ") -> dict:
    """A rejected adult."""
    return {
        "host_country": "FI", "return_country": to, "citizenship": to, "category": "rejected", "form": None,
        "persons": [{"kind": "adult", "birth_date": "1990-05-14"}],
        "dates": {"first_decision_served": served, "application": applied, "decision": applied},
        "flags": {"voluntary": True, "asylum_applied_before": False},
    }  # fmt: skip
