"""Codes to the own page: given by an officer to a person of a case, of whatever mandate has such a page."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.gates import allow
from cases.acting import typed_in
from cases.door import enter
from cases.journeys import page_of
from cases.models import Case, Status
from returns.actions.journey_keys import give_key
from returns.forms.intake import KeyForm
from returns.permissions import COUNSELLORS, may_act


@allow(*COUNSELLORS)
def give(request: HttpRequest, code: UUID) -> HttpResponse:
    """A code for one person, shown once."""
    case = enter(request, Case.objects.all(), code)
    if case.status == Status.CLOSED or not may_act(request.user, case) or not says_something(case):
        raise Http404
    form = KeyForm(typed_in(request), case=case)
    if request.method == "POST" and form.is_valid():
        person = form.cleaned_data["person"]
        key = give_key(by=request.user, case=case, person=person)
        return render(request, "returns/key.html", {"case": case, "person": person, "key": key})
    words = {
        "heading": _("Code for the own page"), "button": _("Make a code"), "said": "",
        "consequences": [_("The code is shown once. An earlier code of the person ends.")],
    }  # fmt: skip
    return render(request, "cases/act.html", {"case": case, "form": form} | words)


def says_something(case: Case) -> bool:
    """Has the mandate a page, and a record of the case that it can speak of?"""
    page, people = page_of(case), case.household
    return bool(page and people and page.standing(case, people[0].person, "en"))
