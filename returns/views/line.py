"""The line of returns: how many stand in each stage, and who they are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.gates import staff
from accounts.models import Country
from cases.door import note_looks
from returns.lists import Line
from returns.models import AppliedBy, Enquiry
from returns.permissions import counsels_returns


@require_safe
@staff
def line(request: HttpRequest) -> HttpResponse:
    """Every return this person may see, by stage, country, way and officer."""
    chosen = Line(request.GET, request.user)
    note_looks(request, [row.record for row in chosen.rows])
    counsels = counsels_returns(request.user)
    context = {
        "choice": chosen, "page": chosen.page, "shown": len(chosen.rows), "countries": Country.choices,
        "ways": AppliedBy.choices, "counsels": counsels,
        "waiting": Enquiry.objects.visible_to(request.user).new().count() if counsels else 0,
    }  # fmt: skip
    return render(request, "returns/list.html", context)
