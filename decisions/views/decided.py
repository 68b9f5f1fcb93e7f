"""Decisions: where each stands in words, and its versions."""

from uuid import UUID

from django.db.models import Count, F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.models import User
from cases.door import enter, note_looks
from cases.paging import page_of
from decisions import sentences
from decisions.forms import UploadForm
from decisions.layouts import LAYOUTS
from decisions.models import Decision, Upload, UploadState
from decisions.models.decision import DecisionQuerySet
from decisions.standing import standings
from decisions.views.uploads import place_of, rows_of
from decisions.words import difference_in_words, value_in_words

PAGE, GLANCE = 40, 8
TOLD = ("date_of_birth", "citizenship", "relation", "decision_outcome", "municipality", "latest_arrival_date")


def with_counts(user: User) -> DecisionQuerySet:
    """The decisions this person may see, each with its case and the number of its persons."""
    decisions = Decision.objects.visible_to(user).select_related("case", "current")
    return decisions.annotate(persons=Count("current__persons"))


def lines_of(decisions: list[Decision]) -> list[dict]:
    """Each decision with where it stands."""
    found = standings(decisions)
    return [{"decision": one, "stands": found[one.pk]} for one in decisions]


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """A liaison's first page: send a file, my files, my decisions."""
    uploads = Upload.objects.visible_to(request.user)
    newest = list(uploads.newest_first()[:GLANCE])
    decisions = list(with_counts(request.user).order_by("-first_at", "-pk")[:GLANCE])
    note_looks(request, [one.case for one in decisions if one.case])
    seen = {
        "form": UploadForm(by=request.user),
        "rows": rows_of(newest),
        "decided": lines_of(decisions),
        "waiting": sum(1 for one in newest if one.state == UploadState.READY),
        "place": place_of(request),
    }
    return render(request, "decisions/authority.html", seen)


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Decisions, the newest first."""
    places = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = page_of(with_counts(request.user), key=F("first_at"), descending=True, size=PAGE, **places)
    note_looks(request, [one.case for one in page.rows if one.case])
    seen = {"page": page, "decided": lines_of(page.rows), "place": place_of(request), "choice": {"address": "?"}}
    return render(request, "decisions/decided.html", seen)


@require_safe
def decision(request: HttpRequest, code: UUID) -> HttpResponse:
    """One decision: where it stands, its persons, and how each version differed from the one before."""
    one = enter(request, Decision.objects.select_related("case", "issuer"), code)
    country = LAYOUTS[one.layout].country
    versions = list(one.versions.select_related("upload", "accepted_by"))
    people = one.current.persons.all() if one.current_id else []
    seen = {
        "decision": one,
        "layout": sentences.LAYOUTS[one.layout],
        "stands": standings([one])[one.pk],
        "people": [
            (person, [value_in_words(field, person.values.get(field), country) for field in TOLD]) for person in people
        ],
        "headings": [sentences.MEANINGS[field] for field in TOLD],
        "versions": [(v, [difference_in_words(d, country) for d in v.differences]) for v in versions],
        "place": place_of(request),
    }
    return render(request, "decisions/decision.html", seen)
