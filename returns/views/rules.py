"""Decrees: which speak from when, loading tomorrow's, looking at its effect, putting it in force."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.gates import allow
from accounts.models import User
from cases.door import note_looks
from cases.models import Case
from returns.actions.computations import recompute_open
from returns.actions.rules import activate_rules, discard_rules, load_rules
from returns.forms.decrees import DecreeForm
from returns.models import RuleSet
from returns.permissions import MAY_LOAD, MAY_SEE_RULES, may_activate, may_load, may_see_rules
from returns.tables import written_table
from returns.timeline import picture

MOST_EFFECTS = 200


@require_safe
@allow(*MAY_SEE_RULES)
def rule_sets(request: HttpRequest) -> HttpResponse:
    """Every decree in force, over the years, and the drafts that wait."""
    insist(may_see_rules(request.user))
    active = RuleSet.objects.active().select_related("loaded_by", "activated_by")
    context = {
        "picture": picture(active), "drafts": RuleSet.objects.drafts().select_related("loaded_by"),
        "loaded": active.filter(came_with_portal=False), "may_load": may_load(request.user),
    }  # fmt: skip
    return render(request, "returns/rules.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@allow(*MAY_LOAD)
def load(request: HttpRequest) -> HttpResponse:
    """Load a decree as a draft."""
    insist(may_load(request.user))
    form = DecreeForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = load_rules(
                by=request.user, rules=said["rules_table"], groups=said["groups_table"], title=said["title"],
                legal_source=said["legal_source"],
            )  # fmt: skip
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _("The draft is kept. It holds when a second person puts it in force."))
            return redirect("returns:rule_set", made[0].code) if len(made) == 1 else redirect("returns:rules")
    return render(request, "returns/rules_load.html", {"form": form})


@require_safe
@allow(*MAY_SEE_RULES)
def rule_set(request: HttpRequest, code: UUID) -> HttpResponse:
    """One decree: its rows, and for a draft what it would do to open computations."""
    insist(may_see_rules(request.user))
    one = get_object_or_404(RuleSet.objects.select_related("loaded_by", "activated_by", "ended_by"), code=code)
    context = {
        "rule_set": one, "rules": one.rules.all(), "entries": one.entries.all(),
        "may_activate": one.state == "draft" and may_activate(request.user, one),
        "may_discard": one.state == "draft" and may_load(request.user),
    }  # fmt: skip
    if one.state == "draft":
        context |= effects_for(request, one)
    return render(request, "returns/rule_set.html", context)


@require_safe
@allow(*MAY_SEE_RULES)
def table(request: HttpRequest, code: UUID) -> HttpResponse:
    """The rows of a decree as a table that can be changed and loaded again; its lists, where it has no rules."""
    insist(may_see_rules(request.user))
    one = get_object_or_404(RuleSet, code=code)
    answer = HttpResponse(written_table(one), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{slugify(one.scheme)}.csv"'
    return answer


def effects_for(request: HttpRequest, draft: RuleSet) -> dict:
    """What a draft changes: how many computations for everybody, which cases only for those who may see them."""
    effects = list(recompute_open(draft))
    changed = [effect for effect in effects if effect.changes]
    visible = visible_cases(request.user, [effect.computation.case for effect in changed])
    shown = [effect for effect in changed if effect.computation.case_id in visible][:MOST_EFFECTS]
    note_looks(request, [effect.computation.case for effect in shown])
    return {"looked_at": len(effects), "changed": len(changed), "effects": shown, "unseen": len(changed) - len(shown)}


def visible_cases(user: User, cases: list[Case]) -> set[int]:
    """Which of these cases this person may see."""
    keys = [case.pk for case in cases]
    return set(Case.objects.visible_to(user).filter(pk__in=keys).values_list("pk", flat=True))


@require_POST
@allow(*MAY_LOAD)
def activate(request: HttpRequest, code: UUID) -> HttpResponse:
    """Put a draft in force."""
    insist(may_load(request.user))
    one = get_object_or_404(RuleSet, code=code)
    try:
        changed = activate_rules(rule_set=one, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        words = _("In force. Open computations that came out anew: %(n)s. Officers of returns were told.")
        messages.success(request, words % {"n": changed})
    return redirect("returns:rule_set", code)


@require_POST
@allow(*MAY_LOAD)
def discard(request: HttpRequest, code: UUID) -> HttpResponse:
    """Give a draft up."""
    insist(may_load(request.user))
    try:
        discard_rules(rule_set=get_object_or_404(RuleSet, code=code), by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("The draft is discarded. It stays on record."))
    return redirect("returns:rules")


def insist(allowed: bool) -> None:
    """What one may not do cannot be told from what does not exist."""
    if not allowed:
        raise Http404
