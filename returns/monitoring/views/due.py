"""Visits that are due, and the monitoring of one return."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.gates import allow
from returns.monitoring.due import DueList
from returns.monitoring.monitored import Monitored
from returns.monitoring.permissions import MONITORS, monitors, return_in_reach
from returns.monitoring.reach import is_mission


@require_safe
@allow(*MONITORS)
def due(request: HttpRequest) -> HttpResponse:
    """To be made now, overdue, soon; a mission sees the visits of its own returns."""
    if not monitors(request.user):
        raise Http404
    choice = DueList(request.GET, request.user)
    seen = {
        "choice": choice, "page": choice.page, "shown": len(choice.page.rows), "is_office": not is_mission(request.user)
    }  # fmt: skip
    return render(request, "returns/monitoring/due.html", seen)


@require_safe
@allow(*MONITORS)
def monitored(request: HttpRequest, code: UUID) -> HttpResponse:
    """Visits, pictures of scores over time, screenings, attempts and rules of one return."""
    record = return_in_reach(request, code)
    one = Monitored(record, request.user)
    return render(request, "returns/monitoring/monitored.html", {"one": one, "record": record} | one.contact)
