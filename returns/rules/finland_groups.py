"""Finland, decrees picked by the decision date: amounts by country group and by the form that the person chose."""

from returns.rules.answer import Ask, Line, Reason, Sum
from returns.rules.book import Holds, Rule, RuleBook
from returns.rules.caps import sum_of
from returns.rules.facts import Facts
from returns.rules.lookup import the_rule
from returns.rules.persons import lines_of_all
from returns.rules.vocabulary import ALONE, Moment, mode_of

CATEGORY_WORDS = {
    "rejected": "rejected", "withdrawn": "withdrawn", "status_ended": "status ended", "victim_of_trafficking": "VoT",
    "section_51": "s.51", "temporary_protection": "temporary protection",
}  # fmt: skip
NOT_LISTED = "unlisted"


def compute(book: RuleBook, rules: list[Rule], facts: Facts) -> Sum:
    """The grant of everybody, by group, kind and form."""
    rules = [rule for rule in rules if rule.covers(CATEGORY_WORDS[facts.category])]
    if not rules:
        raise Ask("no_rule_for_category", category=facts.category)
    if not facts.form:
        raise Ask("cash_or_in_kind")
    if any(person.kind == ALONE for person in facts.persons):
        raise Ask("no_rule_for_kind", kind=ALONE)
    if facts.flag("raised_on_special_grounds"):
        return _raised(book, rules, facts)
    own = [
        rule for rule in rules
        if rule.component == "support" and mode_of(rule.mode) == facts.form and rule.moment is not Moment.RAISED
    ]  # fmt: skip
    grouped = any(rule.country_group not in {"any", "by country of return"} for rule in own)
    group = group_of(book, facts) if grouped else ""
    lines = lines_of_all(facts.persons, facts, lambda person, kind: _support(own, facts, group, person, kind))
    return Sum(lines, (), sum_of(lines))


def group_of(book: RuleBook, facts: Facts) -> str:
    """The group of the country on the day of decision: of the list, or as the authority's decision names it."""
    day, stated = facts.day("decision"), facts.flag("country_group_stated")
    listed = next(
        (name for name, holds in book.groups_on(facts.scheme, facts.return_country, day).items() if holds is Holds.YES),
        "",
    )
    if listed and stated and listed != stated:
        raise Ask("group_differs_from_list", stated=stated, listed=listed, country=facts.return_country)
    if not listed and not stated:
        raise Ask("group_not_known", country=facts.return_country)
    group = listed or stated
    if not listed and not _list_knows(book, facts, group):
        raise Ask("group_not_on_list", stated=group)
    return group


def _list_knows(book: RuleBook, facts: Facts, group: str) -> bool:
    """Does the list of that day know any country of this group? For 2019 only group A is told."""
    day = facts.day("decision")
    return any(one.group == group and one.period.holds_on(day) is Holds.YES for one in book.list_entries(facts.scheme))


def _support(rules: list[Rule], facts: Facts, group: str, person, kind: str) -> tuple[Line, ...]:
    found = [rule for rule in rules if rule.is_for(kind) and (not group or _of_group(rule, group))]
    rule = the_rule(found, "no_rule_for_kind_in_group", kind=kind, group=group)
    why = [Reason.of("group", group=group, country=facts.return_country)] if rule.in_group(group) and group else []
    return (Line(person.index, kind, rule, rule.amount, (Reason.of("decided", day=_decided(facts)), *why)),)


def _of_group(rule: Rule, group: str) -> bool:
    return rule.country_group != NOT_LISTED and (rule.in_group(group) or rule.country_group == "by country of return")


def _raised(book: RuleBook, rules: list[Rule], facts: Facts) -> Sum:
    """Raised on special grounds: for one person, in cash, where a figure is known."""
    if facts.is_family or facts.form != "cash":
        raise Ask("raised_for_whom")
    person = facts.persons[0]
    group = group_of(book, facts)
    found = [rule for rule in rules if rule.moment is Moment.RAISED and rule.in_group(group)]
    rule = the_rule(found, "no_rule_for_raise")
    line = Line(person.index, person.kind, rule, rule.amount, (Reason.of("raised"),))
    return Sum((line,), (), rule.amount)


def _decided(facts: Facts) -> str:
    return facts.day("decision").isoformat()
