"""Iceland: travel grant, reintegration grant and bonus (ferða- og enduraðlögunarstyrkir), in euros per person.

Reg. 961/2018 is picked by the decision date, 607/2023 and 843/2024 by the application date. The state of return is in
group A or B; nationals who need no visa are in C where the regulation has such a row.
"""

from datetime import date

from returns.rules import iceland_bonus, iceland_cash
from returns.rules.answer import Ask, Line, Reason, Refuse, Sum
from returns.rules.book import Holds, Rule, RuleBook
from returns.rules.caps import sum_of
from returns.rules.facts import Facts, PersonFacts
from returns.rules.grounds import ask_about_other_grants, insist_on_category, insist_on_permit, insist_voluntary
from returns.rules.lookup import rules_of_the_day, the_rule
from returns.rules.persons import lines_of_all
from returns.rules.vocabulary import ALONE, Selects

PENDING = "pending"
COMPONENTS = ("travel", "reintegration")


def compute(book: RuleBook, facts: Facts) -> Sum:
    """The grant of everybody who has had none under the same regulation."""
    insist_voluntary(facts)
    if facts.flag("eu_citizen"):
        raise Refuse("eu_citizen")
    insist_on_category(facts, "rejected", "withdrawn")
    found = rules_of_the_day(book, facts)
    rules = [rule for rule in found.sure if rule.amount is not None]
    insist_nothing_pending(rules, facts)
    insist_not_dublin(facts)
    insist_on_permit(facts)
    if facts.flag("safe_country_of_origin"):
        raise Ask("safe_country", country=facts.return_country)
    ask_about_other_grants(facts, within=False)
    persons = those_without_grant(rules, facts)
    group = group_of(book, rules, facts)
    lines = lines_of_all(persons, facts, lambda person, kind: _lines(rules, facts, group, person, kind))
    lines, cuts = iceland_bonus.as_proposed(lines, facts)
    cash, cash_cuts = iceland_cash.granted(lines, facts)
    return Sum(lines, (*cuts, *cash_cuts), sum_of(lines), cash)


def insist_nothing_pending(rules: list[Rule], facts: Facts) -> None:
    """An appeal, a residence-permit or a citizenship application must be withdrawn first."""
    if not facts.flag("pending_proceedings") and facts.flag("appeal") != PENDING:
        return
    barring = [rule for rule in rules if PENDING in rule.beneficiary_category]
    if barring:
        raise Refuse("pending_proceedings", *barring)
    raise Ask("proceedings_pending")


def insist_not_dublin(facts: Facts) -> None:
    """Dublin cases are not covered, unless the application was withdrawn before a decision."""
    if not facts.flag("dublin_case"):
        return
    decided, withdrawn = facts.day("first_decision"), facts.day("withdrawal")
    if facts.category == "withdrawn" and (decided is None or (withdrawn and withdrawn < decided)):
        return
    raise Refuse("dublin_case")


def those_without_grant(rules: list[Rule], facts: Facts) -> list[PersonFacts]:
    """One grant per person under a regulation: those who had theirs get no line."""
    once = next((rule for rule in rules if rule.once_only), None)
    if once is None:
        return list(facts.persons)
    left = [person for person in facts.persons if not had_grant(once, person)]
    if not left:
        raise Refuse("once_only", law=once.legal_basis)
    return left


def had_grant(rule: Rule, person: PersonFacts) -> bool:
    """A grant under this very regulation? Under another one, no source tells whether it bars."""
    earlier = person.earlier_grant
    if earlier is None:
        return False
    if number_of(earlier.regulation) == number_of(rule.legal_basis):
        return True
    raise Ask("once_across_regulations", rule)


def number_of(law: str) -> str:
    """The number of a regulation, such as 843/2024, however it is written."""
    return next((word for word in law.replace(",", " ").split() if "/" in word), law.strip())


def group_of(book: RuleBook, rules: list[Rule], facts: Facts) -> str:
    """The group of the state of return. Asks where citizenship would give another one."""
    groups = {group for rule in rules for group in rule.country_group.split("+")}
    if "C" in groups:
        if facts.flag("visa_exempt") is None:
            raise Ask("visa_exempt_not_known")
        if facts.flag("visa_exempt"):
            return "C"
    day = _day_of(rules, facts)
    own = _listed(book, facts, facts.return_country, day) or _of_others(groups)
    if facts.citizenship and facts.citizenship != facts.return_country:
        other = _listed(book, facts, facts.citizenship, day) or _of_others(groups)
        if other != own:
            raise Ask("group_by_return_or_citizenship", listed=own, stated=other)
    return own


def _listed(book: RuleBook, facts: Facts, country: str, day: date) -> str:
    groups = book.groups_on(facts.scheme, country, day)
    return next((name for name, holds in groups.items() if holds is Holds.YES), "")


def _of_others(groups: set[str]) -> str:
    return "other" if "other" in groups else "B"


def _day_of(rules: list[Rule], facts: Facts) -> date:
    selects = rules[0].selects if rules else Selects.APPLICATION
    return facts.selecting_days[selects]


def _lines(rules: list[Rule], facts: Facts, group: str, person: PersonFacts, kind: str) -> tuple[Line, ...]:
    own = [rule for rule in rules if rule.is_for(kind) and _speaks_of(rule, group)]
    if kind == ALONE and group == "other":
        raise Ask("alone_to_unlisted_state")
    lines = []
    for component in COMPONENTS:
        found = [rule for rule in own if rule.component == component]
        if found:
            rule = the_rule(found, "no_rule_for_kind", kind=kind)
            lines.append(Line(person.index, kind, rule, rule.amount, (_state(facts, group),)))
    if not lines:
        raise Ask("no_rule_for_kind", kind=kind)
    bonus = [rule for rule in own if rule.component == "bonus"]
    return (*lines, *iceland_bonus.lines(bonus, facts, person, kind))


def _speaks_of(rule: Rule, group: str) -> bool:
    if rule.country_group == "any listed":
        return group != "other"
    return rule.country_group != "any" and rule.in_group(group)


def _state(facts: Facts, group: str) -> Reason:
    if group == "C":
        return Reason.of("state_c")
    return Reason.of("state", group=group, country=facts.return_country)
