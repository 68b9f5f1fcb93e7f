"""Two records of one person: looked at side by side, put together, taken apart, or judged to be two people."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.gates import allow
from cases.actions.merges import judge_different, merge_people, undo_merge
from cases.door import enter
from cases.models import Member, Merge, Person
from cases.permissions import CASEWORKERS


def two_people(request: HttpRequest, code: UUID, other: UUID) -> tuple[Person, Person]:
    """Both records through the door."""
    kept, gone = enter(request, Person.objects.all(), code), enter(request, Person.objects.all(), other)
    if kept == gone:
        raise Http404
    return kept, gone


@allow(*CASEWORKERS)
def merge(request: HttpRequest, code: UUID, other: UUID) -> HttpResponse:
    """Look at both side by side, then put `other` into the first."""
    kept, gone = two_people(request, code, other)
    refusal = ""
    if request.method == "POST":
        try:
            merge_people(kept=kept, gone=gone, by=request.user)
        except ValidationError as error:
            refusal = " ".join(error.messages)
        else:
            messages.success(request, _("The two records are one. It can be undone on this page."))
            return redirect("cases:person", kept.code)
    members = Member.objects.visible_to(request.user).filter(person__in=[kept, gone]).select_related("case")
    seen = {"kept": kept, "gone": gone, "members": list(members), "refusal": refusal}
    return render(request, "cases/merge.html", seen)


@allow(*CASEWORKERS)
@require_POST
def not_the_same(request: HttpRequest, code: UUID, other: UUID) -> HttpResponse:
    """Remember that these are two people."""
    person, another = two_people(request, code, other)
    judge_different(person=person, other=another, by=request.user)
    messages.success(request, _("Remembered: these are two people."))
    return redirect("cases:person", person.code)


@allow(*CASEWORKERS)
@require_POST
def undo(request: HttpRequest, code: UUID, merge: UUID) -> HttpResponse:
    """Take a merge apart again."""
    person = enter(request, Person.objects.all(), code)
    undo_merge(merge=get_object_or_404(Merge, code=merge, kept=person), by=request.user)
    messages.success(request, _("The two records are two again."))
    return redirect("cases:person", person.code)
