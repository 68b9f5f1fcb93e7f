"""How alike two people are, and why: numbers first, then names with birth dates. Order never matters.

Strong: the same number of an issuer; or names and birth dates that one person would have in two files. It stops money
until somebody decides. Possible: worth a look. Below that nobody is shown to anybody.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product

from cases.births import Birth
from returns.duplicates.births import WEIGHTS, Births, births_alike
from returns.duplicates.spelling import NameLikeness, names_alike

LEAST_NAME, LEAST = 0.7, 0.74
STRONG, STRONG_NAME = 0.84, 0.75
STRONG_NAME_BY_YEAR = 0.92  # with no more than the year, every word of the name must be alike
OTHER_SEX, OTHER_CITIZENSHIP = 0.2, 0.05
CLOSE = (Births.SAME_DAY, Births.SWAPPED, Births.SAME_MONTH)


@dataclass(frozen=True)
class Number:
    """A number of an issuer, normalised; `of` is the issuer or the country, empty where nobody said."""

    kind: str
    of: str
    number: str

    def is_same(self, other: "Number") -> bool:
        """The same number; a travel document of which only one side knows the country is the same too."""
        return (self.kind, self.number) == (other.kind, other.number) and (
            self.of == other.of or not self.of or not other.of
        )


@dataclass(frozen=True)
class Compared:
    """What of a person is compared: nothing else of a file matters here, and nothing else is shown of a strange one."""

    names: tuple[tuple[str, ...], ...] = ()
    native: tuple[str, ...] = ()
    births: tuple[Birth, ...] = ()
    sex: str = "X"
    citizenships: frozenset[str] = frozenset()
    numbers: frozenset[Number] = frozenset()


@dataclass(frozen=True)
class Likeness:
    """The outcome: `reasons` are codes with facts, put into words by `sentences`."""

    score: float
    is_strong: bool
    reasons: list[dict] = field(default_factory=list)


def compare(one: Compared, other: Compared) -> Likeness | None:
    """How alike; None where there is nothing to ask."""
    numbers, name = same_numbers(one.numbers, other.numbers), best_name(one, other)
    births = best_births(one.births, other.births)
    against = contrary(one, other)
    reasons = [{"code": "same_number", "kind": kind} for kind in numbers]
    reasons += [{"code": "names", "score": name.score, "words": [list(pair) for pair in name.different]}]
    reasons += [{"code": "births", "how": births.value}, *({"code": code} for code in against)]
    if numbers:
        return Likeness(1.0, True, reasons)
    score = 0.6 * name.score + 0.4 * WEIGHTS[births]
    score = round(score - sum(PENALTIES[code] for code in against), 2)
    if name.score < LEAST_NAME or score < LEAST or (name.words == 1 and births == Births.UNKNOWN):
        return None
    return Likeness(score, is_strong(score, name, births, against), reasons)


PENALTIES = {"sex_differs": OTHER_SEX, "citizenship_differs": OTHER_CITIZENSHIP}


def is_strong(score: float, name: NameLikeness, births: Births, against: Iterable[str]) -> bool:
    """Would one person look like that in two files? One word of a name says so only with the full date."""
    if score < STRONG or "sex_differs" in against:
        return False
    least = STRONG_NAME if births in CLOSE else STRONG_NAME_BY_YEAR
    return name.score >= least and (name.words > 1 or births == Births.SAME_DAY)


def same_numbers(one: Iterable[Number], other: Iterable[Number]) -> list[str]:
    """The kinds of numbers that both hold."""
    return sorted({a.kind for a, b in product(one, other) if a.is_same(b)})


def best_name(one: Compared, other: Compared) -> NameLikeness:
    """The best of all spellings on record: as told, as in the travel document, in the original script."""
    found = [names_alike(a, b) for a, b in product(one.names, other.names)]
    found.append(names_alike(one.native, other.native))
    return max(found, key=lambda name: (name.score, name.words, -len(name.different)))


def best_births(one: Iterable[Birth], other: Iterable[Birth]) -> Births:
    """The best of the dates told and printed."""
    found = [births_alike(a, b) for a, b in product(one, other)]
    return max(found, key=lambda births: WEIGHTS[births], default=Births.UNKNOWN)


def contrary(one: Compared, other: Compared) -> list[str]:
    """What speaks against it."""
    found = []
    if "X" not in (one.sex, other.sex) and one.sex != other.sex:
        found.append("sex_differs")
    if one.citizenships and other.citizenships and not one.citizenships & other.citizenships:
        found.append("citizenship_differs")
    return found
