"""Ceilings on sums: family, couple, household, and the share in cash. Reached exactly, nothing is cut."""

from returns.rules.answer import Cut, Line
from returns.rules.book import Rule
from returns.rules.vocabulary import limit_of

WORDS = {"family": "family_cap", "couple": "couple_cap", "household": "household_cap"}


def cut_to(rule: Rule, before: int) -> Cut | None:
    """The cut that a rule's own ceiling makes in a sum; None when it does not reach."""
    limit = limit_of(rule.cap, rule.cap_scope)
    if limit is None or before <= limit.amount:
        return None
    return Cut(WORDS[limit.scope], limit.scope, limit.amount, before, rule)


def share_in_cash(rule: Rule) -> int | None:
    """The share of a grant that may be paid in cash, in per cent."""
    share = rule.cap.removesuffix("%")
    return int(share) if rule.cap.endswith("%") and share.isdigit() else None


def sum_of(lines: tuple[Line, ...]) -> int:
    """What lines come to."""
    return sum(line.amount for line in lines)
