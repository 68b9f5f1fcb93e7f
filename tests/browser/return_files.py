"""Decision files about returns that liaisons send in these tests: people whom the portal does not know yet."""

import secrets
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from django.utils import timezone

from iomfi.demo.families import Relative
from iomfi.demo.return_files import Household, Returnee, as_file, row_of

BLESSING = Household(0, "IS", "NGA", "Benin City", "enska", "", (Returnee("", "Blessing Efe", "F", 31),), 2000)
GULED = Household(0, "SE", "SOM", "Hargeysa", "somaliska", "", (Returnee("", "Guled Warsame", "M", 35),), 30000)
IRAQI_FAMILY = Household(0, "FI", "IRQ", "Basra", "arabia", "", (
    Returnee("", "Haider Karim", "M", 41), Returnee("", "Shahad", "F", 37, "spouse"),
    Returnee("", "Yasir", "M", 12, "child"), Returnee("", "Tabarak", "F", 8, "child"),
), 5300)  # fmt: skip
COUPLE = Household(0, "FI", "IRQ", "Baghdad", "arabia", "", (
    Returnee("", "Ammar", "M", 52), Returnee("", "Suad", "F", 49, "spouse"),
), 5300)  # fmt: skip
ALONE = Household(0, "FI", "IRQ", "Baghdad", "arabia", "", (Returnee("", "Hisham", "M", 27),), 5300)
SYLLABLES = ("ba", "do", "ke", "li", "mo", "na", "ri", "su", "ta", "ve")
DIGITS = {"FI": 90_000, "SE": 900_000, "IS": 9_000}  # how many case numbers an authority has


@dataclass(frozen=True)
class Decided:
    """One decided return: how the authority calls it, its file, and its people as an airline knows them."""

    number: str
    file: Path
    people: list[Relative]

    @property
    def name(self) -> str:
        """The family name of all of them."""
        return self.people[0].family_name


def unknown(house: Household) -> Household:
    """The same household with a number and a family name of its own."""
    name = "".join(secrets.choice(SYLLABLES) for __ in range(4)).capitalize()
    number = DIGITS[house.country] // 9 + secrets.randbelow(DIGITS[house.country] * 8 // 9)
    return replace(house, number=number, people=tuple(replace(one, family_name=name) for one in house.people))


def decided(folder: Path, house: Household, **said: date | str) -> Decided:
    """The authority's file about a household, decided a month ago; `said` replaces what its rows would say."""
    house, decided_on = unknown(house), timezone.localdate() - timedelta(days=30)
    rows = [row_of(house, one, place, decided_on) | said for place, one in enumerate(house.people, 1)]
    for row in rows:
        row["earliest_departure_date"] = timezone.localdate() - timedelta(days=7)
        row["latest_departure_date"] = timezone.localdate() + timedelta(days=90)
    people = [
        Relative(one.family_name, one.given_names, one.sex, row["date_of_birth"], one.relation)
        for one, row in zip(house.people, rows, strict=True)
    ]
    name, content = as_file(house.country, rows, decided_on)
    path = folder / f"{house.number}-{name}"
    path.write_bytes(content)
    return Decided(house.case_number, path, people)


def after_the_appeal() -> dict[str, date]:
    """What Iceland's file says of somebody who applied after the appeal and before the deadline to leave."""
    today = timezone.localdate()
    return {
        "application_date": today - timedelta(days=60), "appeal_outcome_date": today - timedelta(days=75),
        "departure_deadline": today + timedelta(days=60),
    }  # fmt: skip


def under_the_decree_of_2024() -> dict[str, date]:
    """What Finland's file says of a family who applied twelve days after the first decision, in the decree's time."""
    return {
        "first_decision_served_date": date(2025, 11, 8), "application_date": date(2025, 11, 20),
        "decision_date": date(2025, 12, 15),
    }  # fmt: skip
