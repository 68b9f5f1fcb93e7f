"""The case page."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.gates import staff
from cases.casefile import CaseFile
from cases.door import enter
from cases.facts import with_facts
from cases.models import Case, Status
from cases.panels import drawn_for
from cases.permissions import MAY, may
from cases.tasklist import count_words, lines_of


@staff
def case_page(request: HttpRequest, code: UUID) -> HttpResponse:
    """One case: who, what is to do, what happened, what is kept, who looked."""
    case = enter(request, with_facts(Case.objects.all(), request.user), code)
    lines = lines_of(case, request.user)
    seen = {
        "case": case,
        "file": CaseFile(case, request.user, request.GET.get("kind", ""), request.GET.get("earlier", "")),
        "lines": lines,
        "line_count": count_words(lines),
        "panels": list(drawn_for(case, request)),
        "may": {verb: may(request.user, verb, case) for verb in MAY},
        "is_open": case.status == Status.OPEN,
    }
    return render(request, "cases/case.html", seen)
