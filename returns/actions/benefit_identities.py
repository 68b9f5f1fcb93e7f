"""Keeping in step who counts as one person for grants: by decisions in force, and by merges that were not undone."""

from collections.abc import Iterable

from django.db import connection, transaction
from django.db.models import Q

from cases.models import Merge
from returns.guards.identities import ONE_AT_A_TIME
from returns.models import BenefitIdentity, DuplicatePair, PairState


@transaction.atomic
def join_identities(people: Iterable[int]) -> None:
    """Give everybody who is one person with these people the same identity, and nobody else."""
    people = set(people)
    if not (BenefitIdentity.objects.filter(person__in=people).exists() or next(neighbours(people), None)):
        return
    with connection.cursor() as cursor:  # no grant is promised or approved while it is being worked out
        cursor.execute(f"SELECT {ONE_AT_A_TIME}")
    identities = BenefitIdentity.objects.filter(person__in=people).values_list("identity", flat=True)
    people |= set(BenefitIdentity.objects.filter(identity__in=list(identities)).values_list("person", flat=True))
    while people:
        group = everybody_with(people.pop())
        people -= group
        BenefitIdentity.objects.bulk_create(
            [BenefitIdentity(person_id=person, identity=min(group)) for person in sorted(group)],
            update_conflicts=True, unique_fields=["person"], update_fields=["identity"],
        )  # fmt: skip


def everybody_with(person: int) -> set[int]:
    """All records that are this person, step by step: one is two's, two is three's."""
    group, fresh = {person}, {person}
    while fresh:
        fresh = {other for pair in neighbours(fresh) for other in pair} - group
        group |= fresh
    return group


def neighbours(people: Iterable[int]):
    """Pairs of records that are one person, with one of these."""
    people = list(people)
    decided = DuplicatePair.objects.filter(state=PairState.SAME).of(*people)
    yield from decided.values_list("first", "second")
    merged = Merge.objects.filter(Q(kept__in=people) | Q(gone__in=people), undone_at=None)
    yield from merged.values_list("kept", "gone")
