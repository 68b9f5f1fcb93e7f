"""Pages of a mission that receives people: plans that wait for it, its answer, its visits and referrals."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.gates import allow
from accounts.models import Role
from cases.acting import typed_in
from cases.door import enter, note_looks
from returns.actions.plan_approvals import approve_there, note_on_plan, send_back
from returns.forms.plans import PlanNoteForm, SendBackForm
from returns.models import ReintegrationPlan
from returns.models.plan import is_of_mission
from returns.plans.lists import PlanList
from returns.plans.sheet import PLANS, PlanSheet
from returns.views.plans import READ_OR_SEND, acted, asked
from returns.views.rules import insist

PLAN = "mission:plan"


@require_safe
@allow(Role.PARTNER)
def plans(request: HttpRequest) -> HttpResponse:
    """What waits for the mission, what is in force, what it sent back."""
    insist(is_of_mission(request.user))
    chosen = PlanList(request.GET, request.user)
    note_looks(request, [row["plan"] for row in chosen.rows])
    return render(request, "returns/plans/list.html", {"choice": chosen})


@require_safe
@allow(Role.PARTNER)
def plan(request: HttpRequest, code: UUID) -> HttpResponse:
    """One version that was sent to this mission."""
    sheet = PlanSheet(plan_for(request, code), request.user)
    return render(request, "returns/plans/plan.html", {"sheet": sheet})


@require_POST
@allow(Role.PARTNER)
def approve(request: HttpRequest, code: UUID) -> HttpResponse:
    """The mission agrees."""
    return acted(request, plan_for(request, code), approve_there, _("Approved. The office was told."), PLAN)


@require_http_methods(READ_OR_SEND)
@allow(Role.PARTNER)
def back(request: HttpRequest, code: UUID) -> HttpResponse:
    """The mission wants it otherwise."""
    one = plan_for(request, code)
    words = {
        "heading": _("Send the plan back"), "button": _("Send back"), "said": _("Sent back. The author was told."),
        "consequences": [_("The plan leaves your list until it is written anew and approved by the office again.")],
    }  # fmt: skip
    return asked(
        request, one, SendBackForm(typed_in(request)), partial(send_back, plan=one), words | {"leads_to": PLAN}
    )


@require_http_methods(READ_OR_SEND)
@allow(Role.PARTNER)
def note(request: HttpRequest, code: UUID) -> HttpResponse:
    """A visit, or a referral there."""
    one = plan_for(request, code)
    words = {
        "heading": _("Visit or referral"), "button": _("Record"), "said": _("Recorded. It stands in the case."),
        "consequences": [_("It stands as it is written; a correction is a new note.")],
    }  # fmt: skip
    return asked(
        request, one, PlanNoteForm(typed_in(request)), partial(note_on_plan, plan=one), words | {"leads_to": PLAN}
    )


def plan_for(request: HttpRequest, code: UUID) -> ReintegrationPlan:
    """The plan through the door, for somebody of the mission that receives these people."""
    insist(is_of_mission(request.user))
    return enter(request, PLANS, code)
