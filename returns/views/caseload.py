"""Pages of the caseload: where we stand, and the monthly table on screen, on paper and as a file."""

from dataclasses import replace
from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.gates import allow
from accounts.models import Country
from cases.door import note_looks
from cases.spreadsheets import download
from returns.caseload import monthly as tables
from returns.caseload import published
from returns.caseload.indicators import DEFINITIONS, indicators
from returns.caseload.monthly import Part, Table
from returns.caseload.months import Month
from returns.caseload.where import money_lines, pipeline, waiting_longest
from returns.lists import known
from returns.money import in_words
from returns.permissions import COUNSELLORS, counsels_returns
from returns.views.rules import insist

MONTHS_OFFERED = 24


@require_safe
@allow(*COUNSELLORS)
def where(request: HttpRequest) -> HttpResponse:
    """Pipeline, what waits for somebody, indicators."""
    insist(counsels_returns(request.user))
    host = known(request.GET.get("country", ""), Country.values)
    longest = waiting_longest(request.user, host)
    note_looks(request, longest)
    context = {
        "host": host, "hosts": Country.choices, "pipeline": pipeline(request.user, host), "longest": longest,
        "money": money_lines(request.user, host), "indicators": indicators(request.user, host),
        "definitions": DEFINITIONS,
    }  # fmt: skip
    return render(request, "returns/caseload/where.html", context)


@require_safe
@allow(*COUNSELLORS)
def monthly(request: HttpRequest) -> HttpResponse:
    """The table of a month: the officer's form with every figure, or the form that may be published."""
    table, is_public = table_for(request)
    context = {
        "table": table, "is_public": is_public, "hosts": Country.choices, "months": months_offered(),
        "parts": [drawn(part) for part in parts_of(table, is_public)], "notes": notes(is_public),
        "host_words": Country(table.host).label if table.host else "",
    }  # fmt: skip
    return render(request, "returns/caseload/monthly.html", context)


@require_safe
@allow(*COUNSELLORS)
def monthly_file(request: HttpRequest, kind: str) -> HttpResponse:
    """The same table as a spreadsheet, the definitions below it."""
    if kind not in {"csv", "xlsx"}:
        raise Http404
    table, is_public = table_for(request)
    returns, grants = parts_of(table, is_public)
    rows = [
        *returns.rows, *returns.totals, [], list(map(str, grants.columns)), *grants.rows, *grants.totals,
        [], [_("What is counted")], *([str(words)] for words in notes(is_public)),
    ]  # fmt: skip
    name = f"returns-{table.month}{f'-{table.host}' if table.host else ''}{'-published' if is_public else ''}"
    return download(name, kind, list(map(str, returns.columns)), rows)


def table_for(request: HttpRequest) -> tuple[Table, bool]:
    """The table that the address names (of the last whole month otherwise), and whether it may be published."""
    insist(counsels_returns(request.user))
    month = Month.read(request.GET.get("month", "")) or Month.last_whole()
    table = tables.monthly(request.user, month, known(request.GET.get("country", ""), Country.values))
    return table, request.GET.get("form") == "published"


def parts_of(table: Table, is_public: bool) -> list[Part]:
    """Both parts in the form that is asked for."""
    return published.parts_of(table) if is_public else tables.parts_of(table)


def notes(is_public: bool) -> list[str]:
    """What is counted, in plain words; in the published form also what is left out."""
    return [*tables.DEFINITIONS, *(published.RULES if is_public else ())]


def drawn(part: Part) -> Part:
    """Each figure with the heading it stands under, for screens that are too narrow for a table."""
    lines = [
        [[(heading, figure(cell)) for heading, cell in zip(part.columns, row, strict=True)] for row in rows]
        for rows in (part.rows, part.totals)
    ]
    return replace(part, rows=lines[0], totals=lines[1])


def figure(cell: str | int | Decimal) -> str:
    """1,300 or 12.50."""
    return cell if isinstance(cell, str) else in_words(Decimal(cell), "").strip()


def months_offered() -> list[Month]:
    """This month and those before it."""
    newest = Month.of(timezone.localdate())
    return [newest.back(months) for months in range(MONTHS_OFFERED)]
