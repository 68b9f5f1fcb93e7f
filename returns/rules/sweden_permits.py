"""Sweden: repatriation grant (återvandringsbidrag) and its travel grant, for people who hold a residence permit."""

from returns.rules.answer import Ask, Line, Refuse, Sum
from returns.rules.book import Rule, RuleBook
from returns.rules.caps import cut_to, sum_of
from returns.rules.facts import Facts
from returns.rules.grounds import ask_about_other_grants, insist_on_category, insist_on_permit, insist_voluntary
from returns.rules.lookup import rules_of_the_day, the_rule
from returns.rules.persons import lines_of_all
from returns.rules.vocabulary import ADULT

COUPLE, HOUSEHOLD = "couple", "household"


def compute(book: RuleBook, facts: Facts) -> Sum:
    """Adults and children each, then the ceiling for couples, then the one for households."""
    _insist_on_permit_holder(facts)
    found = rules_of_the_day(book, facts)
    ask_about_other_grants(facts, within=True)
    own = [rule for rule in found.sure if rule.person_kind != COUPLE]
    lines = lines_of_all(facts.persons, facts, lambda person, kind: _grant(own, person, kind))
    if not facts.is_family:
        return Sum(lines, (), sum_of(lines))
    couple = next((rule for rule in found.sure if rule.person_kind == COUPLE), None)
    household = next((line.rule for line in lines if line.rule.cap_scope == HOUSEHOLD), None)
    if household is None:
        raise Ask("family_cap_not_known", *(line.rule for line in lines))
    return _within_caps(facts, lines, couple, household)


def compute_travel(book: RuleBook, facts: Facts) -> Sum:
    """Travel is paid at its cost: no rule has an amount."""
    _insist_on_permit_holder(facts)
    rules = book.of_scheme(facts.scheme)
    raise Ask("actual_cost", *rules)


def _insist_on_permit_holder(facts: Facts) -> None:
    insist_voluntary(facts)
    insist_on_category(facts, "residence_permit")
    if facts.flag("eu_citizen"):
        raise Refuse("eu_citizen")
    insist_on_permit(facts)


def _grant(rules: list[Rule], person, kind: str) -> tuple[Line, ...]:
    rule = the_rule([rule for rule in rules if rule.is_for(kind)], "no_rule_for_kind", kind=kind)
    return (Line(person.index, kind, rule, rule.amount),)


def _within_caps(facts: Facts, lines: tuple[Line, ...], couple: Rule | None, household: Rule) -> Sum:
    cuts, total = [], sum_of(lines)
    adults = [line for line in lines if line.kind == ADULT]
    if couple and len(adults) > 1:
        if facts.flag("couple") is None:
            raise Ask("couple_or_not", couple)
        if facts.flag("couple") and (cut := cut_to(couple, sum_of(tuple(adults[:2])))):
            cuts.append(cut)
            total -= cut.before - cut.limit
    if cut := cut_to(household, total):
        cuts.append(cut)
        total = cut.limit
    return Sum(lines, tuple(cuts), total)
