"""Pages of resettlement: the line of dossiers, and the acts on one of them. Each act is checked, then done."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from accounts.gates import allow, staff
from cases.acting import answer, begin, typed_in
from cases.door import enter, note_looks
from cases.forms import WhyForm
from resettlement.actions import dossiers as acts
from resettlement.forms import HandOverForm, HoldForm, PlaceForm
from resettlement.lists import counts_of_stages, page_of_dossiers
from resettlement.models import Dossier, Stage
from resettlement.permissions import MAY_ACT, may_act

ENDING = [
    gettext_lazy("Seats that are held or ticketed are given back."),
    gettext_lazy("The case is closed; it can be opened again."),
    gettext_lazy("The authority sees the outcome."),
]


@require_safe
@staff
def line(request: HttpRequest) -> HttpResponse:
    """Every dossier this person may see, by stage."""
    visible = Dossier.objects.visible_to(request.user)
    page = page_of_dossiers(visible, request.GET)
    note_looks(request, [row.dossier for row in page.rows])
    return render(request, "resettlement/list.html", {"stages": counts_of_stages(visible), "page": page})


def dossier_for(request: HttpRequest, code: UUID) -> Dossier:
    """The dossier through the door, for somebody who may act on it."""
    dossier = enter(request, Dossier.objects.select_related("case", "municipality"), code)
    if not may_act(request.user, dossier):
        raise Http404
    return dossier


@allow(*MAY_ACT)
def advance(request: HttpRequest, code: UUID) -> HttpResponse:
    """The next stage of the main line."""
    dossier = dossier_for(request, code)
    to = dossier.next_on_the_line
    if to == Stage.HANDED_OVER:
        return redirect("resettlement:hand_over", code)
    return begin(request, dossier, to, partial(acts.advance, dossier=dossier, to=to))


@allow(*MAY_ACT)
def hand_over(request: HttpRequest, code: UUID) -> HttpResponse:
    """The municipality has met the people."""
    dossier = dossier_for(request, code)
    words = {
        "heading": _("Hand-over in the municipality"), "button": _("Record the hand-over"), "said": _("Handed over."),
        "consequences": [_("The case is closed as arrived."), _("The authority sees the outcome.")],
    }  # fmt: skip
    form = HandOverForm(typed_in(request))
    return answer(request, dossier.case, form, partial(acts.hand_over, dossier=dossier), words)


@allow(*MAY_ACT)
def place(request: HttpRequest, code: UUID) -> HttpResponse:
    """The authority named the municipality."""
    dossier = dossier_for(request, code)
    words = {"heading": _("Municipality"), "button": _("Record the municipality"), "said": _("Municipality recorded.")}
    form = PlaceForm(typed_in(request), country=dossier.case.country)
    return answer(request, dossier.case, form, partial(acts.place, dossier=dossier), words)


@allow(*MAY_ACT)
def hold(request: HttpRequest, code: UUID) -> HttpResponse:
    """Put a dossier on hold."""
    dossier = dossier_for(request, code)
    words = {
        "heading": _("Put on hold"), "button": _("Put on hold"), "said": _("On hold."),
        "consequences": [_("Tasks of the stage rest."), _("Seats already held stay until you give them back.")],
    }  # fmt: skip
    form = HoldForm(typed_in(request))
    return answer(request, dossier.case, form, partial(acts.hold, dossier=dossier), words)


@allow(*MAY_ACT)
def resume(request: HttpRequest, code: UUID) -> HttpResponse:
    """Go on with a dossier."""
    dossier = dossier_for(request, code)
    words = {
        "heading": _("Go on with the dossier"), "button": _("Go on"), "said": _("The dossier goes on."),
        "consequences": [_("Its documents are looked at anew.")],
    }  # fmt: skip
    form = WhyForm(typed_in(request))
    return answer(request, dossier.case, form, partial(acts.resume, dossier=dossier), words)


@allow(*MAY_ACT)
def withdraw(request: HttpRequest, code: UUID) -> HttpResponse:
    """The people do not want to go."""
    words = {"heading": _("Withdrawn by the people"), "button": _("Record the withdrawal"), "said": _("Withdrawn.")}
    return end(request, code, acts.withdraw, words)


@allow(*MAY_ACT)
def cancel(request: HttpRequest, code: UUID) -> HttpResponse:
    """The authority took its decision back."""
    words = {
        "heading": _("Cancelled by the authority"),
        "button": _("Record the cancellation"),
        "said": _("Cancelled."),
    }
    return end(request, code, acts.cancel, words)


def end(request: HttpRequest, code: UUID, act: Callable[..., object], words: dict) -> HttpResponse:
    """One of the two early ends."""
    dossier = dossier_for(request, code)
    form = WhyForm(typed_in(request))
    return answer(request, dossier.case, form, partial(act, dossier=dossier), words | {"consequences": ENDING})
