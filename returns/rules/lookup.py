"""Finding the one rule for a person, and asking where the book does not have exactly one."""

from collections.abc import Iterable

from returns.rules.answer import Ask
from returns.rules.book import Found, Rule, RuleBook
from returns.rules.facts import Facts


def rules_of_the_day(book: RuleBook, facts: Facts) -> Found:
    """The rules in force for this case. Asks where none is, where it is uncertain, or where the amounts are a gap."""
    found = book.find(facts.scheme, facts.selecting_days)
    if gaps := [rule for rule in found.sure if rule.is_gap]:
        raise Ask("no_rule_for_date", *gaps)
    if found.sure:
        return found
    if found.unsure:
        raise Ask("dates_of_rule_not_known", *found.unsure)
    if found.undated:
        raise Ask("date_missing", what=found.undated[0].selects.value)
    raise Ask("no_rule_for_date")


def the_rule(rules: Iterable[Rule], question: str, **facts: object) -> Rule:
    """The only one of these rules that has an amount; asks otherwise."""
    found = list(rules)
    if not found:
        raise Ask(question, **facts)
    rule = found[0]
    if len(found) > 1:
        raise Ask("several_rules", *found)
    if rule.status == "conflicting":
        raise Ask("sources_conflict", rule)
    if rule.amount is None or rule.amount_kind in {"range", "discretionary", "actual cost"}:
        raise Ask("amount_not_in_rule", rule)
    return rule
