"""Under which keys a person is looked up: whoever is strongly alike shares one, so that few are compared.

`n:` a number · `d:` the full birth date, day and month in either order · `m:`, `M:` the birth month of whom the day
is known, is not known · `p:` two words of the name as they are spoken · `y:` one spoken word with the birth year.
One index over all of them answers in milliseconds among ten thousand people.
"""

import hashlib
import json
from collections.abc import Iterator
from itertools import combinations, product

from cases.births import Precision
from returns.duplicates.births import APART, is_full
from returns.duplicates.likeness import Compared
from returns.duplicates.spelling import skeletons


def keys_of(person: Compared) -> list[str]:
    """The keys under which a person is stored."""
    return sorted({*_shared(person), *_years(person, (0,)), *_months(person)})


def asked_for(person: Compared) -> list[str]:
    """The keys of everybody who could be alike: the years around are asked for too."""
    around = range(-APART, APART + 1)
    return sorted({*_shared(person), *_years(person, around), *_months(person, is_asked=True)})


def digest_of(person: Compared) -> str:
    """Changes when, and only when, something changes that is compared."""
    numbers = sorted((one.kind, one.of, one.number) for one in person.numbers)
    births = [(one.precision, one.year, one.month, one.day) for one in person.births]
    facts = [person.names, person.native, births, person.sex, sorted(person.citizenships), numbers]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


def digest_of_both(one: str, other: str) -> str:
    """The same for two people, in whichever order."""
    return hashlib.sha256("".join(sorted([one, other])).encode()).hexdigest()


def _shared(person: Compared) -> Iterator[str]:
    yield from _numbers(person)
    yield from _days(person)
    yield from _pairs(person)


def _numbers(person: Compared) -> Iterator[str]:
    for one in person.numbers:
        yield f"n:{one.kind}:{one.number}"


def _days(person: Compared) -> Iterator[str]:
    for birth in person.births:
        if is_full(birth):
            low, high = sorted([birth.month, birth.day])
            yield f"d:{birth.year}-{low}-{high}"


def _months(person: Compared, *, is_asked: bool = False) -> Iterator[str]:
    """Who knows the day is found by who does not, but not by everybody born in that month."""
    for birth in person.births:
        kinds = "m" if is_full(birth) else "M" if birth.precision == Precision.MONTH else ""
        if is_asked and kinds:
            kinds = "M" if kinds == "m" else "mM"
        yield from (f"{kind}:{birth.year}-{birth.month}" for kind in kinds)


def _spoken(person: Compared) -> Iterator[list[frozenset[str]]]:
    for name in (*person.names, person.native):
        yield [skeletons(word) for word in name]


def _pairs(person: Compared) -> Iterator[str]:
    for name in _spoken(person):
        for one, other in combinations(name, 2):
            for pair in product(one, other):
                yield "p:" + "+".join(sorted(pair))


def _years(person: Compared, around: range | tuple[int, ...]) -> Iterator[str]:
    years = {birth.year + more for birth in person.births if birth.year for more in around}
    for name in _spoken(person):
        for year, word in product(years, name):
            yield from (f"y:{year}:{spoken}" for spoken in word)
