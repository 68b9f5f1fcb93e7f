"""The computation of one case: the scheme's own rules, and what is the same everywhere."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from returns.rules import eurp, finland, iceland, sweden, sweden_permits
from returns.rules.answer import Answer, Ask, Outcome, Refuse, Sum
from returns.rules.book import RuleBook
from returns.rules.facts import Facts, Unreadable, read_facts

SCHEMES: dict[str, Callable[[RuleBook, Facts], Sum]] = {
    "FI-PALUU": finland.compute,
    "SE-ATER": sweden.compute,
    "SE-EURP": eurp.compute_swedish,
    "SE-ATERVANDRING": sweden_permits.compute,
    "SE-ATERVANDRING-RESA": sweden_permits.compute_travel,
    "IS-HEIM": iceland.compute,
    "IS-EURP": eurp.compute_icelandic,
    "EURP": eurp.compute,
}


def compute(book: RuleBook, scheme: str, inputs: Mapping[str, Any]) -> Answer:
    """The grant of a case by the rules of its day, or the refusal, or the question that a person must answer."""
    try:
        facts = read_facts(scheme, inputs)
    except Unreadable as error:
        return _without(book, scheme, Ask("unreadable", said=str(error)))
    return compute_facts(book, facts)


def compute_facts(book: RuleBook, facts: Facts) -> Answer:
    """The same for facts that are read already."""
    try:
        found = _computed(book, facts)
    except (Ask, Refuse) as stop:
        return _without(book, facts.scheme, stop)
    order = {component: place for place, component in enumerate(("travel", "reintegration", "bonus"))}
    lines = sorted(found.lines, key=lambda line: (line.person, order.get(line.rule.component, 0)))
    return Answer(
        scheme=facts.scheme, outcome=Outcome.COMPUTED, currency=book.currency(facts.scheme), lines=tuple(lines),
        total=found.total, cuts=found.cuts, cash_granted=found.cash_granted, notes=found.notes,
    )  # fmt: skip


def _computed(book: RuleBook, facts: Facts) -> Sum:
    if facts.scheme not in SCHEMES:
        raise Ask("scheme_not_known", scheme=facts.scheme)
    if not facts.persons:
        raise Ask("nobody_named")
    if facts.host_country and facts.scheme[2:3] == "-" and facts.scheme[:2] != facts.host_country:
        raise Ask("scheme_of_another_country", scheme=facts.scheme)
    applied, decided = facts.day("application"), facts.day("decision")
    if applied and decided and decided < applied:
        raise Ask("dates_contradict")
    found = SCHEMES[facts.scheme](book, facts)
    if not any(line.amount for line in found.lines):
        raise Ask("no_amount_found")
    return replace(found, total=found.total or sum(line.amount for line in found.lines))


def _without(book: RuleBook, scheme: str, stop: Ask | Refuse) -> Answer:
    refused = isinstance(stop, Refuse)
    return Answer(
        scheme=scheme, outcome=Outcome.REFUSED if refused else Outcome.NEEDS_PERSON, currency=book.currency(scheme),
        total=0 if refused else None, reason=stop.reason, rules=tuple(stop.rules),
    )  # fmt: skip
