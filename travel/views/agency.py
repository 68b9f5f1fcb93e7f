"""Seats from an agency: asked for with the manifest, answered by hand: flights first, then tickets of each order."""

from functools import partial
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.gates import staff
from travel.actions.agency import ask_agency, record_flights, record_tickets
from travel.forms.booking import AgencyForm, FlightFormSet, TicketsForm
from travel.providers.agency import flight_from_words
from travel.views.acts import answer
from travel.views.doors import movement_for, page_to_seats

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@get_or_post
@staff
def ask(request: HttpRequest, code: UUID) -> HttpResponse:
    """Ask an agency for seats up to a price."""
    movement = movement_for(request, code, "book")
    form = AgencyForm(request.POST or None)
    page = page_to_seats(
        movement, _("Ask an agency for seats"), _("Send the request"), _("The agency was asked."),
        follows=(
            _("The agency gets a mail with a link; names and birth dates are read behind sign-in only."),
            _("Their answer is recorded here by hand: flights, then the tickets of each order."),
        ),
    )  # fmt: skip
    return answer(request, form, partial(ask_agency, movement=movement), page)


@get_or_post
@staff
def flights(request: HttpRequest, code: UUID) -> HttpResponse:
    """The flights that the agency found."""
    movement = movement_for(request, code, "plan")
    forms = FlightFormSet(request.POST or None, prefix="leg")
    refusals: list[str] = []
    if request.method == "POST" and forms.is_valid():
        try:
            found = [flight_from_words(**form.cleaned_data) for form in forms if form.has_changed()]
            record_flights(movement=movement, flights=found, by=request.user)
        except ValidationError as refusal:
            refusals = refusal.messages
        else:
            return redirect("travel:seats", code)
    seen = {"movement": movement, "forms": forms, "refusals": refusals}
    return render(request, "travel/agency_flights.html", seen)


@get_or_post
@staff
def tickets(request: HttpRequest, code: UUID, booking: UUID) -> HttpResponse:
    """The tickets of one order."""
    movement = movement_for(request, code, "book")
    order = get_object_or_404(movement.bookings, code=booking)
    form = TicketsForm(request.POST or None, booking=order)
    page = page_to_seats(
        movement, _("Tickets of booking %(number)s") % {"number": order.number}, _("Record the tickets"),
        _("The tickets are recorded."),
        lead=_("Approved up to %(currency)s %(cap)s.") % {"currency": order.currency, "cap": order.cap},
    )  # fmt: skip
    return answer(request, form, partial(record_tickets, booking=order), page)
