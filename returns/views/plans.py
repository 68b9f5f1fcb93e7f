"""Pages of reintegration plans for the office: the list, one version, writing, submitting, approving, amending."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.gates import allow, staff
from cases.acting import typed_in
from cases.door import enter, note_looks
from cases.forms import PlainForm
from returns.actions.plan_approvals import approve_here, send_back, submit_plan
from returns.actions.plans import amend_plan, begin_plan, drop_plan, write_plan
from returns.forms.plans import AmendForm, PlanForms, SendBackForm, retyped
from returns.models import ReintegrationPlan
from returns.permissions import COUNSELLORS, counsels_returns, may_act
from returns.plans.lists import PlanList
from returns.plans.sheet import PLANS, PlanSheet
from returns.views.acts import return_for
from returns.views.rules import insist

READ_OR_SEND = ["GET", "HEAD", "POST"]


@require_safe
@allow(*COUNSELLORS)
def plans(request: HttpRequest) -> HttpResponse:
    """Plans by where they are: first those that wait for a colleague."""
    insist(counsels_returns(request.user))
    chosen = PlanList(request.GET, request.user)
    note_looks(request, [row["plan"] for row in chosen.rows])
    return render(request, "returns/plans/list.html", {"choice": chosen})


@require_http_methods(READ_OR_SEND)
@allow(*COUNSELLORS)
def begin(request: HttpRequest, code: UUID) -> HttpResponse:
    """The first version of a return's plan."""
    record = return_for(request, code)
    form = PlainForm(typed_in(request))
    if request.method == "POST" and form.is_valid():
        try:
            return redirect("returns:plan_write", begin_plan(record=record, by=request.user).code)
        except ValidationError as refusal:
            form.add_error(None, refusal)
    words = {
        "heading": _("Begin the reintegration plan"), "button": _("Begin the plan"),
        "lead": _("Objectives, activities and a budget under the approved grant."),
        "consequences": [
            _("The budget stays within what the grant gives in kind or after the plan."),
            _("A colleague approves it first, then the mission in the country of return."),
        ],
    }  # fmt: skip
    return render(request, "cases/act.html", words | {"case": record.case, "form": form})


@require_safe
@staff
def plan(request: HttpRequest, code: UUID) -> HttpResponse:
    """One version, to read and to print."""
    one = enter(request, PLANS, code)
    return render(request, "returns/plans/plan.html", {"sheet": PlanSheet(one, request.user)})


@require_http_methods(READ_OR_SEND)
@allow(*COUNSELLORS)
def write(request: HttpRequest, code: UUID) -> HttpResponse:
    """Write a draft. Rows are added and removed by post, without saving; a refusal keeps what was typed."""
    one = plan_for(request, code)
    refusals: list[str] = []
    if request.method != "POST":
        if not one.is_writable:
            return redirect("returns:plan", one.code)
        return written(request, PlanForms(one), refusals)
    if "more" in request.POST or "without" in request.POST:
        more, without = request.POST.get("more", ""), request.POST.get("without", "")
        typed = retyped(one, request.POST, more=more, without=without)
        return written(request, PlanForms(one, typed=typed), refusals, changed=more or without.split("-")[0])
    forms = PlanForms(one, request.POST)
    if not forms.is_valid():
        return written(request, forms, refusals)
    try:
        write_plan(plan=one, by=request.user, **forms.said)
    except ValidationError as refusal:
        one.refresh_from_db(fields=["edition"])
        return written(request, PlanForms(one, typed=retyped(one, request.POST)), refusal.messages)
    messages.success(request, _("The plan is kept."))
    return redirect("returns:plan_write" if "on" in request.POST else "returns:plan", one.code)


def written(request: HttpRequest, forms: PlanForms, refusals: list[str], changed: str = "") -> HttpResponse:
    """The page on which a plan is written; `changed` is the list that got a row more or less."""
    draft = forms.plan
    sheet = PlanSheet(draft, request.user)
    comments = [one for one in sheet.notes if one.plan_id == draft.pk] if draft.state == "sent_back" else []
    context = {"forms": forms, "sheet": sheet, "refusals": refusals, "changed": changed, "comments": comments}
    return render(request, "returns/plans/write.html", context)


@require_POST
@allow(*COUNSELLORS)
def submit(request: HttpRequest, code: UUID) -> HttpResponse:
    """The author says it is ready."""
    one = plan_for(request, code)
    return acted(request, one, submit_plan, _("Submitted. A colleague looks at it first, then the mission."))


@require_POST
@allow(*COUNSELLORS)
def approve(request: HttpRequest, code: UUID) -> HttpResponse:
    """A colleague answers for it."""
    one = plan_for(request, code)
    return acted(request, one, approve_here, _("Approved. Now it waits for %(mission)s.") % {"mission": one.mission})


@require_POST
@allow(*COUNSELLORS)
def drop(request: HttpRequest, code: UUID) -> HttpResponse:
    """A version that is still being written is given up."""
    return acted(request, plan_for(request, code), drop_plan, _("Dropped."))


@require_http_methods(READ_OR_SEND)
@allow(*COUNSELLORS)
def back(request: HttpRequest, code: UUID) -> HttpResponse:
    """Send it back to the author with what is to be otherwise."""
    one = plan_for(request, code)
    words = {"heading": _("Send the plan back"), "button": _("Send back"), "said": _("Sent back.")}
    return asked(request, one, SendBackForm(typed_in(request)), partial(send_back, plan=one), words)


@require_http_methods(READ_OR_SEND)
@allow(*COUNSELLORS)
def amend(request: HttpRequest, code: UUID) -> HttpResponse:
    """The next version of an approved plan."""
    one = plan_for(request, code)
    words = {
        "heading": _("Amend the plan"), "button": _("Begin the amendment"), "said": _("The next version is begun."),
        "consequences": [
            _("Version %(n)s holds until the amendment is approved by the office and the mission.") % {"n": one.n},
            _("Everything it says is copied; both versions stay on record with what changed."),
        ],
    }  # fmt: skip
    return asked(request, one, AmendForm(typed_in(request)), partial(amend_plan, plan=one), words)


def plan_for(request: HttpRequest, code: UUID) -> ReintegrationPlan:
    """The plan through the door, for somebody who may act on its case."""
    one = enter(request, PLANS, code)
    insist(may_act(request.user, one.return_file.case))
    return one


def acted(request: HttpRequest, one: ReintegrationPlan, act, said: str, leads_to: str = "returns:plan") -> HttpResponse:
    """Act, say so or say why not, and show the plan."""
    try:
        act(plan=one, by=request.user)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, said)
    return redirect(leads_to, one.code)


def asked(request: HttpRequest, one: ReintegrationPlan, form: Form, act, words: dict) -> HttpResponse:
    """Show the form, or act as it says and go to the plan, or to the version that the act made.

    `words`: `heading`, `button`, `said` afterwards; optionally `consequences`, and `leads_to` other than the office's.
    """
    words = {"leads_to": "returns:plan"} | words
    if request.method == "POST" and form.is_valid():
        try:
            made = act(by=request.user, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, words["said"])
            return redirect(words["leads_to"], made.code if isinstance(made, ReintegrationPlan) else one.code)
    return render(request, "returns/plans/act.html", words | {"form": form, "plan": one, "case": one.return_file.case})
