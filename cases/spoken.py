"""Texts in the languages that people read, also those that the interface does not have: a table of one row a text.

A mandate keeps its tables in files of its own; a language may be asked for by its code or by its name.
"""

from collections.abc import Mapping

RIGHT_TO_LEFT = {"ar"}
WORDS_OF = {  # how decision files and officers write the languages
    "en": ("en", "english", "englanti", "engelska", "enska"),
    "ar": ("ar", "arabic", "arabia", "arabiska", "arabíska", "العربية"),
    "so": ("so", "som", "somali", "somalia", "somaliska", "sómalska", "soomaali"),
    "fi": ("fi", "finnish", "suomi"), "sv": ("sv", "swedish", "svenska", "ruotsi"),
    "is": ("is", "icelandic", "íslenska"),
}  # fmt: skip


def read_texts(table: str) -> Mapping[str, str]:
    """Every text of a table by its name: `name | words`, one a line."""
    rows = (line.split("|", maxsplit=1) for line in table.strip().splitlines())
    return {name.strip(): words.strip() for name, words in rows}


def language_of(asked: str, *others: str) -> str:
    """The first of these that there are texts in; English otherwise."""
    for one in (asked, *others):
        word = one.casefold().strip()
        for code, words in WORDS_OF.items():
            if word in words:
                return code
    return "en"
