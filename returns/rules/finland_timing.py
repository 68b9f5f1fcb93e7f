"""Finland, decrees picked by the application date: the amount depends on how soon somebody applied.

The days run from service of the first negative decision or from the cancellation of the first application. A decision
served before the decree began has a window of its own. Every reading must agree; otherwise a person is asked.
"""

from dataclasses import dataclass, replace
from datetime import date

from returns.rules.answer import Ask, Line, Reason, Sum
from returns.rules.book import Rule
from returns.rules.caps import sum_of
from returns.rules.facts import Facts, PersonFacts
from returns.rules.limits import after_days
from returns.rules.lookup import the_rule
from returns.rules.vocabulary import Moment, day_in, days_in

COUNTRY = "FI"
OWN_AMOUNT = {"victim_of_trafficking": "victim of trafficking", "section_51": "s.51"}


@dataclass(frozen=True)
class Verdict:
    """The rule that one reading leads to, and why."""

    rule: Rule
    because: tuple[Reason, ...]


def compute(rules: list[Rule], facts: Facts) -> Sum:
    """One amount for every person, whatever the age."""
    rules = [rule for rule in rules if rule.amount is None or rule.amount > 0]
    if facts.flag("raised_on_special_grounds"):
        raise Ask("no_rule_for_raise")
    lines = _independent_of_timing(rules, facts) if facts.category in OWN_AMOUNT else _by_timing(rules, facts)
    return Sum(lines, (), sum_of(lines))


def _independent_of_timing(rules: list[Rule], facts: Facts) -> tuple[Line, ...]:
    """Victims of trafficking and holders of a section 51 permit: one amount, whenever they applied."""
    if any(facts.day(name) for name in ("first_decision", "first_decision_served", "withdrawal")):
        raise Ask("also_rejected", category=facts.category)
    if facts.category == "victim_of_trafficking" and facts.is_family:
        raise Ask("family_of_victim")
    rule = the_rule([rule for rule in rules if rule.covers(OWN_AMOUNT[facts.category])], "no_rule_for_category")
    because = Reason.of(facts.category)
    return tuple(Line(person.index, person.kind, rule, rule.amount, (because,)) for person in facts.persons)


def _by_timing(rules: list[Rule], facts: Facts) -> tuple[Line, ...]:
    if facts.category not in {"rejected", "withdrawn"}:
        raise Ask("no_rule_for_category", category=facts.category)
    if not facts.flag("has_municipality_of_residence") and (
        facts.flag("victim_of_trafficking") or facts.flag("section_51")
    ):
        raise Ask("also_rejected", category=facts.category)
    rules = [rule for rule in rules if rule.moment is not Moment.NONE]
    verdicts = {person: _verdict(rules, facts, person) for person in facts.persons}
    if len({verdict.rule.amount for verdict in verdicts.values()}) > 1:
        raise Ask("family_differs", *(verdict.rule for verdict in verdicts.values()))
    return tuple(
        Line(person.index, person.kind, verdict.rule, verdict.rule.amount, verdict.because)
        for person, verdict in verdicts.items()
    )


def _verdict(rules: list[Rule], facts: Facts, person: PersonFacts) -> Verdict:
    """What one person gets. The higher amount is given once."""
    verdict = _agreed([_by_event(rules, facts, person, *event) for event in _events(facts, person)])
    earlier = person.earlier_grant
    if earlier and verdict.rule.once_only and (earlier.amount is None or earlier.amount >= verdict.rule.amount):
        raise Ask("higher_amount_used", verdict.rule)
    return verdict


def _agreed(verdicts: list[Verdict]) -> Verdict:
    """The first verdict, if all come to the same amount."""
    if len({verdict.rule.amount for verdict in verdicts}) > 1:
        raise Ask("service_or_withdrawal", *(verdict.rule for verdict in verdicts))
    return verdicts[0]


def _events(facts: Facts, person: PersonFacts) -> list[tuple[str, date]]:
    """What the days run from: that of the person's category first, the other one as a second reading."""
    served = person.served or facts.day("first_decision_served")
    if served is None and facts.day("first_decision"):
        raise Ask("service_not_known")
    events = {"service": served, "withdrawal": facts.day("withdrawal")}
    first = "withdrawal" if facts.category == "withdrawn" else "service"
    if events[first] is None:
        raise Ask("date_missing", what="withdrawal" if first == "withdrawal" else "first_decision_served")
    names = sorted(events, key=lambda name: name != first)
    return [(name, events[name]) for name in names if events[name]]


def _by_event(rules: list[Rule], facts: Facts, person: PersonFacts, name: str, day: date) -> Verdict:
    """The rule by one event: an old one by its window, any other by days. One decided before and served after: both."""
    old = _old_event_rules(rules, day)
    if old:
        return _in_window(rules, old, facts, person)
    verdict = _by_days(rules, facts, person, name, day)
    decided = facts.day("first_decision")
    if name == "service" and decided and (other := _old_event_rules(rules, decided)):
        window = _in_window(rules, other, facts, person)
        if window.rule.amount != verdict.rule.amount:
            raise Ask("decided_before_served_after", window.rule, verdict.rule)
    return verdict


def _old_event_rules(rules: list[Rule], day: date) -> list[Rule]:
    return [
        rule
        for rule in rules
        if rule.moment in {Moment.OLD_EVENT_IN_TIME, Moment.OLD_EVENT_LATE} and day < day_in(rule.beneficiary_category)
    ]


def _in_window(rules: list[Rule], old: list[Rule], facts: Facts, person: PersonFacts) -> Verdict:
    """An old decision: the window of the decree. Whether a repeated application counts inside it, no source says."""
    rule = the_rule(old, "no_rule_for_date")
    late = next(one for one in rules if one.moment is Moment.AFTER_DAYS)
    if rule.moment is Moment.OLD_EVENT_IN_TIME and person.applied_before is not False and rule.amount != late.amount:
        raise Ask("repeat_applicant_in_window", rule)
    code = "old_in_window" if rule.moment is Moment.OLD_EVENT_IN_TIME else "old_after_window"
    applied = facts.day("application").isoformat()
    return Verdict(rule, (Reason.of(code, before=day_in(rule.beneficiary_category).isoformat(), applied_day=applied),))


def _by_days(rules: list[Rule], facts: Facts, person: PersonFacts, name: str, day: date) -> Verdict:
    """Within the days or after them; somebody who applied for asylum more than once gets what the late ones get."""
    soon = the_rule([rule for rule in rules if rule.moment is Moment.WITHIN_DAYS], "no_rule_for_date")
    late = the_rule([rule for rule in rules if rule.moment is Moment.AFTER_DAYS], "no_rule_for_date")
    applied = facts.day("application")
    in_time = after_days(day, days_in(soon.condition), COUNTRY).meets(applied)
    because = _distance(name, day, applied)
    if person.applied_before:
        return Verdict(late, (because, Reason.of("applied_before")))
    if in_time is None:
        raise Ask("last_day_closed", soon, late)
    if in_time and person.applied_before is None:
        raise Ask("applied_before_not_known", soon, late)
    verdict = Verdict(soon if in_time else late, (because,))
    return verdict if in_time else replace(verdict, because=(because, Reason.of("limit", days=days_in(soon.condition))))


def _distance(name: str, event: date, applied: date) -> Reason:
    """How long after the event somebody applied; before it is in time too."""
    if applied < event:
        return Reason.of(f"before_{name}", event=event.isoformat(), applied_day=applied.isoformat())
    return Reason.of(f"days_after_{name}", days=(applied - event).days, event=event.isoformat())
