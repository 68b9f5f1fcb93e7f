"""Sweden: support for re-establishment (återetableringsstöd), in kronor, for those whose asylum case ended.

The application date picks amount and country list. Two months run from the decision or the withdrawal; the sources do
not say whether from the decision, its service or the final rejection: where that matters, a person is asked.
"""

from returns.rules.answer import Ask, Line, Reason, Refuse, Sum
from returns.rules.book import Found, Holds, RuleBook
from returns.rules.caps import cut_to, sum_of
from returns.rules.facts import Facts, PersonFacts
from returns.rules.grounds import ask_about_other_grants, insist_on_category, insist_on_permit, insist_voluntary
from returns.rules.limits import after_months
from returns.rules.lookup import rules_of_the_day, the_rule
from returns.rules.persons import lines_of_all
from returns.rules.vocabulary import ADULT, ALONE

COUNTRY = "SE"
MONTHS = 2
EVENTS = {"rejected": ("first_decision", "first_decision_served", "appeal_outcome"), "withdrawn": ("withdrawal",)}


def compute(book: RuleBook, facts: Facts) -> Sum:
    """Support for everybody of the family who was in Sweden when they applied."""
    insist_voluntary(facts)
    insist_on_category(facts, "rejected", "withdrawn")
    insist_on_permit(facts)
    insist_on_list(book, facts)
    if facts.flag("likely_to_be_received") is None:
        raise Ask("reception_not_known")
    if not facts.flag("likely_to_be_received"):
        raise Refuse("not_likely_to_be_received")
    if facts.flag("pending_proceedings"):
        raise Ask("proceedings_pending")
    persons = those_present(facts)
    because = in_time(facts)
    found = rules_of_the_day(book, facts)
    ask_about_other_grants(facts, within=True)
    lines = lines_of_all(persons, facts, lambda person, kind: _support(found, person, kind, because))
    before = sum_of(lines)
    cut = cut_to(lines[0].rule, before)
    return Sum(lines, (cut,) if cut else (), cut.limit if cut else before)


def insist_on_list(book: RuleBook, facts: Facts) -> None:
    """The country of return is on the list of the day of application. Around a change of list a person is asked."""
    day = facts.day("application")
    if day is None:
        raise Ask("date_missing", what="application")
    on_list = book.groups_on(facts.scheme, facts.return_country, day).get("LISTED")
    if on_list is Holds.YES:
        return
    never = not any(True for __ in book.list_entries(facts.scheme, facts.return_country))
    if never or (on_list is None and book.list_is_certain_on(facts.scheme, day)):
        source = book.sources_of_list(facts.scheme, day)
        raise Refuse("country_not_listed", country=facts.return_country, day=day.isoformat(), source=source)
    if not _is_on_every_list(book, facts):
        raise Ask("list_change_not_dated", country=facts.return_country, source=book.sources_of_list(facts.scheme))


def _is_on_every_list(book: RuleBook, facts: Facts) -> bool:
    """On the list before the change and on the one after it, so that the day of the change does not matter."""
    periods = {one.period for one in book.list_entries(facts.scheme)}
    own = {one.period for one in book.list_entries(facts.scheme, facts.return_country)}
    return bool(periods) and own == periods


def those_present(facts: Facts) -> list[PersonFacts]:
    """Those who were in the country when they applied: the others get nothing."""
    if any(person.in_host_country is None for person in facts.persons):
        raise Ask("presence_not_known")
    present = [person for person in facts.persons if person.in_host_country]
    if not present:
        raise Refuse("not_in_host_country")
    if not any(person.kind in {ADULT, ALONE} for person in present):
        raise Ask("only_children_present")
    return present


def in_time(facts: Facts) -> Reason:
    """Applied within two months? Every reading of "from when" must agree; otherwise a person is asked."""
    applied = facts.day("application")
    events = {name: day for name in EVENTS[facts.category] if (day := facts.day(name))}
    if not events:
        raise Ask("date_missing", what=EVENTS[facts.category][0])
    limits = {name: after_months(day, MONTHS, COUNTRY) for name, day in events.items()}
    answers = {limit.meets(applied) for limit in limits.values()}
    if answers == {True}:
        name = min(events, key=lambda one: (events[one], one))
        return Reason.of("months_after", what=name, event=events[name].isoformat(), day=applied.isoformat())
    if answers == {False}:
        raise Refuse("too_late", last=max(limit.last for limit in limits.values()).isoformat())
    if None in answers:
        raise Ask(next(limit.doubt for limit in limits.values() if limit.meets(applied) is None))
    raise Ask("two_months_from_when")


def _support(found: Found, person: PersonFacts, kind: str, because: Reason) -> tuple[Line, ...]:
    rule = the_rule([rule for rule in found.sure if rule.is_for(kind)], "no_rule_for_kind", kind=kind)
    return (Line(person.index, kind, rule, rule.amount, (because,)),)
