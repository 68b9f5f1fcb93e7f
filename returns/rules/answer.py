"""What the computation answers: lines with their reasons, a refusal with its reason, or a question to a person."""

from dataclasses import dataclass, field
from enum import StrEnum

from returns.rules.book import Rule


class Outcome(StrEnum):
    """A grant is computed, refused, or a person must answer a question first."""

    COMPUTED = "computed"
    REFUSED = "refused"
    NEEDS_PERSON = "needs_person"


@dataclass(frozen=True)
class Reason:
    """A phrase by its code (`sentences.py`) and the facts that fill it; put into words in the reader's language."""

    code: str
    facts: tuple[tuple[str, object], ...] = ()

    @classmethod
    def of(cls, code: str, **facts: object) -> "Reason":
        """`Reason.of("days_after_service", days=12)`."""
        return cls(code, tuple(sorted(facts.items())))


class Stop(Exception):
    """The computation ends without an amount."""

    def __init__(self, code: str, *rules: Rule, **facts: object) -> None:
        super().__init__(code)
        self.reason = Reason.of(code, **facts)
        self.rules = rules


class Ask(Stop):
    """The sources do not tell: a person must answer. The computation never guesses."""


class Refuse(Stop):
    """No grant, and why."""


@dataclass(frozen=True)
class Line:
    """One amount for one person: what for, how, how much, by which rule and why."""

    person: int
    kind: str
    rule: Rule
    amount: int
    because: tuple[Reason, ...] = ()

    @property
    def is_ceiling(self) -> bool:
        """At most this amount, rather than this amount?"""
        return self.rule.amount_kind == "max"


@dataclass(frozen=True)
class Cut:
    """A cap that was exceeded: its word, whose it is, its height, and the sum before it."""

    word: str
    scope: str = ""
    limit: int = 0
    before: int = 0
    rule: Rule | None = None


@dataclass(frozen=True)
class Answer:
    """The whole answer for one case."""

    scheme: str
    outcome: Outcome
    currency: str
    lines: tuple[Line, ...] = ()
    total: int | None = None
    cuts: tuple[Cut, ...] = ()
    cash_granted: int | None = None
    reason: Reason | None = None
    rules: tuple[Rule, ...] = ()
    notes: tuple[Reason, ...] = ()

    @property
    def total_fixed(self) -> int:
        """The part of the total that is not a ceiling."""
        return min(self.total or 0, sum(line.amount for line in self.lines if not line.is_ceiling))

    @property
    def is_ceiling(self) -> bool:
        """Is at least one line a ceiling?"""
        return any(line.is_ceiling for line in self.lines)

    @property
    def rule_ids(self) -> list[str]:
        """The rules it rests on."""
        found = {line.rule.rule_id for line in self.lines} | {rule.rule_id for rule in self.rules}
        return sorted(found | {cut.rule.rule_id for cut in self.cuts if cut.rule})


@dataclass(frozen=True)
class Sum:
    """Lines and what they come to, before the answer is written."""

    lines: tuple[Line, ...]
    cuts: tuple[Cut, ...] = ()
    total: int = 0
    cash_granted: int | None = None
    notes: tuple[Reason, ...] = field(default=())
