"""Returns recorded after they happened: a new one, one that was under way, and what is missing of the past."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.gates import allow
from accounts.models import User
from cases.acting import answer, typed_in
from cases.models import Person
from returns.actions.past import open_past_return, record_past_return
from returns.forms.past import DaysForm, PastReturnForm, ReturnedFormSet
from returns.inbox import alike
from returns.models import BEFORE_DEPARTURE, Enquiry
from returns.past import missing_of_the_past
from returns.permissions import COUNSELLORS, counsels_returns, may_answer
from returns.views.acts import return_for
from returns.views.enquiries import insist


@require_http_methods(["GET", "HEAD", "POST"])
@allow(*COUNSELLORS)
def new(request: HttpRequest) -> HttpResponse:
    """A return that nobody had on record: checked, with whom we may know already, then recorded."""
    insist(counsels_returns(request.user))
    form = PastReturnForm(typed_in(request))
    people = ReturnedFormSet(typed_in(request), prefix="person")
    is_checked, known, refusals = False, [], []
    if request.method == "POST" and form.is_valid() and people.is_valid():
        if not may_answer(request.user, form.cleaned_data["country"]):
            form.add_error("country", _("You do not record returns from there."))
        elif "confirmed" in request.POST:
            try:
                record = open_past_return(people=people.people(), by=request.user, **form.cleaned_data)
            except ValidationError as refusal:
                refusals = refusal.messages
            else:
                messages.success(request, _("The return is recorded. What is missing of its past is listed here."))
                return redirect("returns:past", record.code)
        else:
            is_checked, known = True, known_already(people, request.user)
    seen = {"form": form, "people": people, "is_checked": is_checked, "known": known, "refusals": refusals}
    return render(request, "returns/past/new.html", seen)


def known_already(people, user: User) -> list[Person]:
    """People this officer may see who may be one of those just told."""
    found = {}
    for one in people.people():
        told = Enquiry(family_name=one.family_name, given_names=one.given_names, birth_year=one.birth.year)
        found |= {person.pk: person for person in alike(told, user)}
    return list(found.values())


@allow(*COUNSELLORS)
def happened(request: HttpRequest, code: UUID) -> HttpResponse:
    """A return that was under way here has happened without us."""
    record = return_for(request, code)
    if record.stage not in BEFORE_DEPARTURE:
        raise Http404
    words = {
        "heading": _("The return has happened already"), "button": _("Record the return"),
        "said": _("The return is recorded."),
        "lead": _("For a return that was made without a journey of this portal, and is written down afterwards."),
        "consequences": [
            _("The return stands at “Arrived”, marked as recorded afterwards."),
            _("No seats are asked for. It counts on the day on which it happened."),
            *(_("Not on record: %(what)s") % {"what": one} for one in missing_of_the_past(record)),
        ],
    }  # fmt: skip
    return answer(request, record.case, DaysForm(typed_in(request)), partial(record_past_return, record=record), words)


@require_safe
@allow(*COUNSELLORS)
def past(request: HttpRequest, code: UUID) -> HttpResponse:
    """What is missing of the past of a return that was recorded afterwards."""
    record = return_for(request, code)
    if not record.is_retroactive:
        raise Http404
    seen = {"record": record, "case": record.case, "missing": missing_of_the_past(record)}
    return render(request, "returns/past/missing.html", seen)
