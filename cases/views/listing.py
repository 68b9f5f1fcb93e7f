"""The case list, its spreadsheet, its saved filters, and giving many cases to an officer at once."""

import re
from collections.abc import Iterator
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.gates import staff
from cases.actions.bulk import RowResult, Seen, assign_cases
from cases.actions.filters import drop_filter, save_filter
from cases.columns import columns
from cases.door import note_looks
from cases.forms import AssignForm, SaveFilterForm
from cases.listing import FACETS, SORTS, Choice, Row, counts_beside, drawable, rows_of
from cases.models import Case, SavedFilter
from cases.paging import CAP, capped_count
from cases.spreadsheets import download

SEEN = re.compile(r"(?P<code>[0-9a-f-]{36}):(?P<officer>[0-9a-f-]{36}|)")
RESULTS = "bulk_results"  # in the session until they were shown: references and reasons, no names of people


@staff
def case_list(request: HttpRequest) -> HttpResponse:
    """The cases this person may see: the whole list first, filters beside it."""
    choice = Choice(request.GET, request.user)
    page = choice.page()
    rows = rows_of(page.rows)
    note_looks(request, page.rows)
    saved = list(SavedFilter.objects.for_reader(request.user).select_related("saved_by"))
    seen = {
        "choice": choice, "page": page, "rows": rows, "total": capped_count(choice.records),
        "facets": facets(choice), "headings": headings(choice), "tags": list(choice.tags()), "saved": saved,
        "results": [RowResult(*row) for row in request.session.pop(RESULTS, [])],
    }  # fmt: skip
    return render(request, "cases/list.html", seen)


def facets(choice: Choice) -> list[dict]:
    """The filter panel: every choice with the number of its cases."""
    counts = counts_beside(choice.user) or {name: {} for name in FACETS}
    return [
        {
            "name": name,
            "heading": heading,
            "choices": [
                {"value": value, "label": label, "chosen": value in choice.chosen[name], "n": counts[name].get(value)}
                for value, label in choices.choices
                if value in choice.chosen[name] or counts[name].get(value, 1)
            ],
        }
        for name, (heading, choices) in FACETS.items()
    ]


def headings(choice: Choice) -> dict[str, dict]:
    """Per sort the address of its heading and the order in force."""
    return {name: {"address": choice.address(sort=to), "order": order} for name, to, order in choice.sorting()}


@staff
def spreadsheet(request: HttpRequest, kind: str) -> HttpResponse:
    """The same list as a file, at most 10,000 rows; every case in it counts as looked at."""
    if kind not in {"csv", "xlsx"}:
        raise Http404
    choice = Choice(request.GET, request.user)
    descending, name = choice.sort.startswith("-"), choice.sort.lstrip("-")
    order = SORTS[name].desc() if descending else SORTS[name].asc()
    cases = list(drawable(choice.records).order_by(order, "-pk")[:CAP])
    note_looks(request, cases)
    headings = [_("Reference"), _("Name"), _("Persons"), _("Stage"), _("Waits for"), _("Since"), _("Deadline")]
    headings += [_("Officer"), *(str(column.label) for column in columns())]
    return download("cases", kind, headings, lines_of(cases))


def lines_of(cases: list[Case]) -> Iterator[list]:
    """The rows of the spreadsheet, worked out some hundred at a time."""
    for start in range(0, len(cases), 500):
        yield from map(line_of, rows_of(cases[start : start + 500]))


def line_of(row: Row) -> list:
    """One row of the spreadsheet."""
    case, officer = row.case, row.case.officer
    return [
        case.reference, row.person.name if row.person else "", row.people, str(row.stage.words),
        str(case.get_waiting_for_display()), case.waiting_since, row.deadline, officer.name if officer else "",
        *(str(words) for __, words in row.cells),
    ]  # fmt: skip


@staff
@require_POST
def assign_chosen(request: HttpRequest) -> HttpResponse:
    """Give the chosen cases to an officer; the list then says what became of each row."""
    form = AssignForm(request.POST, by=request.user)
    if not form.is_valid():
        messages.error(request, _("Choose the officer, then press Assign again."))
        return redirect(f"{reverse('cases:list')}?{QueryDict(request.POST.get('back', '')).urlencode()}")
    results = assign_cases(chosen=chosen_in(request), officer=form.cleaned_data["officer"], by=request.user)
    request.session[RESULTS] = [[row.reference, str(row.result), str(row.why)] for row in results]
    return redirect(f"{reverse('cases:list')}?{QueryDict(request.POST.get('back', '')).urlencode()}")


def chosen_in(request: HttpRequest) -> list[Seen]:
    """The rows that were ticked, each with the officer it had on the page."""
    ticked = (SEEN.fullmatch(value) for value in request.POST.getlist("case"))
    return [Seen(UUID(found["code"]), found["officer"]) for found in ticked if found]


@staff
def keep_filter(request: HttpRequest) -> HttpResponse:
    """Give the chosen filter a name."""
    choice = Choice(request.GET, request.user)
    form = SaveFilterForm(request.POST or None)
    if form.is_valid():
        query = choice.address().lstrip("?")
        save_filter(**form.cleaned_data, query=query, by=request.user)
        return redirect(f"{reverse('cases:list')}?{query}")
    seen = {"form": form, "tags": list(choice.tags()), "back": choice.address()}
    return render(request, "cases/save_filter.html", seen)


@staff
@require_POST
def forget_filter(request: HttpRequest, code: UUID) -> HttpResponse:
    """Forget one's own saved filter."""
    kept = get_object_or_404(SavedFilter, code=code, saved_by=request.user)
    drop_filter(kept=kept, by=request.user)
    return redirect("cases:list")
