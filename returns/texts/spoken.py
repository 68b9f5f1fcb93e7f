"""Looks up a text of the public pages in the language of the reader."""

from collections.abc import Mapping
from functools import cache

from babel.core import Locale

from cases.reference.countries import countries
from cases.spoken import read_texts
from returns.texts import arabic, english, finnish, icelandic, somali, swedish

TABLES = {
    "en": english.TEXT, "fi": finnish.TEXT, "sv": swedish.TEXT, "is": icelandic.TEXT, "ar": arabic.TEXT,
    "so": somali.TEXT,
}  # fmt: skip


@cache
def texts(language: str) -> Mapping[str, str]:
    """Every text of a language by its name."""
    return read_texts(TABLES[language])


def languages() -> list[tuple[str, str]]:
    """Every language with its own name for itself."""
    return [(code, texts(code)["language"]) for code in TABLES]


@cache
def country_names(language: str) -> dict[str, str]:
    """Countries by ISO 3166-1 alpha-3, named in the language, sorted by name."""
    named = Locale.parse(language).territories
    found = {
        code: named.get(one.alpha2) or one.names["en"]
        for code, one in countries().items()
        if not one.citizenship_only
    }  # fmt: skip
    return dict(sorted(found.items(), key=lambda pair: pair[1]))
