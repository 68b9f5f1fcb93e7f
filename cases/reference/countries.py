"""Countries and citizenships: ISO 3166-1 with Kosovo (XKX), stateless (XXA) and unknown (XXX)."""

from dataclasses import dataclass
from functools import cache

from cases.reference.table import rows

LANGUAGES = ("en", "fi", "sv", "is")
CITIZENSHIP_ONLY = "citizenship_only"


@dataclass(frozen=True)
class CountryName:
    """One country in the languages of the portal; `others` are further names under which it is met."""

    alpha2: str
    alpha3: str
    names: dict[str, str]
    others: tuple[str, ...]
    citizenship_only: bool

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every text that means this country."""
        texts = (self.alpha2, self.alpha3, *self.names.values(), *self.others)
        return tuple(text for text in texts if text)


@cache
def countries() -> dict[str, CountryName]:
    """Every country by its alpha-3 code."""
    return {row["alpha3"]: _country(row) for row in rows("countries")}


def _country(row: dict[str, str]) -> CountryName:
    names = {language: row[f"name_{language}"] for language in LANGUAGES}
    others = tuple(name for name in row["other_names"].split("|") if name)
    return CountryName(row["alpha2"], row["alpha3"], names, others, row["kind"] == CITIZENSHIP_ONLY)


def name_of(alpha3: str, language: str) -> str:
    """The country in a language of the portal; the code itself where the list does not know it."""
    country = countries().get(alpha3)
    return country.names.get(language[:2], country.names["en"]) if country else alpha3
