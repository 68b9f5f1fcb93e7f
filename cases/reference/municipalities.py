"""Municipalities of Finland, Sweden and Iceland by their official codes."""

from dataclasses import dataclass
from functools import cache

from cases.reference.table import rows

NAME_COLUMNS = {"FI": ("name_fi", "name_sv"), "SE": ("name", "name_long"), "IS": ("name",)}


@dataclass(frozen=True)
class Municipality:
    """One municipality: its code with leading zeros, and its official names, the first the one to show."""

    country: str
    code: str
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name to show."""
        return self.names[0]


@cache
def municipalities(country: str) -> dict[str, Municipality]:
    """Every municipality of a country (alpha-2) by code."""
    columns = NAME_COLUMNS[country]
    return {
        row["code"]: Municipality(country, row["code"], tuple(dict.fromkeys(row[name] for name in columns)))
        for row in rows(f"municipalities_{country.lower()}")
    }


def name_of(country: str, code: str) -> str:
    """The name to show, or the code itself where the list does not know it."""
    known = municipalities(country).get(code)
    return known.name if known else code
