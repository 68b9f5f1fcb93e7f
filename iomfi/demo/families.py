"""The families of the demo world: drawn from the pools of names, the same in every clone."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from iomfi.demo.names import ORIGINS, Origin


@dataclass
class Relative:
    """One person of a family. `born` may be a year alone."""

    family_name: str
    given_names: str
    sex: str
    born: date | int
    relation: str
    needs: tuple[str, ...] = ()
    single_name: bool = False


@dataclass
class Family:
    """One case as the authority's file has it; `end` is the stage to which the demo brings it."""

    number: str
    country: str
    origin: Origin
    end: str
    category: str
    municipality: str
    people: list[Relative] = field(default_factory=list)
    place_known: bool = True

    @property
    def principal(self) -> Relative:
        """The principal applicant."""
        return self.people[0]


# How many cases of each country end in which stage: some forty in all, every stage met
ENDS = {
    "FI": ("received", "received", "documents", "documents", "documents", "documents", "ready", "ready", "ready",
           "booked", "booked", "eleven", "needs_person", "departed", "arrived", "handed_over", "handed_over",
           "on_hold", "withdrawn"),
    "SE": ("received", "documents", "documents", "documents", "ready", "ready", "booked", "departed", "arrived",
           "handed_over", "handed_over", "handed_over", "on_hold", "cancelled"),
    "IS": ("received", "documents", "documents", "ready", "booked", "arrived", "handed_over", "handed_over"),
}  # fmt: skip
PLACES = {"FI": ("179", "564", "837", "698", "905"), "SE": ("2480", "1980", "2080"), "IS": ("6000", "8200")}
NEEDS = ((), (), (), ("wheelchair",), ("medication",), ("hearing",), ("visual",), ("pregnancy",))


def all_families(today: date) -> list[Family]:
    """Every family of the demo; ages are counted from today so that infants stay infants."""
    draw = random.Random(2026)  # noqa: S311 - the demo must be the same every time
    families = []
    for country, ends in ENDS.items():
        for place, end in enumerate(ends):
            families.append(make_family(draw, country, place, end, today))
    return families


def make_family(draw: random.Random, country: str, place: int, end: str, today: date) -> Family:
    """One family; every fifth comes by family reunification."""
    origin = ORIGINS[country][place % len(ORIGINS[country])]
    category = "family_state_paid" if place % 5 == 4 else "quota"
    family = Family(
        number_of(country, place), country, origin, end, category, PLACES[country][place % len(PLACES[country])],
        place_known=end != "received" or place % 2 == 1,
    )  # fmt: skip
    size = 11 if end == "eleven" else draw.choice((1, 2, 3, 4, 4, 5, 6))
    family.people = make_people(draw, origin, size, today)
    if place == 2:  # people with one name are met on every page
        family.principal.family_name, family.principal.single_name = "", True
    return family


def number_of(country: str, place: int) -> str:
    """A case number in the authority's own manner."""
    number = 14872 + place * 977
    return {"FI": f"UMA/{number}/2026", "SE": f"{50 + place}-{number * 7}", "IS": f"2026-{number}"}[country]


def make_people(draw: random.Random, origin: Origin, size: int, today: date) -> list[Relative]:
    """Parents, children, and in large families a grandparent whose birthday nobody wrote down."""
    name = draw.choice(origin.family_names)
    people = [
        Relative(name, draw.choice(origin.women), "F", born(draw, today, 24, 44), "principal", draw.choice(NEEDS))
    ]
    if size > 2:
        people.append(Relative(name, draw.choice(origin.men), "M", born(draw, today, 26, 50), "spouse"))
    if size > 4:
        other = draw.choice(origin.family_names)
        people.append(Relative(other, draw.choice(origin.women), "F", today.year - 71, "parent", ("wheelchair",)))
    while len(people) < size:
        youngest = len(people) == size - 1 and size > 3
        sex = draw.choice("FM")
        child = Relative(name, draw.choice(origin.women if sex == "F" else origin.men), sex, date.min, "child")
        child.born = born(draw, today, 0, 0) if youngest else born(draw, today, 2, 16)
        child.needs = ("infant",) if youngest else ()
        people.append(child)
    return distinct(people, origin)


def born(draw: random.Random, today: date, youngest: int, oldest: int) -> date:
    """A birthday of somebody between two ages, never the 1 January that stands for a day not known."""
    day = today - timedelta(days=draw.randint(youngest * 365 + 120, oldest * 365 + 340))
    return day + timedelta(days=1) if (day.month, day.day) == (1, 1) else day


def distinct(people: list[Relative], origin: Origin) -> list[Relative]:
    """Two of a family never share a given name: the next free one of the pool is taken."""
    taken: set[str] = set()
    for person in people:
        pool = origin.women if person.sex == "F" else origin.men
        free = [name for name in pool if name not in taken]
        if person.given_names in taken:
            person.given_names = free[0] if free else f"{person.given_names} {pool[0]}"
        taken.add(person.given_names)
    return people
