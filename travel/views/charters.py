"""Charters: planned by seats, asked for, confirmed; seats are given to ready cases and taken back."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from accounts.gates import allow, staff
from accounts.models import User
from cases.door import note_looks
from cases.models import Case
from travel import addresses
from travel.actions import charters as acts
from travel.followers import charter_warnings
from travel.forms import charters as forms
from travel.forms.booking import FlightFormSet
from travel.forms.fields import ReasonForm
from travel.models import Movement
from travel.permissions import MAY, held_for_choices
from travel.planability import candidates_for
from travel.providers.agency import flight_from_words
from travel.views.acts import answer
from travel.views.doors import charter_for, page_back

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@get_or_post
@allow(*MAY["plan"])
def plan(request: HttpRequest) -> HttpResponse:
    """A charter by its seats: checked first, with what the mandate warns of, and planned then."""
    typed = request.POST if request.method == "POST" else None
    form = forms.CharterForm(typed, mandates=held_for_choices(request.user))
    is_checked, warnings = False, []
    if typed and form.is_valid():
        said = form.cleaned_data
        if not may_hold(request.user, said["mandate"], said["country"]):
            form.add_error("country", _("You do not plan journeys of this mandate there."))
        elif "confirmed" in typed:
            movement = acts.plan_charter(by=request.user, **said)
            messages.success(request, _("The charter is planned. Its seats have no names yet."))
            return redirect(addresses.of_movement(movement))
        else:
            is_checked = True
            warnings = charter_warnings(said["mandate"], said["country"], said["departs_on"])
    return render(request, "travel/charter_plan.html", {"form": form, "is_checked": is_checked, "warnings": warnings})


def may_hold(user: User, mandate: str, country: str) -> bool:
    """May this person plan for that mandate in that country?"""
    return any(user.standing.covers(role, mandate, country) for role in MAY["plan"])


@get_or_post
@staff
def ask(request: HttpRequest, code: UUID) -> HttpResponse:
    """Ask an agency or a mission for the aircraft."""
    movement = charter_for(request, code, "book")
    page = page_back(
        movement, _("Ask for the charter"), _("Send the request"), _("They were asked."),
        follows=(_("The mail says how many seats on which day. It names nobody."),
                 _("Their answer is recorded here by hand: the operator's reference and the flights.")),
    )  # fmt: skip
    form = forms.AskCharterForm(request.POST or None)
    return answer(request, form, partial(acts.ask_charter, movement=movement), page)


@get_or_post
@staff
def confirm(request: HttpRequest, code: UUID) -> HttpResponse:
    """The operator confirmed: reference and flights."""
    movement = charter_for(request, code, "book")
    typed = request.POST if request.method == "POST" else None
    form, flights = forms.ReferenceForm(typed), FlightFormSet(typed, prefix="leg", initial=first_leg(movement))
    refusals: list[str] = []
    if typed is not None and form.is_valid() and flights.is_valid():
        try:
            found = [flight_from_words(**one.cleaned_data) for one in flights if one.has_changed()]
            acts.confirm_charter(movement=movement, flights=found, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            refusals = refusal.messages
        else:
            messages.success(request, _("The charter is confirmed. Whoever receives its people was told."))
            return redirect(addresses.of_movement(movement))
    seen = {"movement": movement, "form": form, "forms": flights, "refusals": refusals}
    return render(request, "travel/charter_confirm.html", seen)


def first_leg(movement: Movement) -> list[dict]:
    """What the first block says before anybody typed."""
    return [{"origin": movement.origin, "destination": movement.destination}]


@get_or_post
@staff
def number_of_seats(request: HttpRequest, code: UUID) -> HttpResponse:
    """The aircraft has another number of seats."""
    movement = charter_for(request, code, "plan")
    page = page_back(
        movement, _("Number of seats"), _("Record the number"), _("The number is recorded."),
        follows=(_("A seat that somebody holds is never taken away: take it back first."),),
    )  # fmt: skip
    form = forms.SeatsForm(request.POST or None, initial={"seats": movement.charter.seats})
    return answer(request, form, partial(acts.change_seats, movement=movement), page)


@get_or_post
@staff
def give(request: HttpRequest, code: UUID) -> HttpResponse:
    """Choose a ready case; then who of it takes which seats."""
    movement = charter_for(request, code, "plan")
    case = chosen_case(request, movement)
    if case is None:
        return choose(request, movement)
    free = acts.free_seats(movement.charter)
    first = int(asked) if (asked := request.GET.get("seat", "")).isdecimal() and int(asked) in free else None
    note_looks(request, [case])
    words = {"case": case.reference}
    page = page_back(
        movement, _("Give seats to %(case)s") % words, _("Give the seats"), _("The seats have their names."),
        lead=ngettext("%(n)s seat has no name yet.", "%(n)s seats have no name yet.", len(free)) % {"n": len(free)},
        follows=follows_of(movement),
    )  # fmt: skip
    typed = request.POST if request.method == "POST" else None
    form = forms.GiveSeatsForm(typed, case=case, free=free, initial={"first": first or next(iter(free), None)})
    return answer(request, form, partial(acts.give_seats, movement=movement, case=case), page)


def chosen_case(request: HttpRequest, movement: Movement) -> Case | None:
    """The case named in the address, as far as this person may see it and the charter is held for it."""
    asked = request.GET.get("case", "")
    if not asked:
        return None
    try:
        code = UUID(asked)
    except ValueError:
        raise Http404 from None
    cases = Case.objects.filter(mandate=movement.charter.mandate, country=movement.country)
    return cases.get_for(request.user, code)


def choose(request: HttpRequest, movement: Movement) -> HttpResponse:
    """The ready cases for which this charter is held."""
    words = request.GET.get("q", "").strip()[:100]
    ready = candidates_for(movement.charter, request.user, words)
    note_looks(request, [one.case for one in ready])
    seen = {"movement": movement, "ready": ready, "words": words, "seat": request.GET.get("seat", "")}
    return render(request, "travel/give_seats.html", seen)


def follows_of(movement: Movement) -> tuple[str, ...]:
    """What follows when seats get names."""
    told = _("The charter is confirmed: they are booked at once, and whoever receives them is told.")
    later = _("They are booked when the operator has confirmed the charter.")
    warnings = charter_warnings(movement.charter.mandate, movement.country, movement.departs_on)
    return (told if movement.stage == "booked" else later, *warnings)


@get_or_post
@staff
def take_back(request: HttpRequest, code: UUID, case: UUID) -> HttpResponse:
    """The people of a case do not fly on this charter."""
    movement = charter_for(request, code, "plan")
    found = movement.cases.get_for(request.user, case)
    page = page_back(
        movement, _("Take back the seats of %(case)s") % {"case": found.reference}, _("Take the seats back"),
        _("The seats have no name again."), danger=True,
        follows=(_("The seats stay ours, without a name, and can be given to others."),
                 _("The case goes back to being ready to travel; whoever was told of its journey is told.")),
    )  # fmt: skip
    form = ReasonForm(request.POST or None)
    return answer(request, form, partial(acts.take_seats_back, movement=movement, case=found), page)
