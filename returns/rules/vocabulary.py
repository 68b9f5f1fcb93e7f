"""The words of the rule tables that the computation reads: person kinds, modes, selecting dates, moments.

A decree loaded tomorrow is written in the same words; the loader refuses a word that is not here.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

ADULT, CHILD, ALONE = "adult", "child", "unaccompanied_minor"
KINDS = (ADULT, CHILD, ALONE)
EVERYBODY = frozenset(KINDS)
PERSON_KINDS = {
    "adult": {ADULT},
    "adult (18+)": {ADULT},
    "adult (principal)": {ADULT},
    "principal": EVERYBODY,
    "child": {CHILD},
    "child with family": {CHILD},
    "under 18": {CHILD, ALONE},
    "unaccompanied minor": {ALONE},
    "dependent family member": {ADULT, CHILD},
    "(minor) family member": {CHILD},
    "couple": {ADULT},
    "any": EVERYBODY,
    "any (no separate child rate)": EVERYBODY,
    "each of applicant, spouse and children": EVERYBODY,
    "per person": EVERYBODY,
}
MODES = {
    "cash": "cash",
    "in-kind": "in_kind",
    "in-kind first, Migri sets split": "in_kind_first",
    "cash at Keflavík, paid by IDI": "cash_at_airport",
    "cash or in-kind": "cash_or_in_kind",
    "in-kind, at most half cash": "in_kind_max_half_cash",
    "services or cash": "services_or_cash",
    "services, or cash if services not used": "services_or_cash",
    "travel cost": "travel_cost",
    "any": "any",
    "none": "none",
    "": "",
}
AMOUNT_KINDS = ("fixed", "max", "range", "discretionary", "actual cost", "")
STATUSES = (
    "sourced", "carried_over", "conflicting", "start_date_unknown", "superseded_date_unknown", "unknown",
)  # fmt: skip


class Selects(Enum):
    """Which date of the case picks the rule."""

    DECISION = "decision"
    APPLICATION = "application"
    RETURN = "return"
    ANY = ""


class Moment(Enum):
    """When somebody applied, as conditions of rules say it."""

    NONE = ""
    WITHIN_DAYS = "within_days"
    AFTER_DAYS = "after_days"
    OLD_EVENT_IN_TIME = "old_event_in_time"
    OLD_EVENT_LATE = "old_event_late"
    RAISED = "raised"
    BEFORE_OUTCOME = "before_outcome"
    AFTER_OUTCOME = "after_outcome"
    AFTER_DEADLINE = "after_deadline"


CONDITIONS = (
    (Moment.WITHIN_DAYS, re.compile(r"applied (?:<=|≤) ?(\d+) days from service")),
    (Moment.AFTER_DAYS, re.compile(r"applied > ?(\d+) days after")),
    (Moment.RAISED, re.compile(r"raised on special grounds")),
    (Moment.BEFORE_OUTCOME, re.compile(r"applied before appeal outcome")),
    (Moment.AFTER_OUTCOME, re.compile(r"applied after appeal outcome but before departure deadline")),
    (Moment.AFTER_DEADLINE, re.compile(r"applied after departure deadline")),
)
OLD_EVENT = re.compile(r"served or application cancelled before (\d{1,2})\.(\d{1,2})\.(\d{4})")


@dataclass(frozen=True)
class Limit:
    """A ceiling on a sum: of whom, how much."""

    scope: str
    amount: int


def kinds_of(words: str) -> frozenset[str]:
    """The kinds of person that a rule speaks of."""
    return frozenset(PERSON_KINDS.get(words, ()))


def mode_of(words: str) -> str:
    """How something is given, in one word."""
    return MODES.get(words, words)


def selects_of(words: str) -> Selects:
    """Which date picks the rule: the first word of the column says it."""
    first = words.split(" ", maxsplit=1)[0] if words else ""
    return next((one for one in Selects if one.value == first), Selects.ANY)


def moment_of(condition: str, beneficiaries: str = "") -> Moment:
    """What a condition says of the time of the application."""
    if OLD_EVENT.search(beneficiaries):
        return Moment.OLD_EVENT_LATE if condition.startswith("applied after") else Moment.OLD_EVENT_IN_TIME
    return next((moment for moment, pattern in CONDITIONS if pattern.search(condition)), Moment.NONE)


def days_in(condition: str) -> int:
    """The number of days in a condition such as "applied <=30 days from service …"."""
    return next(int(found[1]) for __, pattern in CONDITIONS[:2] if (found := pattern.search(condition)))


def day_in(beneficiaries: str) -> date:
    """The day before which a decision must have been served to count as an old one."""
    day, month, year = OLD_EVENT.search(beneficiaries).groups()
    return date(int(year), int(month), int(day))


def limit_of(cap: str, scope: str) -> Limit | None:
    """A ceiling in money; shares such as 50% are not."""
    return Limit(scope, int(cap)) if cap.isdigit() else None
