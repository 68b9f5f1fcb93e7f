"""What if: the same people under several schemes and dates, side by side, with every line explained."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from returns.models import Computation
from returns.rules.answer import Answer, Line, Outcome
from returns.rules.book import RuleBook
from returns.rules.compute import compute_facts
from returns.rules.facts import Facts, read_facts
from returns.rules.names import COMPONENTS, KIND_NAMES, MODES
from returns.rules.sentences import law_of, money, source_of, why_cut, words_of
from returns.rules.vocabulary import ADULT, ALONE, CHILD

DAYS_AHEAD = 120
HOST = {"FI": "FI", "SE": "SE", "IS": "IS"}


@dataclass(frozen=True)
class Row:
    """Lines that are alike, for the table: what for and why, by which rule, how many times how much."""

    title: str
    kind: str
    why: str
    mode: str
    law: str
    source: str
    persons: int
    amount: int
    is_ceiling: bool

    @property
    def total(self) -> int:
        """All of them together."""
        return self.persons * self.amount


@dataclass(frozen=True)
class Column:
    """One scheme on one set of dates: its answer, and the next day on which the answer would be another one."""

    scheme: str
    name: str
    applied: date | None
    answer: Answer
    rows: list[Row]
    cuts: list[str]
    changes: "Change | None"

    @property
    def sentence(self) -> str:
        """Why there is no amount, or what is asked."""
        return words_of(self.answer.reason) if self.answer.reason else ""

    @property
    def total(self) -> str:
        """The sum in words, nothing where there is none."""
        return money(self.answer.total, self.answer.currency) if self.answer.outcome is Outcome.COMPUTED else ""


@dataclass(frozen=True)
class Change:
    """The first later day of application on which something else comes out."""

    day: date
    outcome: str
    total: int | None
    currency: str

    @property
    def words(self) -> str:
        """The sum of that day."""
        return money(self.total, self.currency) if self.total else ""


def inputs_of(said: dict[str, Any], dates: dict[str, date | None]) -> dict[str, Any]:
    """What the form says, as the documented inputs."""
    kinds = [ADULT] * said["adults"] + [CHILD] * said["children"] + [ALONE] * said["alone"]
    return {
        "return_country": said["country"],
        "citizenship": said["citizenship"] or said["country"],
        "category": said["category"],
        "form": said["form"] or None,
        "persons": [{"kind": kind, "in_host_country_at_application": True} for kind in kinds],
        "dates": {name: day.isoformat() if day else None for name, day in dates.items()},
        "flags": said["flags"],
    }


def compare(book: RuleBook, said: dict[str, Any], ways: Iterable[dict[str, date | None]]) -> list[Column]:
    """A column per scheme and set of dates."""
    dated = list(ways)
    return [column(book, scheme, inputs_of(said, dates)) for scheme in said["schemes"] for dates in dated]


def column_of(computation: Computation) -> Column:
    """A computation that is kept with a case, with its sentences."""
    answer, dates = computation.explained(), computation.inputs.get("dates") or {}
    applied = date.fromisoformat(dates["application"]) if dates.get("application") else None
    name = next((line.rule.scheme_name for line in answer.lines if line.rule.scheme_name), computation.scheme)
    cuts = [why_cut(cut) for cut in answer.cuts]
    return Column(computation.scheme, name, applied, answer, rows_of(answer.lines), cuts, None)


def column(book: RuleBook, scheme: str, inputs: dict[str, Any]) -> Column:
    """One scheme on one set of dates."""
    facts = read_facts(scheme, inputs)
    answer = compute_facts(book, facts)
    name = next((rule.scheme_name for rule in book.of_scheme(scheme) if rule.scheme_name), scheme)
    return Column(
        scheme, name, facts.day("application"), answer, rows_of(answer.lines), [why_cut(cut) for cut in answer.cuts],
        next_change(book, facts, answer),
    )  # fmt: skip


def rows_of(lines: Iterable[Line]) -> list[Row]:
    """Lines that are alike become one row."""
    alike: dict[tuple, list[Line]] = {}
    for line in lines:
        alike.setdefault((line.rule.rule_id, line.kind, line.amount, line.because), []).append(line)
    return [_row(found[0], len(found)) for found in alike.values()]


def _row(line: Line, persons: int) -> Row:
    rule = line.rule
    return Row(
        title=str(COMPONENTS.get(rule.component, rule.component)), kind=str(KIND_NAMES[line.kind]),
        why=", ".join(words_of(reason) for reason in line.because), mode=str(MODES.get(rule.mode_word, rule.mode_word)),
        law=law_of(rule), source=source_of(rule), persons=persons, amount=line.amount, is_ceiling=line.is_ceiling,
    )  # fmt: skip


def next_change(book: RuleBook, facts: Facts, answer: Answer) -> Change | None:
    """Applying later, from which day on does something else come out? Looks some months ahead."""
    applied, decided = facts.day("application"), facts.day("decision")
    if applied is None:
        return None
    for days in range(1, DAYS_AHEAD + 1):
        day = applied + timedelta(days=days)
        if decided and day > decided:
            return None
        later = compute_facts(book, _applied_on(facts, day))
        if (later.outcome, later.total) != (answer.outcome, answer.total):
            return Change(day, later.outcome.value, later.total, later.currency)
    return None


def _applied_on(facts: Facts, day: date) -> Facts:
    return Facts(**(vars(facts) | {"days": dict(facts.days) | {"application": day}}))
