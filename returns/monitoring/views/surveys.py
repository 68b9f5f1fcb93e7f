"""The survey: begun, answered dimension by dimension as a draft, looked over, finished, read."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.gates import allow
from returns.models import Dimension, Return, Survey, Visit
from returns.monitoring import forms
from returns.monitoring.actions.surveys import begin_survey, finish_survey, keep_answers
from returns.monitoring.contactable import before_contact, people_of
from returns.monitoring.permissions import MONITORS, return_in_reach
from returns.monitoring.sheet import Sheet, languages_in_use, next_part
from returns.monitoring.views.entering import entered
from returns.monitoring.views.visits import contact_form

SURVEYS = Survey.objects.select_related("person", "question_set", "visit", "finished_by")
MOST_NOTE = 4000


@require_http_methods(["GET", "HEAD", "POST"])
@allow(*MONITORS)
def begin(request: HttpRequest, code: UUID) -> HttpResponse:
    """A survey beside a visit, such as the first one before the plan."""
    return begun(request, return_in_reach(request, code))


@require_http_methods(["GET", "HEAD", "POST"])
@allow(*MONITORS)
def begin_at_visit(request: HttpRequest, code: UUID) -> HttpResponse:
    """The survey of a visit."""
    visit, record = entered(request, Visit.objects, code)
    return begun(request, record, visit)


def begun(request: HttpRequest, record: Return, visit: Visit | None = None) -> HttpResponse:
    """Who answers, in which language; then the first page of questions."""
    people, languages = people_of(record), languages_in_use()
    spoken = (get_language() or "en")[:2]
    form = contact_form(forms.BeginForm, request, record, people, languages=languages, initial={"language": spoken})
    if request.method == "POST" and form.is_valid():
        try:
            survey = begin_survey(record=record, visit=visit, by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect("returns:survey_part", survey.code, Dimension.ECONOMIC)
    words = {
        "heading": _("Begin the survey"), "button": _("Begin"), "record": record, "case": record.case, "form": form,
        "consequences": [_("Every answer is kept at once; the survey can be finished later.")],
    }  # fmt: skip
    return render(request, "returns/monitoring/act.html", words | before_contact(record, people))


@require_http_methods(["GET", "HEAD", "POST"])
@allow(*MONITORS)
def part(request: HttpRequest, code: UUID, name: str) -> HttpResponse:
    """The questions of one dimension. What is sent is kept, whatever button it was sent with."""
    survey, record = entered(request, SURVEYS, code)
    if name not in Dimension.values:
        raise Http404
    if survey.is_finished:
        return redirect("returns:survey", code)
    if request.method == "POST":
        return kept(request, survey, name)
    sheet = Sheet(survey, request.GET.get("language", ""))
    seen = {"sheet": sheet, "survey": survey, "record": record, "part": name, "asked": sheet.of(name),
            "words": Dimension(name).label, "place": Dimension.values.index(name) + 1}  # fmt: skip
    return render(request, "returns/monitoring/part.html", seen | before_contact(record, people_of(record)))


def kept(request: HttpRequest, survey: Survey, name: str) -> HttpResponse:
    """Answers put into the draft; then on, or back to the return."""
    answers = {field[2:]: value for field, value in request.POST.items() if field.startswith("a-")}
    note = request.POST.get("note")
    try:
        keep_answers(
            survey=survey, answers=answers, by=request.user, note=note if note is None else note[:MOST_NOTE],
            language=request.POST.get("language", "")[:8],
        )  # fmt: skip
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect("returns:survey_part", survey.code, name)
    if request.htmx:
        return HttpResponse(status=204)
    if request.POST.get("go") == "later":
        messages.success(request, _("The draft is kept."))
        return redirect("returns:monitored", survey.case.return_file.code)
    if following := next_part(name):
        return redirect("returns:survey_part", survey.code, following)
    return redirect("returns:survey", survey.code)


@require_safe
@allow(*MONITORS)
def survey(request: HttpRequest, code: UUID) -> HttpResponse:
    """A draft looked over before it is finished, or the answers and scores of a finished one."""
    one, record = entered(request, SURVEYS, code)
    sheet = Sheet(one, (get_language() or "en")[:2])
    return render(request, "returns/monitoring/survey.html", {"sheet": sheet, "survey": one, "record": record})


@require_POST
@allow(*MONITORS)
def finish(request: HttpRequest, code: UUID) -> HttpResponse:
    """Finish it: scores are computed and stay."""
    one, record = entered(request, SURVEYS, code)
    try:
        finish_survey(survey=one, record=record, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, _("The survey is finished."))
    return redirect("returns:survey", code)
