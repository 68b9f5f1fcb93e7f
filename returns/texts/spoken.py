"""Looks up a text in the language of the reader; the language of a page comes from its address or the person."""

from collections.abc import Mapping
from functools import cache

from babel.core import Locale

from cases.reference.countries import countries
from returns.texts import arabic, english, finnish, icelandic, somali, swedish

TABLES = {
    "en": english.TEXT, "fi": finnish.TEXT, "sv": swedish.TEXT, "is": icelandic.TEXT, "ar": arabic.TEXT,
    "so": somali.TEXT,
}  # fmt: skip
RIGHT_TO_LEFT = {"ar"}
WORDS_OF = {  # how decision files and officers write the languages
    "ar": ("ar", "arabic", "arabia", "arabiska", "arabíska", "العربية"),
    "so": ("so", "som", "somali", "somalia", "somaliska", "sómalska", "soomaali"),
    "fi": ("fi", "finnish", "suomi"), "sv": ("sv", "swedish", "svenska", "ruotsi"),
    "is": ("is", "icelandic", "íslenska"),
}  # fmt: skip


@cache
def texts(language: str) -> Mapping[str, str]:
    """Every text of a language by its name."""
    rows = (line.split("|", maxsplit=1) for line in TABLES[language].strip().splitlines())
    return {name.strip(): words.strip() for name, words in rows}


def language_of(asked: str, *others: str) -> str:
    """The first of these that we have texts in; English otherwise. A language may be a code or its name."""
    for one in (asked, *others):
        word = one.casefold().strip()
        for code in TABLES:
            if word == code or word in WORDS_OF.get(code, ()):
                return code
    return "en"


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
