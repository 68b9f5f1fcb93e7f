"""The clearances of a case: the table of people and kinds, and each act on them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.gates import staff
from cases.door import enter
from cases.models import Case, Person
from travel.actions import clearances as acts
from travel.collected import SHAPES, Collected, days_of
from travel.forms.clearances import AskForm, DocumentFactsForm, HoldForm, RequireForm, WhyForm
from travel.models import MET, Clearance, ClearanceKind, ClearanceState
from travel.permissions import insist, may
from travel.planability import lacks_of_documents
from travel.views.acts import Page, answer, say_refusal
from travel.windows import window_of

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def case_for(request: HttpRequest, code: UUID, verb: str = "") -> Case:
    """The case through the door, for somebody who may do this in it."""
    case = enter(request, Case.objects.all(), code)
    if verb:
        insist(request.user, verb, [case])
    return case


def address(case: Case) -> str:
    """Where the table of this case is."""
    return reverse("travel:clearances", args=[case.code])


@require_safe
@staff
def clearances(request: HttpRequest, code: UUID) -> HttpResponse:
    """What must hold for each person, what is owed by whom since when, and what the travel documents still lack."""
    case = case_for(request, code)
    collected, window = Collected(case), window_of(case)
    seen = {
        "case": case, "collected": collected, "window": window, "shapes": SHAPES,
        "days": window.days_left(timezone.localdate()), "lacks": lacks_of_documents(collected.members),
        "may_clear": may(request.user, "clear", case), "may_waive": may(request.user, "waive", case),
        "require": RequireForm(),
    }  # fmt: skip
    return render(request, "travel/clearances.html", seen)


@dataclass(frozen=True)
class Act:
    """One act on clearances of a kind: who may, what the page says, its form, the action."""

    verb: str
    heading: Promise
    button: Promise
    said: Promise
    form: Callable[..., forms.Form]
    action: Callable[..., object]


ACTS = {
    "ask": Act("clear", gettext_lazy("%(what)s: asked for"), gettext_lazy("Record that it was asked for"),
               gettext_lazy("From that day on it is owed."), AskForm, acts.ask_clearance),
    "hold": Act("clear", gettext_lazy("%(what)s: held"), gettext_lazy("Record as held"),
                gettext_lazy("It is held; the travel window is worked out anew."), HoldForm, acts.hold_clearance),
    "refuse": Act("clear", gettext_lazy("%(what)s: refused"), gettext_lazy("Record the refusal"),
                  gettext_lazy("The refusal is recorded. Journeys that counted on it are on the task list."),
                  WhyForm, acts.refuse_clearance),
    "waive": Act("waive", gettext_lazy("%(what)s: not needed"), gettext_lazy("Waive"),
                 gettext_lazy("It is not needed any more."), WhyForm, acts.waive_clearance),
}  # fmt: skip


@get_or_post
@staff
def act(request: HttpRequest, code: UUID, kind: str, verb: str) -> HttpResponse:
    """One act on one kind of clearance, for one person or several at once."""
    chosen = ACTS.get(verb)
    if chosen is None or kind not in ClearanceKind.values:
        raise Http404
    case = case_for(request, code, chosen.verb)
    form = chosen.form(request.POST or None, case=case, kind=kind, initial=beginning(request, case, kind))
    page = Page(
        chosen.heading % {"what": ClearanceKind(kind).label}, chosen.button, chosen.said, address(case), case.reference
    )
    return answer(request, form, partial(chosen.action, case=case, kind=kind), page)


def beginning(request: HttpRequest, case: Case, kind: str) -> dict:
    """Whom the form has ticked at first: the person named in the address, or all who still lack it."""
    lines = list(Clearance.objects.filter(case=case, kind=kind).select_related("person"))
    people = request.GET.getlist("person") or [one.person.code for one in lines if one.state not in MET]
    unmet = next((one for one in lines if one.state not in MET), None)
    newest = max((one.recorded_at for one in lines), default=None)
    return {
        "people": people, "seen": newest.isoformat() if newest else "",
        "organisation": unmet.owed_by_organisation_id if unmet else None, "owed_by": unmet.owed_by if unmet else "",
        **as_held(one for one in lines if str(one.person.code) in set(map(str, people))),
    }  # fmt: skip


def as_held(lines: Iterable[Clearance]) -> dict:
    """The days and the document as they are held now, where these people share them: a change begins from there."""
    held = {(days_of(one), one.document_id) for one in lines if one.state == ClearanceState.HELD}
    if len(held) != 1:
        return {}
    days, document = held.pop()
    return {"valid_from": days.first, "valid_until": days.last, "document": document}


@require_POST
@staff
def remind(request: HttpRequest, code: UUID, kind: str) -> HttpResponse:
    """We asked again whoever owes it."""
    case = case_for(request, code, "clear")
    try:
        acts.remind(case=case, kind=kind, by=request.user)
    except ValidationError as refusal:
        say_refusal(request, refusal)
    else:
        messages.success(request, _("The reminder is recorded with today's date."))
    return redirect(address(case))


@require_POST
@staff
def require(request: HttpRequest, code: UUID) -> HttpResponse:
    """Something more must hold for those who travel."""
    case = case_for(request, code, "clear")
    form = RequireForm(request.POST)
    if form.is_valid():
        kind = form.cleaned_data["kind"]
        made = acts.require_clearance(case=case, people=travellers_of(case), kind=kind, by=request.user)
        said = _("It is on the list.") if made else _("It was on the list already; nothing was changed.")
        messages.success(request, said)
    return redirect(address(case))


def travellers_of(case: Case) -> Iterable[Person]:
    """Those who are to travel with the family."""
    return [member.person for member in case.members.travelling().select_related("person")]


@get_or_post
@staff
def document_facts(request: HttpRequest, code: UUID, person: UUID) -> HttpResponse:
    """The name and birth date that a person's travel document prints."""
    case = case_for(request, code, "clear")
    found = enter(request, Person.objects.filter(memberships__case=case), person)
    first = {"document_name": found.document_name, "document_birth_date": found.document_birth_date}
    form = DocumentFactsForm(request.POST or None, initial=first)
    page = Page(
        _("What the travel document says: %(person)s") % {"person": found}, _("Record what the document says"),
        _("Seats are booked under what the document says."), address(case), case.reference,
        lead=_("Known so far: %(name)s, born %(birth)s.") % {"name": found.name, "birth": found.birth},
    )  # fmt: skip
    return answer(request, form, partial(acts.record_document_facts, case=case, person=found), page)
