"""A decree as the table it was loaded from, in the same columns."""

import csv
import io
from datetime import date

from returns.models import RuleSet
from returns.rules.tables import GROUP_COLUMNS, KNOWN, RULE_COLUMNS

NAMES = {"country_iso3": "country"}


def written_table(rule_set: RuleSet) -> str:
    """The rules, or the list entries of a set that has no rules. Unknown cells stay empty."""
    rules = list(rule_set.rules.values())
    rows, columns = (rules, RULE_COLUMNS) if rules else (list(rule_set.entries.values()), GROUP_COLUMNS)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*columns, *KNOWN])
    writer.writerows([_cell(row[NAMES.get(name, name)]) for name in (*columns, *KNOWN)] for row in rows)
    return out.getvalue()


def _cell(value: object) -> object:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else value
