"""The rule book: every rule and list entry that is in force, as plain values, read from the database once.

A first or last day that no source states is *unknown*, not "always": such a rule holds for certain only within
`known_from`–`known_until`, and outside of it the computation asks.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property

from returns.rules.vocabulary import Moment, Selects, kinds_of, mode_of, moment_of, selects_of

AMOUNT_NOT_KNOWN = "unknown"
LAST_DAY_NOT_KNOWN = "superseded_date_unknown"
NO_LATER_DAY = date.max


class Holds(Enum):
    """Whether something is in force on a day, as far as the sources tell."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, kw_only=True)
class Period:
    """From when until when something holds, and between which days that is certain."""

    valid_from: date | None = None
    valid_to: date | None = None
    known_from: date | None = None
    known_until: date | None = None
    ends_unknown: bool = False
    replaced_from: date = NO_LATER_DAY  # a later decree speaks from this day on

    def holds_on(self, day: date) -> Holds:
        """In force on that day?"""
        if (
            day >= self.replaced_from
            or (self.valid_from and day < self.valid_from)
            or (self.valid_to and day > self.valid_to)
        ):
            return Holds.NO
        return Holds.YES if self._is_known_on(day) else Holds.UNSURE

    def _is_known_on(self, day: date) -> bool:
        start = self.known_from or self.valid_from
        if start is None or day < start:
            return False
        if self.known_until:
            return day <= self.known_until
        return not self.ends_unknown

    @property
    def is_dated(self) -> bool:
        """Is any day of it known?"""
        return any((self.valid_from, self.valid_to, self.known_from, self.known_until))


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One row of a decree: what is granted, to whom, when; with its source."""

    rule_id: str
    scheme: str
    period: Period
    date_that_selects: str = ""
    country: str = ""
    scheme_name: str = ""
    legal_basis: str = ""
    beneficiary_category: str = ""
    person_kind: str = "any"
    country_group: str = "any"
    condition: str = ""
    component: str = ""
    mode: str = ""
    currency: str = ""
    amount: int | None = None
    amount_kind: str = ""
    amount_min: int | None = None
    cap: str = ""
    cap_scope: str = ""
    once_only: str = ""
    status: str = "sourced"
    source_tag: str = ""
    source: str = ""
    note: str = ""

    @cached_property
    def selects(self) -> Selects:
        """Which date of the case picks this rule."""
        return selects_of(self.date_that_selects)

    @cached_property
    def moment(self) -> Moment:
        """What the condition says of the time of the application."""
        return moment_of(self.condition, self.beneficiary_category)

    @property
    def is_gap(self) -> bool:
        """A row that only marks that the amounts are not known."""
        return self.status == AMOUNT_NOT_KNOWN

    @property
    def mode_word(self) -> str:
        """How it is given, in one word."""
        return mode_of(self.mode)

    def is_for(self, kind: str) -> bool:
        """Does it speak of persons of this kind?"""
        return kind in kinds_of(self.person_kind)

    def in_group(self, group: str) -> bool:
        """Does it speak of countries of this group?"""
        return self.country_group == "any" or group in self.country_group.split("+")

    def covers(self, *words: str) -> bool:
        """Does the group of beneficiaries name any of these words?"""
        return any(word in self.beneficiary_category for word in words)

    def holds_for(self, days: dict[Selects, date | None]) -> Holds | None:
        """In force for a case with these dates? None: the date that would tell is missing."""
        if self.selects is Selects.ANY:
            found = {self.period.holds_on(day) for day in days.values() if day}
            return next((one for one in (Holds.YES, Holds.UNSURE) if one in found), Holds.NO)
        day = days.get(self.selects)
        return self.period.holds_on(day) if day else None


@dataclass(frozen=True, kw_only=True)
class ListEntry:
    """One country on a list or in a group, within a period."""

    scheme: str
    country: str
    group: str
    period: Period
    source_tag: str = ""
    note: str = ""


@dataclass(frozen=True)
class Found:
    """What the book says for a case: rules in force, rules that may be, and rules whose date is missing."""

    sure: tuple[Rule, ...] = ()
    unsure: tuple[Rule, ...] = ()
    undated: tuple[Rule, ...] = ()


@dataclass(frozen=True)
class RuleBook:
    """Every rule and list in force."""

    rules: tuple[Rule, ...] = ()
    entries: tuple[ListEntry, ...] = ()

    def of_scheme(self, scheme: str) -> list[Rule]:
        """Every rule of a scheme."""
        return self._rules_by_scheme.get(scheme, [])

    @cached_property
    def _rules_by_scheme(self) -> dict[str, list[Rule]]:
        return by_scheme(self.rules)

    @cached_property
    def _entries_by_scheme(self) -> dict[str, list["ListEntry"]]:
        return by_scheme(self.entries)

    def schemes(self) -> list[str]:
        """Every scheme, sorted."""
        return sorted({rule.scheme for rule in self.rules})

    def currency(self, scheme: str) -> str:
        """The currency in which a scheme pays."""
        return next((rule.currency for rule in self.of_scheme(scheme) if rule.currency), "EUR")

    def find(self, scheme: str, days: dict[Selects, date | None]) -> Found:
        """The rules of a scheme for a case with these dates."""
        by_answer: dict[Holds | None, list[Rule]] = {}
        for rule in self.of_scheme(scheme):
            by_answer.setdefault(rule.holds_for(days), []).append(rule)
        return Found(*(tuple(by_answer.get(answer, ())) for answer in (Holds.YES, Holds.UNSURE, None)))

    def list_entries(self, scheme: str, country: str = "") -> Iterable[ListEntry]:
        """Entries of a list, of one country or all."""
        return (one for one in self._entries_by_scheme.get(scheme, []) if country in ("", one.country))

    def groups_on(self, scheme: str, country: str, day: date) -> dict[str, Holds]:
        """The groups that a country is in on a day, each with how certain that is."""
        found = {}
        for entry in self.list_entries(scheme, country):
            holds = entry.period.holds_on(day)
            if holds is not Holds.NO and found.get(entry.group) is not Holds.YES:
                found[entry.group] = holds
        return found

    def sources_of_list(self, scheme: str, day: date | None = None, country: str = "") -> str:
        """Where a list of that day comes from."""
        entries = self.list_entries(scheme, country)
        return "+".join(sorted({one.source_tag for one in entries if not day or one.period.holds_on(day) != Holds.NO}))

    def list_is_certain_on(self, scheme: str, day: date) -> bool:
        """Does any entry of this list hold for certain on that day?"""
        return any(one.period.holds_on(day) is Holds.YES for one in self.list_entries(scheme))


def by_scheme(rows: Iterable) -> dict[str, list]:
    """Rules or entries by their scheme."""
    found: dict[str, list] = {}
    for row in rows:
        found.setdefault(row.scheme, []).append(row)
    return found
