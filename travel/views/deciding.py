"""What people decide about a movement: lost orders, families that part, another day, cancelling, closing."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from accounts.gates import staff
from cases.forms import PlainForm
from travel import addresses
from travel.actions.cancelling import cancel_movement
from travel.actions.changing import accept_change, change_day
from travel.actions.deciding import confirm_decision, resolve_found, resolve_not_booked, resolve_not_paid
from travel.actions.families import ask_parting, confirm_parting
from travel.actions.journeys import close_movement
from travel.forms.booking import DayForm, FoundForm, PartingForm, SaidForm
from travel.forms.fields import ReasonForm
from travel.models import BookingAttempt, Parting
from travel.views.acts import answer, say_refusal
from travel.views.doors import movement_for, page_back

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class Decision:
    """One decision about a lost order: its page, its form, its action."""

    heading: Promise
    button: Promise
    said: Promise
    form: type[Form]
    action: Callable[..., object]
    follows: tuple[Promise, ...]


TWO = gettext_lazy("Where money may have moved, a second person must agree before anything happens.")
DECISIONS = {
    "found": Decision(
        gettext_lazy("They found the order"), gettext_lazy("Record the order"),
        gettext_lazy("The portal looks at the order and goes on from where it stands."), FoundForm, resolve_found,
        (gettext_lazy("The portal looks at this order, and pays or tickets it. Nothing is booked anew."),),
    ),
    "not-booked": Decision(
        gettext_lazy("There is no order"), gettext_lazy("Record that there is no order"),
        gettext_lazy("Recorded. Where money may have moved, a second person must agree now."), SaidForm,
        resolve_not_booked,
        (gettext_lazy("The portal books anew on the same flights, up to the approved price."),
         gettext_lazy("Should the airline have an order after all, seats are bought twice: ask their support."), TWO),
    ),
    "not-paid": Decision(
        gettext_lazy("The order was not paid"), gettext_lazy("Record that it was not paid"),
        gettext_lazy("Recorded. A second person must agree now."), SaidForm, resolve_not_paid,
        (gettext_lazy("Once a second person agrees, the portal pays this order."), TWO),
    ),
    "confirm": Decision(
        gettext_lazy("Agree as the second person"), gettext_lazy("Agree"), gettext_lazy("The portal goes on."),
        SaidForm, confirm_decision,
        (gettext_lazy("You confirm what a colleague recorded; the portal then books or pays."),),
    ),
}  # fmt: skip


@get_or_post
@staff
def decide(request: HttpRequest, code: UUID, attempt: UUID, verb: str) -> HttpResponse:
    """One of the decisions about an order whose answer was lost."""
    decision = DECISIONS.get(verb)
    if decision is None:
        raise Http404
    movement = movement_for(request, code, "decide")
    found = BookingAttempt.objects.filter(booking__movement=movement).get_for(request.user, attempt)
    form = decision.form(request.POST or None)
    lead = _("Our reference at the airline: %(code)s.") % {"code": found.code}
    page = page_back(
        movement, decision.heading, decision.button, decision.said, lead=lead, follows=decision.follows, danger=True
    )
    return answer(request, form, partial(decision.action, attempt=found), page)


@get_or_post
@staff
def part(request: HttpRequest, code: UUID) -> HttpResponse:
    """Ask that somebody travels apart from the family."""
    movement = movement_for(request, code, "part")
    form = PartingForm(request.POST or None, movement=movement)
    page = page_back(
        movement, _("Somebody must travel apart"), _("Ask a second person"), _("A second person must agree now."),
        follows=(_("Nothing changes until a colleague agrees."), _("The reason stands in the timeline of the case.")),
    )  # fmt: skip

    def act(by, person, reason):
        case = movement.cases.filter(members__person=person).first()
        return ask_parting(case=case, person=person, reason=reason, by=by)

    return answer(request, form, act, page)


@get_or_post
@staff
def agree_to_part(request: HttpRequest, code: UUID, parting: UUID) -> HttpResponse:
    """Agree as the second person that somebody travels apart."""
    movement = movement_for(request, code, "part")
    found = Parting.objects.filter(case__in=movement.cases).select_related("person", "case", "asked_by")
    found = found.get_for(request.user, parting)
    words = {"who": found.asked_by.name, "person": found.person, "reason": found.reason}
    page = page_back(
        movement, _("Agree that somebody travels apart"), _("Agree as the second person"), _("Agreed by two."),
        lead=_("%(who)s asks that %(person)s may travel apart: “%(reason)s”.") % words,
        follows=(_("%(person)s may then be planned, left or rebooked without the family.") % words,),
    )  # fmt: skip
    form = PlainForm(request.POST if request.method == "POST" else None)
    return answer(request, form, partial(confirm_parting, parting=found), page)


@get_or_post
@staff
def cancel(request: HttpRequest, code: UUID) -> HttpResponse:
    """Nobody travels on it any more."""
    movement = movement_for(request, code, "book")
    people = movement.travellers.live().count()
    words = ngettext("Cancel the journey of one person", "Cancel the journey of %(n)s people", people) % {"n": people}
    if movement.is_charter:
        words = _("Cancel the charter")
    page = page_back(
        movement, words,
        words, _("The journey is cancelled."), danger=True,
        follows=(
            _("Held and ticketed seats are cancelled at the airline; what tickets cost may not come back."),
            _("Whoever was told of the arrival is told of the cancellation."),
            _("The cases go back to being ready to travel. This cannot be undone; plan anew instead."),
        ),
    )  # fmt: skip
    form = ReasonForm(request.POST or None)
    return answer(request, form, partial(cancel_movement, movement=movement), page)


@get_or_post
@staff
def another_day(request: HttpRequest, code: UUID) -> HttpResponse:
    """Another day for a journey that is only planned."""
    movement = movement_for(request, code, "plan")
    first = {"departs_on": movement.departs_on, "arrives_on": movement.arrives_on}
    page = page_back(
        movement, _("Another day"), _("Move the journey"), _("The journey is planned for another day."),
        follows=(_("Chosen flights are dropped; search anew."),),
    )  # fmt: skip
    form = DayForm(request.POST or None, initial=first)
    return answer(request, form, partial(change_day, movement=movement), page)


@require_POST
@staff
def accept(request: HttpRequest, code: UUID) -> HttpResponse:
    """Accept the airline's new times."""
    movement = movement_for(request, code, "book")
    accept_change(movement=movement, by=request.user)
    messages.success(request, _("The new times are being accepted at the airline."))
    return redirect(addresses.of_movement(movement))


@require_POST
@staff
def close(request: HttpRequest, code: UUID) -> HttpResponse:
    """All paperwork of the journey is there."""
    movement = movement_for(request, code, "record")
    try:
        close_movement(movement=movement, by=request.user)
    except ValidationError as refusal:
        say_refusal(request, refusal)
    return redirect(addresses.of_movement(movement))
