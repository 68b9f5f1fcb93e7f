"""RIAT files: the list, one file, its first page, and each status that RIAT shows."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from accounts.gates import allow
from cases.acting import answer, typed_in
from cases.door import enter, note_looks
from returns.actions import riat as acts
from returns.forms import riat as forms
from returns.models import RiatFile, RiatStatus
from returns.permissions import COUNSELLORS, counsels_returns, may_act
from returns.riat_looks import RiatLook, files_for
from returns.views.acts import return_for
from returns.views.enquiries import insist

R = RiatStatus


def riat_for(request: HttpRequest, code: UUID) -> RiatFile:
    """The file through the door, for somebody who may act in its case."""
    riat = enter(request, RiatFile.objects.select_related("case__officer", "case__return_file", "consent_sheet"), code)
    if not may_act(request.user, riat.case):
        raise Http404
    return riat


@require_safe
@allow(*COUNSELLORS)
def files(request: HttpRequest) -> HttpResponse:
    """Every file that is under way, the most urgent first; or those of one status."""
    insist(counsels_returns(request.user))
    status = request.GET.get("status", "")
    status = status if status in R.values else ""
    found = files_for(request.user, status)
    note_looks(request, [one.riat for one in found])
    return render(request, "returns/riat/list.html", {"looks": found, "status": status, "statuses": R.choices})


@require_safe
@allow(*COUNSELLORS)
def file(request: HttpRequest, code: UUID) -> HttpResponse:
    """One file: its clock, its first page, its history, what may follow."""
    riat = riat_for(request, code)
    follows = [(one, ACTS[one].heading) for one in RiatFile.NEXT[riat.status]]
    steps = list(riat.steps.select_related("came_by"))
    seen = {"riat": riat, "case": riat.case, "look": RiatLook(riat), "follows": follows, "steps": steps}
    return render(request, "returns/riat/file.html", seen)


@allow(*COUNSELLORS)
def new(request: HttpRequest, code: UUID) -> HttpResponse:
    """Begin a file for a return."""
    record = return_for(request, code)
    words = {
        "heading": _("New RIAT file"), "button": _("Begin the file"), "said": _("The file is begun."),
        "lead": _("The first page as RIAT asks it. It is closed once RIAT has registered the case."),
    }  # fmt: skip
    form = forms.FirstPageForm(typed_in(request), initial=forms.FirstPageForm.said_before(record))
    return answer(request, record.case, form, partial(acts.open_riat, record=record), words)


@allow(*COUNSELLORS)
def first_page(request: HttpRequest, code: UUID) -> HttpResponse:
    """Correct the first page while it is a draft."""
    riat = riat_for(request, code)
    if riat.status != R.DRAFT:
        raise Http404
    words = {"heading": _("First page"), "button": _("Record the first page"), "said": _("Recorded.")}
    form = forms.FirstPageForm(typed_in(request), initial=forms.FirstPageForm.said_before(riat))
    return answer(request, riat.case, form, partial(acts.change_first_page, riat=riat), words)


@dataclass(frozen=True)
class Act:
    """One status that RIAT may show: what the page says, and its form."""

    heading: Promise
    form: Callable[..., Form] = forms.CommentForm
    follows: tuple[Promise, ...] = ()


ACTS = {
    R.REGISTERED: Act(
        gettext_lazy("Record the registration"), forms.RegisterForm,
        (gettext_lazy("The first page is closed from now on, in RIAT and here."),),
    ),
    R.OPEN: Act(gettext_lazy("Open in KM2, with the focal point")),
    R.VALIDATION: Act(
        gettext_lazy("Validation is requested"), forms.ValidationRequestForm,
        (gettext_lazy("The answer is needed within seven days; the desk warns from the fifth day on."),),
    ),
    R.REJECTED: Act(gettext_lazy("Rejected"), forms.RejectForm),
    R.REOPENED: Act(gettext_lazy("Reopened"), forms.ReopenForm),
    R.CONFIRMED: Act(gettext_lazy("Confirmed"), follows=(gettext_lazy("Nothing can follow a confirmation."),)),
}  # fmt: skip


@allow(*COUNSELLORS)
def move(request: HttpRequest, code: UUID, status: str) -> HttpResponse:
    """RIAT shows another status."""
    riat = riat_for(request, code)
    if status not in RiatFile.NEXT[riat.status]:
        raise Http404
    act = ACTS[status]
    words = {
        "heading": act.heading, "button": _("Record it"), "said": _("Recorded."), "consequences": act.follows,
        "lead": f"RIAT {riat.name}",
    }  # fmt: skip
    if status == R.REGISTERED:
        return register(request, riat, words)
    form = act.form(typed_in(request))
    return answer(request, riat.case, form, partial(acts.move_riat, riat=riat, to=status), words)


def register(request: HttpRequest, riat: RiatFile, words: dict) -> HttpResponse:
    """The reference and the consent sheet; what is missing is said instead of a form."""
    if missing := acts.missing_before_registration(riat):
        return render(request, "cases/not_yet.html", {"case": riat.case, "missing": missing})
    form = forms.RegisterForm(typed_in(request), riat=riat)
    return answer(request, riat.case, form, partial(acts.register_riat, riat=riat), words)
