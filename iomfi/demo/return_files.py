"""The decision files of the demo's returns, written from the layouts themselves, and who is in them."""

import csv
import io
from dataclasses import dataclass
from datetime import date, timedelta

from openpyxl import Workbook

from decisions.layouts import LAYOUTS
from decisions.layouts.vocabularies import VOCABULARIES

DECIDED = 75  # days ago
LAYOUT_OF = {"FI": "FI-PALUU", "SE": "SE-ATER", "IS": "IS-HEIM"}
NUMBER_OF = {"FI": "PAL-2026-{:05}", "SE": "14-{:06}", "IS": "2026{:04}"}


@dataclass(frozen=True)
class Returnee:
    """One person as the file has the person; `born` is how many years ago."""

    family_name: str
    given_names: str
    sex: str
    born: int
    relation: str = "principal"


@dataclass(frozen=True)
class Household:
    """One decided return: where from, where to, and the stage to which the demo brings it."""

    number: int
    country: str
    citizenship: str
    place: str
    language: str
    end: str
    people: tuple[Returnee, ...]
    amount: int = 0
    category: str = "rejected"

    @property
    def case_number(self) -> str:
        """In the authority's own manner."""
        return NUMBER_OF[self.country].format(self.number)


HOUSEHOLDS = (
    Household(41207, "FI", "IRQ", "Basra", "arabia", "arrived", (
        Returnee("Al-Rubaie", "Haider Karim", "M", 41), Returnee("Al-Rubaie", "Shahad", "F", 37, "spouse"),
        Returnee("Al-Rubaie", "Yasir", "M", 12, "child"), Returnee("Al-Rubaie", "Tabarak", "F", 8, "child"),
    ), 5300),
    Household(41311, "FI", "IRQ", "Baghdad", "arabia", "arrived", (Returnee("Najm", "Laith", "M", 33),), 2000),
    Household(41398, "FI", "BGD", "Sylhet", "bengali", "documents", (Returnee("Chowdhury", "Rafiq", "M", 29),), 5300),
    Household(41420, "FI", "IRQ", "Baghdad", "arabia", "charter", (
        Returnee("Al-Zaidi", "Nabil", "M", 44), Returnee("Al-Zaidi", "Rasha", "F", 40, "spouse"),
        Returnee("Al-Zaidi", "Dima", "F", 10, "child"),
    ), 5300),
    Household(41433, "FI", "IRQ", "Karbala", "arabia", "charter", (Returnee("Jawad", "Mustafa", "M", 26),), 2000),
    Household(41447, "FI", "IRQ", "Baghdad", "arabia", "charter", (Returnee("Hatem", "Suad", "F", 51),), 2000),
    Household(41455, "FI", "SOM", "Hargeysa", "somali", "documents", (
        Returnee("Samatar", "Guuleed Jaamac", "M", 35),
    ), 5300),
    Household(720551, "SE", "SOM", "Hargeysa", "somaliska", "arrived_lately", (
        Returnee("Samatar", "Guled Jama", "M", 35),
    ), 30000),
    Household(720602, "SE", "IRQ", "Mosul", "arabiska", "arrived_lately", (Returnee("Yunis", "Omar", "M", 29),), 30000),
    Household(720874, "SE", "IRQ", "Mosul", "arabiska", "ready", (
        Returnee("Sabri", "Iman", "F", 45), Returnee("Sabri", "Saif", "M", 16, "child"),
    ), 30000),
    Household(720990, "SE", "ETH", "Jimma", "amhariska", "on_hold", (Returnee("Bekele", "Tigist", "F", 27),), 30000),
    Household(720880, "SE", "IRQ", "Baghdad", "arabiska", "documents", (Returnee("Najim", "Layth", "M", 33),), 30000),
    Household(720912, "SE", "NGA", "Lagos", "engelska", "documents", (Returnee("Adeyemi", "Tunde", "M", 38),), 30000),
    Household(3127, "IS", "NGA", "Benin City", "enska", "withdrawn", (Returnee("Osagie", "Blessing", "F", 31),), 2000),
    Household(3188, "IS", "NGA", "Lagos", "enska", "booked", (Returnee("Adeyemi", "Tunde", "M", 38),), 2000),
)  # fmt: skip


def return_file(country: str, decided_on: date) -> tuple[str, bytes]:
    """The name and the bytes of one authority's file with all its households."""
    rows = [
        row_of(house, person, place, decided_on)
        for house in HOUSEHOLDS if house.country == country for place, person in enumerate(house.people, 1)
    ]  # fmt: skip
    return as_file(country, rows, decided_on)


def as_file(country: str, rows: list[dict], decided_on: date) -> tuple[str, bytes]:
    """Rows under the official headers of the layout: XLSX from Finland and Iceland, CSV from Sweden."""
    layout = LAYOUTS[LAYOUT_OF[country]]
    fields = [name for name in layout.fields if any(row.get(name) not in (None, "") for row in rows)]
    table = [[layout.fields[name].header for name in fields], *([row.get(name) for name in fields] for row in rows)]
    return f"{layout.name.lower()}_{decided_on.isoformat()}.{layout.file}", written(table, layout.file)


def row_of(house: Household, person: Returnee, place: int, decided_on: date) -> dict:
    """One person's values in the words of the authority."""
    layout = LAYOUTS[LAYOUT_OF[house.country]]
    born = decided_on.replace(year=decided_on.year - person.born, day=min(decided_on.day, 28)) - timedelta(days=47)
    money = {"reintegration_grant": house.amount, "travel_grant": 200} if house.country == "IS" else {
        "amount": house.amount if person.relation != "child" or house.country == "FI" else house.amount // 2
    }  # fmt: skip
    codes = {
        "sex": person.sex, "relation": person.relation, "decision_outcome": "positive",
        "beneficiary_category": house.category, "assistance_form": "cash" if house.country == "SE" else "in_kind",
    }  # fmt: skip
    words = {name: in_words(layout.fields[name].vocabulary, code, layout.language) for name, code in codes.items()}
    said = {
        "case_number": house.case_number, "person_number": f"{house.number}{place:02}",
        "family_name": person.family_name, "given_names": person.given_names, "date_of_birth": born,
        "citizenship": house.citizenship, "return_country": house.citizenship, "return_place": house.place,
        "application_date": decided_on - timedelta(days=30), "decision_date": decided_on,
        "first_decision_served_date": decided_on - timedelta(days=42), "language": house.language,
        "earliest_departure_date": decided_on + timedelta(days=14),
        "latest_departure_date": decided_on + timedelta(days=200),
    }  # fmt: skip
    if house.country == "FI":
        words["police_statement"] = in_words("yesno", "yes", "fi")
    return {name: value for name, value in (said | words | money).items() if name in layout.fields}


def in_words(vocabulary: str, code: str, language: str) -> str:
    """A code in the authority's own word."""
    return VOCABULARIES[vocabulary][code][language][0]


def written(table: list[list], kind: str) -> bytes:
    """The bytes of the file."""
    if kind == "csv":
        out = io.StringIO()
        lines = [[one.isoformat() if isinstance(one, date) else one for one in row] for row in table]
        csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(lines)
        return out.getvalue().encode("cp1252")
    book = Workbook()
    for row in table:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
