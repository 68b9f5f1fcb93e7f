"""The EU Reintegration Programme (Frontex): on its own, and as Sweden and Iceland offer it."""

from returns.rules.answer import Ask, Line, Refuse, Sum
from returns.rules.book import Found, Holds, Rule, RuleBook
from returns.rules.caps import sum_of
from returns.rules.facts import Facts
from returns.rules.grounds import ask_about_other_grants, insist_on_permit, insist_voluntary
from returns.rules.lookup import rules_of_the_day, the_rule
from returns.rules.persons import lines_of_all

FORCED = "forced return"


def compute(book: RuleBook, facts: Facts) -> Sum:
    """The programme itself: a first package and help in kind, by the day of return."""
    partner = facts.flag("eurp_partner_country")
    if partner is None:
        raise Ask("partner_country_not_known", country=facts.return_country)
    if not partner:
        raise Refuse("not_a_partner_country", country=facts.return_country)
    insist_on_permit(facts)
    if facts.flag("voluntary") is None:
        raise Ask("voluntary_or_forced")
    found = rules_of_the_day(book, facts)
    forced = not facts.flag("voluntary")
    rules = [rule for rule in found.sure if rule.beneficiary_category.startswith(FORCED) == forced]
    return _packages(facts, rules)


def compute_icelandic(book: RuleBook, facts: Facts) -> Sum:
    """Iceland: the same package, with a focus on a few countries."""
    insist_voluntary(facts)
    insist_on_permit(facts)
    found = rules_of_the_day(book, facts)
    if book.groups_on(facts.scheme, facts.return_country, facts.day("decision")).get("FOCUS") is not Holds.YES:
        raise Ask("focus_country_or_only", country=facts.return_country)
    return _packages(facts, list(found.sure))


def compute_swedish(book: RuleBook, facts: Facts) -> Sum:
    """Sweden: one amount per person for listed countries, raised for some countries for a while."""
    day = facts.day("decision")
    if day is None:
        raise Ask("date_missing", what="decision")
    _insist_on_swedish_list(book, facts, day)
    insist_on_permit(facts)
    found = rules_of_the_day(book, facts)
    ask_about_other_grants(facts, within=True)
    rule = _of_the_country(found, facts.return_country)
    lines = lines_of_all(facts.persons, facts, lambda person, kind: (Line(person.index, kind, rule, rule.amount),))
    return Sum(lines, (), sum_of(lines))


def _insist_on_swedish_list(book: RuleBook, facts: Facts, day) -> None:
    groups = book.groups_on(facts.scheme, facts.return_country, day)
    said = {"country": facts.return_country, "source": book.sources_of_list(facts.scheme, day)}
    if "PAUSED" in groups:
        raise Refuse("country_paused", **said)
    if "FORCED_EXCLUDED" in groups and facts.flag("voluntary") is None:
        raise Ask("voluntary_or_forced")
    if "FORCED_EXCLUDED" in groups and not facts.flag("voluntary"):
        raise Refuse("forced_return_excluded", **said)
    if "LISTED" not in groups and book.list_is_certain_on(facts.scheme, day):
        raise Refuse("country_not_listed", **said, day=day.isoformat())


def _of_the_country(found: Found, country: str) -> Rule:
    """The rule for this very country, if there is one; the general one otherwise."""
    if unsure := [rule for rule in found.unsure if rule.country_group == country]:
        raise Ask("dates_of_rule_not_known", *unsure)
    own = [rule for rule in found.sure if rule.country_group == country]
    general = [rule for rule in found.sure if "list" in rule.country_group]
    return the_rule(own or general, "no_rule_for_date")


def _packages(facts: Facts, rules: list[Rule]) -> Sum:
    """Post-arrival and post-return. Whether per person or per case, and what a spouse gets, no source says."""
    if facts.is_family:
        raise Ask("package_per_person_or_case", *rules)
    ask_about_other_grants(facts, within=True)
    lines = lines_of_all(facts.persons, facts, lambda person, kind: _of_one(rules, person, kind))
    return Sum(lines, (), sum_of(lines))


def _of_one(rules: list[Rule], person, kind: str) -> tuple[Line, ...]:
    """The lines of somebody who returns alone: the principal's, never those of a family member."""
    found = []
    for component in ("post-arrival", "post-return"):
        own = [
            rule for rule in rules
            if rule.component == component and rule.is_for(kind) and "family member" not in rule.person_kind
        ]  # fmt: skip
        rule = the_rule(own, "no_rule_for_kind", kind=kind)
        found.append(Line(person.index, kind, rule, rule.amount))
    return tuple(found)
