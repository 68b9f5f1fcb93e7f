"""Sets of questions: which is in use, loading another, looking at it, putting it in use."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.gates import allow
from returns.models import Dimension, QuestionSet
from returns.monitoring.actions.question_sets import (
    activate_questions,
    discard_questions,
    load_questions,
    may_put_in_use,
)
from returns.monitoring.question_form import QuestionSetForm
from returns.monitoring.tables import written_tables
from returns.permissions import MAY_LOAD, MAY_SEE_RULES, may_load, may_see_rules
from returns.views.rules import insist

PEOPLE = ("loaded_by", "activated_by", "ended_by")
TABLES = {"questions": 0, "scales": 1}


@require_safe
@allow(*MAY_SEE_RULES)
def question_sets(request: HttpRequest) -> HttpResponse:
    """Every version, the newest first."""
    insist(may_see_rules(request.user))
    seen = {"sets": QuestionSet.objects.select_related(*PEOPLE), "may_load": may_load(request.user)}
    return render(request, "returns/monitoring/question_sets.html", seen)


@require_http_methods(["GET", "HEAD", "POST"])
@allow(*MAY_LOAD)
def load(request: HttpRequest) -> HttpResponse:
    """Load a set as a draft."""
    insist(may_load(request.user))
    form = QuestionSetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        made = load_questions(
            by=request.user, table=said["read"], title=said["title"], source=said["source"],
            is_verified=said["is_verified"],
        )  # fmt: skip
        messages.success(request, _("The draft is kept. It is asked when a second person puts it in use."))
        return redirect("returns:question_set", made.code)
    return render(request, "returns/monitoring/question_set_load.html", {"form": form})


@require_safe
@allow(*MAY_SEE_RULES)
def question_set(request: HttpRequest, code: UUID) -> HttpResponse:
    """One version: its questions, answers, scores and weights."""
    insist(may_see_rules(request.user))
    one = get_object_or_404(QuestionSet.objects.select_related(*PEOPLE), code=code)
    questions = list(one.questions.all())
    seen = {
        "question_set": one, "is_draft": one.state == "draft",
        "parts": [(each.label, [q for q in questions if q.dimension == each]) for each in Dimension],
        "may_activate": may_put_in_use(request.user, one), "may_discard": may_load(request.user),
    }  # fmt: skip
    return render(request, "returns/monitoring/question_set.html", seen)


@require_safe
@allow(*MAY_SEE_RULES)
def table(request: HttpRequest, code: UUID, name: str) -> HttpResponse:
    """One of the two tables, to be changed and loaded again."""
    insist(may_see_rules(request.user) and name in TABLES)
    one = get_object_or_404(QuestionSet, code=code)
    answer = HttpResponse(written_tables(one)[TABLES[name]], content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="survey-{name}.csv"'
    return answer


@require_POST
@allow(*MAY_LOAD)
def activate(request: HttpRequest, code: UUID) -> HttpResponse:
    """Put a draft in use."""
    insist(may_load(request.user))
    try:
        activate_questions(question_set=get_object_or_404(QuestionSet, code=code), by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("In use. Surveys already begun keep their version."))
    return redirect("returns:question_set", code)


@require_POST
@allow(*MAY_LOAD)
def discard(request: HttpRequest, code: UUID) -> HttpResponse:
    """Give a draft up."""
    insist(may_load(request.user))
    try:
        discard_questions(question_set=get_object_or_404(QuestionSet, code=code), by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("The draft is discarded. It stays on record."))
    return redirect("returns:question_sets")
