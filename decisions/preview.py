"""What a file says, part by part, in the reader's words: errors, changes, new and withheld cases, warnings."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from decisions import sentences
from decisions.comparing import name_of
from decisions.layouts import LAYOUTS
from decisions.models import Change, Decision, Severity, Upload, UploadedCase
from decisions.words import Told, in_words, value_in_words, whom

SHOWN = 20  # lines of a part on the page of the file
PAGE = 100  # lines of a part on a page of its own
ROWS_NAMED = 12


@dataclass(frozen=True)
class ChangedLine:
    """One difference: of which case, what, before and now."""

    case: UploadedCase
    reference: str
    what: str
    who: str
    before: str
    now: str


@dataclass(frozen=True)
class CaseLine:
    """A case at a glance."""

    case: UploadedCase
    principal: str = ""
    municipality: str = ""
    latest: str = ""


@dataclass(frozen=True)
class Warned:
    """One kind of warning and the rows it is about."""

    rows: str
    what: str
    then: str


@dataclass(frozen=True)
class Part:
    """A part of the preview: where its lines come from, how one is told, and what draws them."""

    heading: str
    records: Callable[[Upload], QuerySet]
    tell: Callable[[Upload, list], list]
    template: str


def errors_in_words(upload: Upload, findings: list) -> list[Told]:
    """Each error with its row, heading, case and advice."""
    return [in_words(one, upload) for one in findings]


def warnings_in_words(upload: Upload, findings: list) -> list[Warned]:
    """Warnings of one kind together."""
    kinds: dict[tuple[str, str], list[str]] = {}
    for one in findings:
        told = in_words(one, upload)
        kinds.setdefault((told.what, told.then), []).append(str(told.row or ""))
    return [Warned(rows_in_words(rows), what, then) for (what, then), rows in kinds.items()]


def rows_in_words(rows: list[str]) -> str:
    """20, 38 … and how many more."""
    named = ", ".join(row for row in rows[:ROWS_NAMED] if row)
    return f"{named} … +{len(rows) - ROWS_NAMED}" if len(rows) > ROWS_NAMED else named


def changes_in_words(upload: Upload, cases: list[UploadedCase]) -> list[ChangedLine]:
    """Each difference of each changed case on a line of its own."""
    numbers = [case.case_number for case in cases]
    known = Decision.objects.filter(layout=upload.layout, case_number__in=numbers, case__isnull=False)
    references = dict(known.values_list("case_number", "case__reference"))
    return [
        changed_line(case, references.get(case.case_number, ""), one, LAYOUTS[upload.layout].country)
        for case in cases
        for one in case.differences
    ]


def changed_line(case: UploadedCase, reference: str, one: dict, country: str) -> ChangedLine:
    """One difference."""
    if one["kind"] == "changed":
        told = [value_in_words(one["field"], one[side], country) for side in ("old", "new")]
        return ChangedLine(case, reference, str(sentences.MEANINGS[one["field"]]), whom(one), *told)
    added = one["kind"] == "added"
    before, now = ("–", one["who"]) if added else (one["who"], "–")
    return ChangedLine(case, reference, str(_("new person") if added else _("no longer listed")), "", before, now)


def cases_in_words(upload: Upload, cases: list[UploadedCase]) -> list[CaseLine]:
    """Each case with its principal applicant, municipality and latest arrival."""
    return [case_line(case, LAYOUTS[upload.layout].country) for case in cases]


def case_line(case: UploadedCase, country: str) -> CaseLine:
    """One case; a withheld one has only its number and how many rows it has."""
    people = [person["values"] for person in case.persons]
    first = next((one for one in people if one["relation"] == "principal"), None)
    if first is None:
        return CaseLine(case)
    towns = {value_in_words("municipality", one.get("municipality"), country) for one in people} - {"–"}
    latest = max((one.get("latest_arrival_date", "") for one in people), default="")
    return CaseLine(
        case, name_of(first), ", ".join(sorted(towns)), value_in_words("latest_arrival_date", latest, country)
    )


def of_severity(severity: Severity) -> Callable[[Upload], QuerySet]:
    """The findings of a severity."""
    return lambda upload: upload.findings.filter(severity=severity)


def of_change(*changes: Change) -> Callable[[Upload], QuerySet]:
    """The cases of these changes."""
    return lambda upload: upload.cases.filter(change__in=changes)


PARTS = {
    "errors": Part(_("To correct"), of_severity(Severity.ERROR), errors_in_words, "decisions/_errors.html"),
    "changed": Part(
        _("Changed"), of_change(Change.CHANGED, Change.CONFLICT), changes_in_words, "decisions/_changed.html"
    ),
    "new": Part(_("New"), of_change(Change.NEW), cases_in_words, "decisions/_cases.html"),
    "withheld": Part(
        _("Waiting for correction"), of_change(Change.WITHHELD), cases_in_words, "decisions/_withheld.html"
    ),
    "unchanged": Part(_("Unchanged"), of_change(Change.UNCHANGED), cases_in_words, "decisions/_cases.html"),
    "warnings": Part(_("Good to know"), of_severity(Severity.WARNING), warnings_in_words, "decisions/_warnings.html"),
}
ON_THE_PAGE = ("errors", "changed", "new", "warnings")  # the others are a link away


class Shown:
    """A part of one file: its first lines on the page of the file, or a page of all of them."""

    def __init__(self, upload: Upload, name: str, count: int, page: Page | None = None) -> None:
        self.upload, self.name, self.count, self.page = upload, name, count, page
        self.part = PARTS[name]

    @property
    def heading(self) -> str:
        """What stands above it."""
        return self.part.heading

    @property
    def template(self) -> str:
        """What draws its lines."""
        return self.part.template

    @cached_property
    def lines(self) -> list:
        """The lines to be drawn."""
        records = list(self.page) if self.page else list(self.part.records(self.upload)[:SHOWN])
        return self.part.tell(self.upload, records)

    @property
    def has_more(self) -> bool:
        """Are there lines that the page of the file does not show?"""
        return self.page is None and self.count > SHOWN


def parts_of(upload: Upload) -> list[Shown]:
    """The parts of a preview that have anything to say."""
    found = dict.fromkeys(Severity.values, 0)
    for severity in upload.findings.order_by().values_list("severity", flat=True):
        found[severity] += 1
    counts = {
        "errors": found[Severity.ERROR],
        "changed": upload.cases_changed,
        "new": upload.cases_new,
        "warnings": found[Severity.WARNING],
    }
    return [Shown(upload, name, counts[name]) for name in ON_THE_PAGE if counts[name]]


def page_of_part(upload: Upload, name: str, number: str) -> Shown:
    """All lines of a part, a page at a time: a file is finite and does not move."""
    page = Paginator(PARTS[name].records(upload), PAGE).get_page(number)
    return Shown(upload, name, page.paginator.count, page)
