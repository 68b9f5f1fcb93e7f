"""A later decision gives other days than before: what it gives now is held, who has just that already is left alone."""

from collections.abc import Iterable, Sequence

from accounts.models import User
from cases.models import Case, Person
from travel.actions.clearances import hold_clearance
from travel.given import Held
from travel.models import ClearanceState


def hold_given(*, case: Case, given: Iterable[tuple[Person, Held]], by: User | None, source: dict) -> None:
    """Hold what a decision gives to these people, one act for all who get the same."""
    people_of: dict[Held, list[Person]] = {}
    for person, held in given:
        people_of.setdefault(held, []).append(person)
    for held, people in people_of.items():
        if changed := differing(case, people, held):
            hold_clearance(
                case=case, people=changed, kind=held.kind, by=by, valid_from=held.valid_from,
                valid_until=held.valid_until, source=source,
            )  # fmt: skip


def differing(case: Case, people: Sequence[Person], held: Held) -> list[Person]:
    """Those for whom this is not already held in just these days."""
    same = case.clearances.filter(kind=held.kind, state=ClearanceState.HELD, person__in=people)
    same = same.filter(valid=held.days) if held.days else same.filter(valid=None)
    kept = set(same.values_list("person", flat=True))
    return [person for person in people if person.pk not in kept]
