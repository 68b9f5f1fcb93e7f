"""Pages of resettlement: the line of dossiers, and the acts on one of them. Each act is checked, then done."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from accounts.gates import allow, staff
from cases.door import enter, note_looks
from cases.stages import missing_for
from resettlement.actions import dossiers as acts
from resettlement.forms import HandOverForm, HoldForm, NoteForm, PlaceForm, ReasonForm
from resettlement.lists import counts_of_stages, page_of_dossiers
from resettlement.models import Dossier, Stage
from resettlement.permissions import MAY_ADVANCE, MAY_END, may_advance

get_or_post = require_http_methods(["GET", "HEAD", "POST"])
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


@dataclass(frozen=True)
class Act:
    """One act on a dossier: what its page says, its form, and what is done with what the form says."""

    heading: str
    consequences: list[str]
    button: str
    form: Callable[..., forms.Form]
    act: Callable[[dict], object]


def do(request: HttpRequest, dossier: Dossier, act: Act) -> HttpResponse:
    """Show the form of an act, or do it and go back to the case. A refusal is said above the form; nothing is lost."""
    if not may_advance(request.user, dossier):
        raise PermissionDenied
    form = act.form(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            act.act(form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, act.heading)
            return redirect("cases:case", dossier.case.code)
    context = {"dossier": dossier, "case": dossier.case, "form": form, "act": act}
    return render(request, "resettlement/act.html", context)


def dossier_of(request: HttpRequest, code: UUID) -> Dossier:
    """The dossier of this code, through the door."""
    return enter(request, Dossier.objects.select_related("case", "municipality"), code)


@get_or_post
@allow(*MAY_ADVANCE)
def advance(request: HttpRequest, code: UUID) -> HttpResponse:
    """The next stage of the main line."""
    dossier = dossier_of(request, code)
    to = dossier.next_on_the_line
    if to == Stage.HANDED_OVER:
        return redirect("resettlement:hand_over", code)
    missing = missing_for(dossier, to) if to else []
    if missing or not to:
        return render(request, "resettlement/not_yet.html", {"dossier": dossier, "missing": missing, "to": to})
    words = Stage(to).label
    act = Act(
        _("%(stage)s: recorded") % {"stage": words}, [_("The tasks of the next stage begin.")],
        _("Begin: %(stage)s") % {"stage": words}, NoteForm,
        lambda said: acts.advance(dossier=dossier, to=to, by=request.user, **said),
    )  # fmt: skip
    return do(request, dossier, act)


@get_or_post
@allow(*MAY_ADVANCE)
def hand_over(request: HttpRequest, code: UUID) -> HttpResponse:
    """The municipality has met the people."""
    dossier = dossier_of(request, code)
    act = Act(
        _("Handed over"), [_("The case is closed as arrived."), _("The authority sees the outcome.")],
        _("Record the hand-over"), HandOverForm,
        lambda said: acts.hand_over(dossier=dossier, by=request.user, **said),
    )  # fmt: skip
    return do(request, dossier, act)


@get_or_post
@allow(*MAY_ADVANCE)
def place(request: HttpRequest, code: UUID) -> HttpResponse:
    """The authority named the municipality."""
    dossier = dossier_of(request, code)
    act = Act(
        _("Municipality recorded"), [], _("Record the municipality"),
        lambda *args: PlaceForm(*args, country=dossier.case.country),
        lambda said: acts.place(dossier=dossier, by=request.user, **said),
    )  # fmt: skip
    return do(request, dossier, act)


@get_or_post
@allow(*MAY_ADVANCE)
def hold(request: HttpRequest, code: UUID) -> HttpResponse:
    """Put a dossier on hold."""
    dossier = dossier_of(request, code)
    act = Act(
        _("On hold"), [_("Tasks of the stage rest."), _("Seats that are already held stay until you give them back.")],
        _("Put on hold"), HoldForm, lambda said: acts.hold(dossier=dossier, by=request.user, **said),
    )  # fmt: skip
    return do(request, dossier, act)


@get_or_post
@allow(*MAY_ADVANCE)
def resume(request: HttpRequest, code: UUID) -> HttpResponse:
    """Go on with a dossier."""
    dossier = dossier_of(request, code)
    act = Act(
        _("The dossier goes on"), [_("Its documents are looked at anew.")], _("Go on"), ReasonForm,
        lambda said: acts.resume(dossier=dossier, by=request.user, **said),
    )  # fmt: skip
    return do(request, dossier, act)


@get_or_post
@allow(*MAY_END)
def withdraw(request: HttpRequest, code: UUID) -> HttpResponse:
    """The people do not want to go."""
    dossier = dossier_of(request, code)
    act = Act(
        _("Withdrawn by the people"), ENDING, _("Record the withdrawal"), ReasonForm,
        lambda said: acts.withdraw(dossier=dossier, by=request.user, **said),
    )  # fmt: skip
    return do(request, dossier, act)


@get_or_post
@allow(*MAY_END)
def cancel(request: HttpRequest, code: UUID) -> HttpResponse:
    """The authority took its decision back."""
    dossier = dossier_of(request, code)
    act = Act(
        _("Cancelled by the authority"), ENDING, _("Record the cancellation"), ReasonForm,
        lambda said: acts.cancel(dossier=dossier, by=request.user, **said),
    )  # fmt: skip
    return do(request, dossier, act)
