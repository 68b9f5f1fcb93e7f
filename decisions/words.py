"""Findings and differences put into words for a reader, with the headings of the uploader's own file."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from cases.models import AssistanceNeed, Relation, Sex
from cases.reference import countries, municipalities
from decisions import sentences
from decisions.layouts import LAYOUTS, Column
from decisions.layouts.vocabularies import VOCABULARIES
from decisions.models import Finding, Severity, Upload
from decisions.reading.codes import RowCode

EXAMPLES = 4
NAMES_OF_CODES = sentences.CODES | {
    "relation": dict(Relation.choices),
    "sex": dict(Sex.choices),
    "needs": dict(AssistanceNeed.choices),
}


@dataclass(frozen=True)
class Told:
    """A finding as its reader sees it."""

    row: int | None
    column: str
    case_number: str
    what: str
    then: str
    code: str


def heading_of(field: str, upload: Upload) -> str:
    """What the column is called in this file, else in the template."""
    if not field:
        return ""
    return upload.headers.get(field) or LAYOUTS[upload.layout].fields[field].header


def rejection_in_words(upload: Upload) -> tuple[str, str]:
    """Why a file could not be read, and what to do."""
    what, then = sentences.FILES[upload.file_code]
    facts = {
        "format": sentences.FORMATS[LAYOUTS[upload.layout].file],
        "columns": ", ".join(heading_of(field, upload) for field in upload.columns),
    }
    return str(what) % facts, str(then) % facts


def in_words(finding: Finding, upload: Upload) -> Told:
    """A finding with row, heading, case and a sentence that says what to do."""
    table = sentences.ROWS if finding.severity == Severity.ERROR else sentences.WARNINGS
    what, then = table[finding.code]
    facts = facts_of(finding, upload)
    advice = " ".join([str(then) % facts, *more_advice(finding, facts)])
    return Told(
        finding.row, heading_of(finding.column, upload), facts["case_number"], str(what) % facts, advice, finding.code
    )


def facts_of(finding: Finding, upload: Upload) -> dict:
    """What the sentences may mention."""
    layout = LAYOUTS[upload.layout]
    column = layout.fields.get(finding.column)
    words = []
    if column and column.vocabulary:
        words = [each[layout.language][0] for each in VOCABULARIES[column.vocabulary].values() if each[layout.language]]
    facts = {"value": "", "case_number": "", "count": 0, "date_form": sentences.DATE_FORMS[layout.dates],
             "examples": ", ".join(words[:EXAMPLES]) or "HEL, ARN, KEF"} | finding.facts  # fmt: skip
    if "place" in facts:
        facts["value"] = str(sentences.NAMELESS) % facts
    return facts


def more_advice(finding: Finding, facts: dict) -> list[str]:
    """What was probably meant."""
    advice = []
    if suggest := facts.get("suggest"):
        advice.append(str(sentences.SUGGESTION) % {"suggest": ", ".join(suggest)})
    if finding.code == RowCode.BAD_DATE and finding.column == "date_of_birth":
        digits = "".join(sign if sign.isdigit() else " " for sign in str(facts["value"])).split()
        year = next((word for word in digits if len(word) == 4), "1989")
        advice.append(str(sentences.BIRTH_YEAR) % {"year": year})
    return advice


def difference_in_words(one: dict, country: str) -> str:
    """One difference between two versions as a sentence: who, which value, from what to what."""
    if one["kind"] == "added":
        return _("%(who)s was added") % one
    if one["kind"] == "removed":
        return _("%(who)s is no longer listed") % one
    words = {
        "who": whom(one),
        "field": str(sentences.MEANINGS.get(one["field"], one["field"])),
        "old": value_in_words(one["field"], one["old"], country),
        "new": value_in_words(one["field"], one["new"], country),
    }
    return _("%(who)s, %(field)s: %(old)s → %(new)s") % words


def whom(one: dict) -> str:
    """Whom a difference is about: one person by name, or how many."""
    if one["who"]:
        return one["who"]
    return ngettext("%(n)s person", "%(n)s persons", one["persons"]) % {"n": one["persons"]}


def value_in_words(field: str, value: object, country: str) -> str:
    """A stored value as a reader knows it: codes by their names, dates by the calendar, nothing as a dash."""
    if value in (None, "", []):
        return "–"
    column = next((layout.fields[field] for layout in LAYOUTS.values() if field in layout.fields), None)
    reader = READERS.get(column.type.partition(":")[0] if column else "")
    return reader(value, column, country) if reader else str(value)


def codes_in_words(value: str | list[str], column: Column, country: str) -> str:
    """Coded values by their names."""
    names = NAMES_OF_CODES.get(column.vocabulary, {})
    return ", ".join(str(names.get(code, code)) for code in (value if isinstance(value, list) else [value]))


def country_in_words(value: str, column: Column, country: str) -> str:
    """A country in the reader's language."""
    return countries.name_of(value, get_language() or "en")


def day_in_words(value: str, column: Column, country: str) -> str:
    """A day, or the year where only that is known."""
    return date_format(date.fromisoformat(value), "d.m.Y") if len(value) > len("1989") else value


READERS = {
    "code": codes_in_words,
    "codes": codes_in_words,
    "country": country_in_words,
    "citizenship": country_in_words,
    "municipality": lambda value, column, country: municipalities.name_of(country, value),
    "date": day_in_words,
    "birth date": day_in_words,
}
