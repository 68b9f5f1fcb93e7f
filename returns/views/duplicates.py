"""Pages of possible duplicates: what waits, two people side by side, what was decided and taken back."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.gates import allow
from cases.acting import typed_in
from cases.door import note_looks
from returns.actions.duplicates import decide_pair, take_back
from returns.duplicates.sides import Look, looks_at
from returns.forms.duplicates import DecisionForm
from returns.models import DuplicatePair, PairState
from returns.permissions import COUNSELLORS, counsels_returns
from returns.views.rules import insist

MOST_ASKED, MOST_DECIDED = 40, 10


@require_safe
@allow(*COUNSELLORS)
def duplicates(request: HttpRequest) -> HttpResponse:
    """What waits for a decision, the surest first; what was left unclear; what was decided last."""
    insist(counsels_returns(request.user))
    seen = pairs_for(request)
    lists = {
        "asked": seen.asked()[:MOST_ASKED],
        "unclear": seen.filter(state=PairState.UNCLEAR).order_by("-score", "pk")[:MOST_ASKED],
        "decided": decided_last(seen)[:MOST_DECIDED],
    }
    found = {name: list(pairs) for name, pairs in lists.items()}
    looks = shown(request, [pair for pairs in found.values() for pair in pairs])
    context = {name: [looks[pair.pk] for pair in pairs] for name, pairs in found.items()}
    return render(request, "returns/duplicates/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@allow(*COUNSELLORS)
def duplicate(request: HttpRequest, code: UUID) -> HttpResponse:
    """Two people side by side, and the decision. After it the next pair comes up."""
    pair = pair_for(request, code)
    form = DecisionForm(typed_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            decide_pair(pair=pair, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("Remembered. The list of possible duplicates shows it and can take it back."))
            return onward(request)
    (look,) = shown(request, [pair]).values()
    return render(request, "returns/duplicates/pair.html", {"look": look, "form": form})


@require_POST
@allow(*COUNSELLORS)
def undecide(request: HttpRequest, code: UUID) -> HttpResponse:
    """Take a decision back."""
    take_back(pair=pair_for(request, code), by=request.user)
    messages.success(request, _("Taken back: it waits for a decision again."))
    return redirect("returns:duplicate", code)


def decided_last(pairs: QuerySet[DuplicatePair]) -> QuerySet[DuplicatePair]:
    """Those of which somebody said what they are, the latest first."""
    known = pairs.filter(state__in=[PairState.SAME, PairState.DIFFERENT], changed_since=False)
    return known.annotate(last=Max("decisions__decided_at")).order_by("-last", "pk")


def pairs_for(request: HttpRequest) -> QuerySet[DuplicatePair]:
    """The pairs that this person may see, with people and decisions."""
    pairs = DuplicatePair.objects.visible_to(request.user).select_related("first", "second")
    return pairs.prefetch_related("decisions__decided_by")


def pair_for(request: HttpRequest, code: UUID) -> DuplicatePair:
    """The pair of this code for this person, or 404."""
    insist(counsels_returns(request.user))
    pair = pairs_for(request).filter(code=code).first()
    insist(pair is not None)
    return pair


def shown(request: HttpRequest, pairs) -> dict[int, Look]:
    """Pairs for this reader; that both people were looked at is written down, in whichever country they are."""
    looks = {look.pair.pk: look for look in looks_at(pairs, request.user)}
    people = {side.person.pk: side.person for look in looks.values() for side in (look.own, look.other)}
    note_looks(request, people.values())
    return looks


def onward(request: HttpRequest) -> HttpResponse:
    """To the next pair that waits, or to the list."""
    following = DuplicatePair.objects.visible_to(request.user).asked().first()
    return redirect("returns:duplicate", following.code) if following else redirect("returns:duplicates")
