"""Who looked: the log of reading, for the data protection officer. Cases are told by reference, people not at all."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.gates import allow
from accounts.models import Role, User
from cases.models import Access, Case

PAGE = 50


@require_safe
@allow(Role.AUDITOR)
def looks(request: HttpRequest) -> HttpResponse:
    """Every look, newest first; all of one reader, or all at one case."""
    reader = one_of(User, request.GET.get("reader", ""))
    case = one_of(Case, request.GET.get("case", ""))
    found = Access.objects.select_related("user__organisation", "case").order_by("-pk")
    found = found.filter(user=reader) if reader else found
    found = found.filter(case=case) if case else found
    if (mark := request.GET.get("after", "")).isdigit():
        found = found.filter(pk__lt=int(mark[:18]))
    rows = list(found[: PAGE + 1])
    seen = {
        "rows": rows[:PAGE], "reader": reader, "case": case,
        "after": rows[PAGE - 1].pk if len(rows) > PAGE else None,
    }  # fmt: skip
    return render(request, "cases/looks.html", seen)


def one_of(model: type[User | Case], code: str) -> User | Case | None:
    """The record of this code; a code nobody has chooses nothing."""
    try:
        return model.objects.filter(code=UUID(code)).first()
    except ValueError:
        return None
