"""People: the search as one types, and what is known of a person."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.gates import staff
from cases.door import enter, note_looks
from cases.duplicates import perhaps_the_same
from cases.models import Case, Person
from cases.permissions import CASEWORKERS
from cases.search import search


@staff
def people(request: HttpRequest) -> HttpResponse:
    """Find people, cases and bookings by whatever one has in hand."""
    words = request.GET.get("q", "").strip()[:100]
    hits = search(request.user, words)
    note_looks(request, [*(hit.person for hit in hits.people), *hits.cases])
    return render(request, "cases/people.html", {"words": words, "hits": hits})


@staff
def person_page(request: HttpRequest, code: UUID) -> HttpResponse:
    """A person with the numbers that others gave, and the cases that the reader may see."""
    person = enter(request, Person.objects.prefetch_related("identifiers__issuer"), code)
    cases = Case.objects.visible_to(request.user).filter(members__person=person).select_related("officer")
    members = person.memberships.filter(case__in=cases).select_related("case__officer").order_by("-case__opened_at")
    may_merge = request.user.standing.has(*CASEWORKERS)
    seen = {
        "person": person, "members": list(members), "may_merge": may_merge,
        "alike": list(perhaps_the_same(person, request.user)) if may_merge else [],
        "merges": list(person.merges.filter(undone_at=None).select_related("gone", "merged_by")),
    }  # fmt: skip
    note_looks(request, [*seen["alike"], *(merge.gone for merge in seen["merges"])])
    return render(request, "cases/person.html", seen)
