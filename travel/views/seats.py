"""Seats for a movement: search, compare, choose, approve a price; or ask an agency and record its answer."""

from decimal import Decimal
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.gates import staff
from travel.actions.ordering import OPEN_TO_ASK, ask_booking, choose_offer, plan_anew, search_offers
from travel.forms.booking import CapForm
from travel.models import Movement, OfferSearch, SearchState
from travel.offers import OfferLine
from travel.permissions import may
from travel.views.acts import answer, say_refusal
from travel.views.doors import movement_for, page_back

get_or_post = require_http_methods(["GET", "HEAD", "POST"])
SHOWN_AT_ONCE = 8


@require_safe
@staff
def seats(request: HttpRequest, code: UUID) -> HttpResponse:
    """Where the seats of a movement stand, and what to do next."""
    movement = movement_for(request, code, "plan")
    if movement.is_charter:
        return redirect("travel:movement", code)
    bookings = list(movement.bookings.select_related("case").order_by("number"))
    wanting = [one for one in bookings if one.state in OPEN_TO_ASK]
    seen = {
        "movement": movement, "bookings": bookings, "wanting": wanting, "legs": list(movement.legs.all()),
        "quoted": sum((one.quoted for one in wanting if one.quoted), Decimal(0)),
        "currency": next((one.currency for one in wanting if one.currency), ""),
        "may_book": may(request.user, "book", *movement.cases_aboard),
        "is_stuck": movement.stage == "booking" and len(wanting) == len(bookings),
    }  # fmt: skip
    return render(request, "travel/seats.html", seen | newest_search(movement))


def newest_search(movement: Movement) -> dict:
    """The last search of a movement and what it found."""
    search = movement.searches.order_by("-asked_at").first()
    lines = [OfferLine.read(choice) for choice in search.choices] if search else []
    return {
        "search": search, "lines": lines[:SHOWN_AT_ONCE], "more": lines[SHOWN_AT_ONCE:],
        "is_asking": bool(search and search.state == SearchState.ASKED),
    }  # fmt: skip


@require_safe
@staff
def offers(request: HttpRequest, code: UUID) -> HttpResponse:
    """The offers part alone, for the page that looks again until the airline has answered."""
    movement = Movement.objects.get_for(request.user, code)
    return render(request, "travel/_offers.html", {"movement": movement} | newest_search(movement))


@require_POST
@staff
def search(request: HttpRequest, code: UUID) -> HttpResponse:
    """Ask the airline which flights there are. While a search is under way, none is added."""
    movement = movement_for(request, code, "plan")
    try:
        if not movement.searches.filter(state=SearchState.ASKED).exists() or "anew" in request.POST:
            search_offers(movement=movement, by=request.user)
    except ValidationError as refusal:
        say_refusal(request, refusal)
    return redirect("travel:seats", code)


@require_POST
@staff
def choose(request: HttpRequest, code: UUID) -> HttpResponse:
    """Take one itinerary for every order of the movement."""
    movement = movement_for(request, code, "plan")
    try:
        found = get_object_or_404(OfferSearch, movement=movement, code=UUID(request.POST.get("search", "")))
        choose_offer(search=found, key=request.POST.get("key", ""), by=request.user)
    except ValueError:
        messages.error(request, _("Choose one of the flights first."))
    except ValidationError as refusal:
        say_refusal(request, refusal)
    else:
        messages.success(request, _("The flights are chosen. Nothing is bought yet: approve a price next."))
    return redirect("travel:seats", code)


@get_or_post
@staff
def ask(request: HttpRequest, code: UUID) -> HttpResponse:
    """Approve a highest price, and have every order bought."""
    movement = movement_for(request, code, "book")
    wanting = movement.bookings.filter(state__in=OPEN_TO_ASK)
    sums = wanting.aggregate(quoted=Sum("quoted"))
    currency = wanting.exclude(currency="").values_list("currency", flat=True).first() or ""
    form = CapForm(request.POST or None, quoted=sums["quoted"] or Decimal(0), currency=currency)
    people = {"n": movement.travellers.live().count()}
    heading = ngettext("Book the seat of one person", "Book the seats of %(n)s people", people["n"]) % people
    button = ngettext("Book one seat", "Book %(n)s seats", people["n"]) % people
    page = page_back(
        movement, heading, button,
        _("The seats are being booked. This page shows how far it is."),
        follows=(
            _("The portal holds, pays and tickets the chosen flights for every order, up to this price and no higher."),
            _("Money is spent. It stands in the timeline under your name."),
            _("When every order has its tickets, the municipality, the Red Cross and the authority are told."),
            _("If the airline's answer is lost, we ask for our reference. Nothing is ever booked twice."),
        ),
    )  # fmt: skip
    return answer(request, form, lambda by, cap: ask_booking(movement=movement, cap=cap, by=by), page)


@require_POST
@staff
def anew(request: HttpRequest, code: UUID) -> HttpResponse:
    """No order could be had as asked: choose other flights."""
    movement = movement_for(request, code, "plan")
    try:
        plan_anew(movement=movement, by=request.user)
    except ValidationError as refusal:
        say_refusal(request, refusal)
    return redirect("travel:seats", code)
