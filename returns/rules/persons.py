"""Lines per person, where the kind of person may depend on the day."""

from collections.abc import Callable, Iterable

from returns.rules.ages import kinds_on
from returns.rules.answer import Ask, Line
from returns.rules.facts import Facts, PersonFacts

LinesFor = Callable[[str], tuple[Line, ...]]


def days_of_age(facts: Facts) -> list:
    """The days on which somebody's age might count: no source says which of them does."""
    return [day for name in ("application", "decision", "departure") if (day := facts.day(name))]


def lines_by_age(facts: Facts, person: PersonFacts, lines_for: LinesFor) -> tuple[Line, ...]:
    """The lines of a person; asks where the age differs between the days and the amounts with it."""
    kinds = kinds_on(person.kind, person.birth, days_of_age(facts))
    found = {kind: lines_for(kind) for kind in sorted(kinds)}
    if len({_amounts(lines) for lines in found.values()}) > 1:
        raise Ask("age_on_which_day", *(line.rule for lines in found.values() for line in lines))
    return found[person.kind]


def lines_of_all(persons: Iterable[PersonFacts], facts: Facts, lines_for: Callable) -> tuple[Line, ...]:
    """The lines of several people, in their order."""
    return tuple(
        line
        for person in persons
        for line in lines_by_age(facts, person, lambda kind, person=person: lines_for(person, kind))
    )


def _amounts(lines: tuple[Line, ...]) -> tuple:
    return tuple((line.rule.component, line.amount, line.rule.amount_kind) for line in lines)
