"""Reading people as they are compared, and finding those who could be alike, by one index."""

import re
from collections.abc import Collection, Iterable, Mapping

from django.db.models import Q
from django.utils import timezone

from accounts.models import Mandate
from cases.births import Birth
from cases.models import Member, NotTheSame, Person, PersonIdentifier
from returns.duplicates.keys import asked_for, digest_of, keys_of
from returns.duplicates.likeness import Compared, Number
from returns.duplicates.spelling import words_of
from returns.models import DuplicateKeys

SHORTEST = 5  # signs of a number that is one
MARKS = re.compile(r"[\W_]+")


def of_returns(people: Collection[int]) -> set[int]:
    """Those of these people who are in a return, in whatever country. Asked at every change of anybody: one question,
    over the index of members, whatever Postgres knows of the tables."""
    members = Member.objects.filter(case__mandate=Mandate.RETURNS, person__in=people)
    return set(members.values_list("person", flat=True)) if people else set()


def compared(people: Iterable[int]) -> dict[int, Compared]:
    """These people as they are compared, in two questions."""
    people = list(people)
    numbers: dict[int, set[Number]] = {}
    for one in PersonIdentifier.objects.filter(person__in=people):
        if len(number := normalised(one.number)) >= SHORTEST:
            of = str(one.issuer_id or one.country)
            numbers.setdefault(one.person_id, set()).add(Number(one.kind, of, number))
    return {one.pk: _compared(one, numbers.get(one.pk, set())) for one in Person.objects.filter(pk__in=people)}


def normalised(number: str) -> str:
    """Letters and digits alone: 826-00012345 and 826 00012345 are one number."""
    return MARKS.sub("", number).upper()


def _compared(person: Person, numbers: set[Number]) -> Compared:
    names = [words_of(f"{person.family_name} {person.given_names}"), words_of(person.document_name)]
    births = [person.birth]
    if person.document_birth_date:
        births.append(Birth.on(person.document_birth_date))
    return Compared(
        names=tuple(dict.fromkeys(name for name in names if name)), native=words_of(person.native_name),
        births=tuple(births), sex=person.sex, citizenships=frozenset(person.citizenships), numbers=frozenset(numbers),
    )  # fmt: skip


def store_keys(people: Mapping[int, Compared]) -> None:
    """Keep under which keys these people are found by those who come after them."""
    now = timezone.now()
    rows = [
        DuplicateKeys(person_id=key, keys=keys_of(one), digest=digest_of(one), looked_at=now)
        for key, one in people.items()
    ]
    DuplicateKeys.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["person"], update_fields=["keys", "digest", "looked_at"]
    )


def could_be(person: int, facts: Compared, also: Iterable[int] = ()) -> set[int]:
    """People of other returns who share a key with this one, or are in `also`; members of one case are two people."""
    found = DuplicateKeys.objects.filter(keys__overlap=asked_for(facts)).values_list("person", flat=True)
    candidates = {*found, *also} - known_others(person)
    return of_returns(candidates)


def known_others(person: int) -> set[int]:
    """The person, those who stand in one case with the person, and those judged to be somebody else."""
    together = Member.objects.filter(case__members__person=person).values_list("person", flat=True)
    judged = NotTheSame.objects.filter(Q(first=person) | Q(second=person)).values_list("first", "second")
    return {person, *together, *(key for pair in judged for key in pair)}
