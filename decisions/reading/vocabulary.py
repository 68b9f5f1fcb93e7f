"""Coded values in the words of the authority."""

import re
from functools import cache

from decisions.layouts.vocabularies import VOCABULARIES
from decisions.reading.cleaning import LINE_BREAK, clean, key
from decisions.reading.codes import RowCode, Unreadable

SEPARATORS = re.compile(r"[,;/+]")
NONE = "none"  # "no needs" in so many words is the same as saying nothing


@cache
def words_of(vocabulary: str, language: str) -> dict[str, str]:
    """Every word's key -> code."""
    codes = VOCABULARIES[vocabulary]
    return {key(word): code for code, words in codes.items() for word in words[language]}


def read_code(text: str, vocabulary: str, language: str) -> str:
    """The code that a word means."""
    found = words_of(vocabulary, language).get(key(text))
    if found is None:
        raise Unreadable(RowCode.UNKNOWN_VALUE)
    return found


def parts_of(raw: str) -> list[str]:
    """The words of a cell that may hold several; line breaks separate too."""
    parts = (clean(part) for part in SEPARATORS.split(LINE_BREAK.sub(",", raw)))
    return [part for part in parts if part]


def read_codes(raw: str, vocabulary: str, language: str) -> list[str]:
    """Each code once, in alphabetical order."""
    return sorted({read_code(part, vocabulary, language) for part in parts_of(raw)} - {NONE})
