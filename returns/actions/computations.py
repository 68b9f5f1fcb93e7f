"""Computing the grant of a case, keeping what came out, and what a new decree changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from accounts.models import User
from cases.actions.events import record_event
from cases.models import Case, EventKind
from returns.models import Computation, RuleSet
from returns.rulebook import read_book
from returns.rules.answer import Answer
from returns.rules.as_printed import printed
from returns.rules.book import RuleBook
from returns.rules.compute import compute
from returns.rules.kept import kept


@dataclass(frozen=True)
class Effect:
    """What a decree does to one open computation: what came out before, what would come out now."""

    computation: Computation
    before: Mapping[str, Any]
    after: Mapping[str, Any]

    @property
    def changes(self) -> bool:
        """Is the outcome, the sum or a rule another one?"""
        return any(self.before.get(name) != self.after[name] for name in ("outcome", "total", "rule_ids"))

    @property
    def difference(self) -> int | None:
        """More or less money; none where there was or is no sum."""
        before, after = self.before.get("total"), self.after["total"]
        return None if before is None or after is None else after - before


@transaction.atomic
def compute_case(*, case: Case, scheme: str, inputs: Mapping[str, Any], by: User) -> Computation:
    """Compute a case by the rules in force and keep the answer; the latest one is current."""
    Case.objects.select_for_update().get(pk=case.pk)  # two computations at once would both be current
    return _keep(case, scheme, inputs, compute(read_book(), scheme, inputs), by)


def recompute_open(rule_set: RuleSet | None = None) -> Iterator[Effect]:
    """What every open computation comes to now, or would with this draft in force. Nothing is written."""
    book = read_book(also=rule_set)
    current = Computation.objects.open().select_related("case").order_by("case__reference")
    if rule_set is not None:
        current = current.filter(scheme__in=schemes_read_by(rule_set.scheme))
    for computation in current.iterator():
        yield _effect(book, computation)


def schemes_read_by(scheme: str) -> list[str]:
    """The schemes whose computation reads a set of this name: stop lists serve the scheme of their country."""
    return ["FI-PALUU"] if scheme.startswith("FI-RETURN-STOP") else [scheme]


@transaction.atomic
def compute_anew(*, scheme: str, by: User) -> int:
    """Keep a new answer for each open computation that a decree changed; gives how many."""
    book = read_book()
    changed = 0
    for computation in Computation.objects.open().select_related("case").filter(scheme__in=schemes_read_by(scheme)):
        effect = _effect(book, computation)
        if effect.changes:
            changed += 1
            answer = compute(book, computation.scheme, computation.inputs)
            _keep(computation.case, computation.scheme, computation.inputs, answer, by)
    return changed


def _effect(book: RuleBook, computation: Computation) -> Effect:
    return Effect(
        computation, computation.answer, printed(compute(book, computation.scheme, computation.inputs))
    )  # fmt: skip


def _keep(case: Case, scheme: str, inputs: Mapping[str, Any], answer: Answer, by: User) -> Computation:
    Computation.objects.filter(case=case, scheme=scheme, is_current=True).update(is_current=False)
    made = Computation.objects.create(
        case=case, scheme=scheme, inputs=inputs, answer=kept(answer), outcome=answer.outcome.value,
        total=answer.total, currency=answer.currency, computed_by=by,
    )  # fmt: skip
    facts = {"scheme": scheme, "outcome": made.outcome, "total": made.total, "currency": made.currency}
    record_event(case=case, kind=EventKind.DECISION, verb="returns.computed", by=by, facts=facts)
    return made
