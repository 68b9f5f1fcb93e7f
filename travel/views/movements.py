"""Movements: the list, the page of one, its bookings as they go, and the manifest."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.gates import staff
from cases.door import note_looks, note_looks_anew
from cases.paging import capped_count
from travel.lists import SHAPES, Choice
from travel.permissions import may_somewhere
from travel.sheet import Sheet


@require_safe
@staff
def movements(request: HttpRequest) -> HttpResponse:
    """Journeys that this person may see: the coming ones first."""
    choice = Choice(request.GET, request.user)
    seen = {
        "choice": choice, "page": choice.page, "tags": list(choice.tags()), "total": capped_count(choice.records),
        "shapes": SHAPES, "may_plan": may_somewhere(request.user, "plan"),
    }  # fmt: skip
    return render(request, "travel/list.html", seen)


def sheet_for(request: HttpRequest, code: UUID) -> Sheet:
    """The movement through the door: that its cases were looked at is recorded."""
    sheet = Sheet.of(request.user, code)
    note_looks(request, sheet.cases)
    return sheet


@require_safe
@staff
def movement(request: HttpRequest, code: UUID) -> HttpResponse:
    """One journey: bookings as they go, legs, travellers, what others were told, what is still to do."""
    sheet = sheet_for(request, code)
    return render(request, "travel/movement.html", {"sheet": sheet, "movement": sheet.movement, "shapes": SHAPES})


@require_safe
@staff
def bookings(request: HttpRequest, code: UUID) -> HttpResponse:
    """The bookings part alone, for the page that looks again every two seconds while something moves."""
    sheet = Sheet.of(request.user, code)
    note_looks_anew(request, sheet.cases)
    return render(request, "travel/_bookings.html", {"sheet": sheet, "movement": sheet.movement})


@require_safe
@staff
def manifest(request: HttpRequest, code: UUID) -> HttpResponse:
    """Who sits where and needs what, for print."""
    sheet = sheet_for(request, code)
    return render(request, "travel/manifest.html", {"sheet": sheet, "movement": sheet.movement})
