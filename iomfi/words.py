"""Words of the interface: extracted from code and templates, compiled for gettext, both without system gettext.

`locale/<language>/LC_MESSAGES/django.po` is kept by hand and by `extract_words`; the set-up step makes `.mo` files.
"""

import io
import os
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

LANGUAGES = ("fi", "sv", "is")
LEFT_OUT = {".venv", ".data", ".git", "tests", "node_modules"}
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None, "gettext_noop": None, "ngettext_lazy": (1, 2), "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}  # fmt: skip


def po_file(base: Path, language: str) -> Path:
    """Where the words of a language are kept."""
    return base / "locale" / language / "LC_MESSAGES" / "django.po"


def sources(base: Path) -> Iterator[Path]:
    """Every file that may hold words."""
    for path in sorted(base.rglob("*")):
        if path.suffix in {".py", ".html", ".txt"} and not LEFT_OUT.intersection(path.relative_to(base).parts):
            yield path


def words_of(path: Path) -> Iterator[tuple]:
    """The messages of one file: line, message, comments, context."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        if "{%" not in text:
            return
        templatized = templatize(text, origin=str(path))
        text = "\n".join(line.lstrip() for line in templatized.splitlines())  # Python's reader minds indents
    yield from extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS, comment_tags=["Translators:"])


def template_of(base: Path) -> Catalog:
    """All words of the house, without translations."""
    catalog = Catalog(project="IOM Finland portal", charset="utf-8")
    for path in sources(base):
        place = str(path.relative_to(base))
        for __, message, comments, context in words_of(path):
            flags = ["python-format"] if "%(" in str(message) else []
            catalog.add(message, locations=[(place, 0)], auto_comments=comments, context=context, flags=flags)
    return catalog


def read_words(file: Path, language: str) -> Catalog:
    """The words of one language as they stand."""
    if not file.exists():
        return Catalog(locale=language, charset="utf-8", project="IOM Finland portal", fuzzy=False)
    with file.open("rb") as opened:
        return read_po(opened, locale=language)


def bring_in(base: Path, language: str) -> tuple[int, int]:
    """Add new words to a language and drop those no longer used; the numbers of all and of untranslated ones."""
    file = po_file(base, language)
    catalog = read_words(file, language)
    # read anew for every language: Catalog.update shares message objects between catalogues
    catalog.update(template_of(base), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as out:
        write_po(out, catalog, sort_output=True, include_lineno=False, width=120, omit_header=False)
    messages = [message for message in catalog if message.id]
    return len(messages), sum(not is_translated(message) for message in messages)


def is_translated(message) -> bool:
    """Has every form of a message its words, none of them a guess?"""
    strings = message.string if isinstance(message.string, tuple | list) else [message.string]
    return all(strings) and not message.fuzzy


def kept_words(base: Path) -> list[Path]:
    """Every file of words that is kept: the house's own, and what no package ships (Icelandic, in `iomfi/locale`)."""
    return [*base.glob("locale/*/LC_MESSAGES/*.po"), *base.glob("iomfi/locale/*/LC_MESSAGES/*.po")]


def compile_file(file: Path) -> bool:
    """Write the compiled words if they are older than the words; True if written."""
    compiled = file.with_suffix(".mo")
    if compiled.exists() and compiled.stat().st_mtime >= file.stat().st_mtime:
        return False
    draft = compiled.with_suffix(f".draft{os.getpid()}")
    with draft.open("wb") as out:
        write_mo(out, read_words(file, file.parent.parent.name))
    draft.replace(compiled)
    return True
