"""One act on one case: a small page with a form, then one action, then back to the case. Every mandate acts so."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.forms import NoteForm
from cases.models import Case
from cases.stages import Staged, missing_for


def typed_in(request: HttpRequest) -> QueryDict | None:
    """What was sent, or nothing yet: a form sent empty is a form sent."""
    return request.POST if request.method == "POST" else None


def answer(
    request: HttpRequest, case: Case, form: Form, act: Callable[..., object], words: dict, *,
    page: str = "cases/act.html", back: str = "",
) -> HttpResponse:  # fmt: skip
    """Show the form, or do what it asks and go back to the case; a refusal stands in the form with what was typed.

    `words`: `heading`, `button`, `said` afterwards; optionally `lead`, and `consequences`, read before one acts.
    A mandate with pages of its own names its `page`, and the address to go `back` to.
    """
    if request.method == "POST" and form.is_valid():
        try:
            act(by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, words["said"])
            return redirect(back or reverse("cases:case", args=[case.code]))
    return render(request, page, {"case": case, "form": form} | words)


def begin(request: HttpRequest, record: Staged, to: str, act: Callable[..., object]) -> HttpResponse:
    """The next stage of a line: what keeps it from beginning, or a form to begin it; empty `to`: there is none."""
    missing = missing_for(record, to) if to else []
    if missing or not to:
        return render(request, "cases/not_yet.html", {"case": record.case, "missing": missing})
    stage = record.Stage(to).label
    words = {
        "heading": _("Begin: %(stage)s") % {"stage": stage}, "button": _("Begin: %(stage)s") % {"stage": stage},
        "said": _("%(stage)s: begun.") % {"stage": stage}, "consequences": [_("The tasks of the next stage are made.")],
    }  # fmt: skip
    return answer(request, record.case, NoteForm(typed_in(request)), act, words)
