"""Iceland: the bonus for applying early, a ceiling within which the authority sets the amount."""

from dataclasses import replace

from returns.rules.answer import Ask, Cut, Line, Reason
from returns.rules.book import Rule
from returns.rules.facts import Facts, PersonFacts
from returns.rules.lookup import the_rule
from returns.rules.vocabulary import Moment

WITHDRAWN, DECIDED = "withdrawn", "decided"


def lines(rules: list[Rule], facts: Facts, person: PersonFacts, kind: str) -> tuple[Line, ...]:
    """The bonus of one person: none where the regulation has none, else the one of the moment of application."""
    if not rules:
        return ()
    if all(rule.moment is Moment.NONE for rule in rules):
        return _without_conditions(rules, facts, person, kind)
    moment = moment_of(facts)
    rule = the_rule([rule for rule in rules if rule.moment is moment], "no_rule_for_kind", kind=kind)
    return (Line(person.index, kind, rule, rule.amount, _because(facts, moment)),)


def moment_of(facts: Facts) -> Moment:
    """When somebody applied: before the appeal outcome, after it, or after the departure deadline."""
    applied, outcome, deadline = (facts.day(name) for name in ("application", "appeal_outcome", "departure_deadline"))
    if applied in {outcome, deadline}:
        raise Ask("applied_on_the_very_day")
    before = _is_before_outcome(facts)
    if deadline and applied > deadline:
        if before:
            raise Ask("before_outcome_after_deadline")
        return Moment.AFTER_DEADLINE
    if before is None:
        raise Ask("never_appealed")
    if before:
        return Moment.BEFORE_OUTCOME
    if deadline is None:
        raise Ask("date_missing", what="departure_deadline")
    return Moment.AFTER_OUTCOME


def _is_before_outcome(facts: Facts) -> bool | None:
    """Applied before the appeal was decided? A withdrawn appeal counts as before; None: there was no appeal."""
    outcome, appeal = facts.day("appeal_outcome"), facts.flag("appeal")
    if outcome:
        return facts.day("application") < outcome
    if appeal == WITHDRAWN:
        return True
    if appeal == DECIDED:
        raise Ask("date_missing", what="appeal_outcome")
    return None


def _without_conditions(rules: list[Rule], facts: Facts, person: PersonFacts, kind: str) -> tuple[Line, ...]:
    """A regulation whose conditions for the bonus are not told: certain only before everything."""
    if moment_of(facts) is not Moment.BEFORE_OUTCOME:
        raise Ask("bonus_conditions_not_known", *rules)
    rule = the_rule(rules, "no_rule_for_kind", kind=kind)
    return (Line(person.index, kind, rule, rule.amount, _because(facts, Moment.BEFORE_OUTCOME)),)


def _because(facts: Facts, moment: Moment) -> tuple[Reason, ...]:
    applied = facts.day("application").isoformat()
    if moment is Moment.BEFORE_OUTCOME and not facts.day("appeal_outcome"):
        return (Reason.of("appeal_withdrawn", applied_day=applied),)
    name = "departure_deadline" if moment is Moment.AFTER_DEADLINE else "appeal_outcome"
    return (Reason.of(moment.value, applied_day=applied, event=facts.day(name).isoformat()),)


def as_proposed(lines: tuple[Line, ...], facts: Facts) -> tuple[tuple[Line, ...], tuple[Cut, ...]]:
    """The bonus an officer typed in, cut to its ceiling."""
    proposed = facts.flag("bonus_proposed")
    if proposed is None:
        return lines, ()
    bonuses = [line for line in lines if line.rule.component == "bonus"]
    if len(bonuses) > 1:
        raise Ask("bonus_for_whom", *(line.rule for line in bonuses))
    if not bonuses or proposed < 0:
        raise Ask("bonus_not_foreseen")
    (bonus,) = bonuses
    cut = Cut("bonus_max", "bonus", bonus.amount, proposed, bonus.rule) if proposed > bonus.amount else None
    granted = replace(bonus, amount=min(proposed, bonus.amount))
    return tuple(granted if line is bonus else line for line in lines), (cut,) if cut else ()
