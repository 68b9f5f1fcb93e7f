"""What one does in a case: a small page with one form, then one action, then back to the case."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.gates import staff
from cases.acting import answer, typed_in
from cases.actions.cases import assign_case, reopen_case, suspend_case, wait_for
from cases.actions.consents import record_consent, refer, withdraw_consent
from cases.actions.documents import add_document
from cases.actions.events import record_contact
from cases.actions.tasks import add_task, finish_task
from cases.door import enter
from cases.forms import AssignForm, ConsentForm, ContactForm, DocumentForm, ReasonForm, ReferForm, TaskForm, WaitForm
from cases.models import Case, Consent, Task
from cases.permissions import insist


def case_for(request: HttpRequest, code: UUID, verb: str) -> Case:
    """The case through the door, for somebody who may do this in it."""
    case = enter(request, Case.objects.select_related("officer"), code)
    insist(request.user, verb, case)
    return case


@staff
def contact(request: HttpRequest, code: UUID) -> HttpResponse:
    """Record a call, a letter, a meeting."""
    case = case_for(request, code, "record")
    form = ContactForm(typed_in(request), case=case)
    words = {"heading": _("Record an event"), "button": _("Record"), "said": _("The event is in the timeline.")}
    return answer(request, case, form, lambda **typed: record_contact(case=case, **typed), words)


@staff
def new_task(request: HttpRequest, code: UUID) -> HttpResponse:
    """Add a task by hand."""
    case = case_for(request, code, "record")
    form = TaskForm(typed_in(request), case=case, by=request.user)
    words = {"heading": _("Add a task"), "button": _("Add the task"), "said": _("The task is on the list.")}
    return answer(request, case, form, lambda **typed: add_task(case=case, **typed), words)


@staff
@require_POST
def task_done(request: HttpRequest, code: UUID) -> HttpResponse:
    """Tick a task off; a second click changes nothing."""
    task = enter(request, Task.objects.select_related("case"), code)
    insist(request.user, "record", task.case)
    finish_task(task=task, by=request.user)
    messages.success(request, _("The task is done."))
    return redirect("cases:case", task.case.code)


@staff
def assign(request: HttpRequest, code: UUID) -> HttpResponse:
    """Give the case to an officer."""
    case = case_for(request, code, "assign")
    form = AssignForm(typed_in(request), by=request.user)
    words = {"heading": _("Assign the case"), "button": _("Assign"), "said": _("The case has its officer.")}
    return answer(request, case, form, lambda **typed: assign_case(case=case, **typed), words)


@staff
def wait(request: HttpRequest, code: UUID) -> HttpResponse:
    """Say whose turn it is."""
    case = case_for(request, code, "record")
    form = WaitForm(typed_in(request), case=case)
    words = {
        "heading": _("Whose turn is it?"), "button": _("Record whose turn it is"), "said": _("Recorded."),
        "lead": _("The days are counted from today. The desk lists for whom we have waited longest."),
    }  # fmt: skip
    return answer(request, case, form, lambda **typed: wait_for(case=case, **typed), words)


@staff
def suspend(request: HttpRequest, code: UUID) -> HttpResponse:
    """Stop the clock on the case."""
    case = case_for(request, code, "suspend")
    words = {
        "heading": _("Suspend the case"), "button": _("Suspend"), "said": _("The case is suspended."),
        "lead": _("Nobody is reminded and nothing is booked until the case is opened again."),
    }  # fmt: skip
    form = ReasonForm(typed_in(request), case=case)
    return answer(request, case, form, lambda **typed: suspend_case(case=case, **typed), words)


@staff
def reopen(request: HttpRequest, code: UUID) -> HttpResponse:
    """Go on with the case."""
    case = case_for(request, code, "reopen")
    words = {"heading": _("Open the case again"), "button": _("Open again"), "said": _("The case is open again.")}
    form = ReasonForm(typed_in(request), case=case)
    return answer(request, case, form, lambda **typed: reopen_case(case=case, **typed), words)


@staff
def new_document(request: HttpRequest, code: UUID) -> HttpResponse:
    """Add a file."""
    case = case_for(request, code, "record")
    form = DocumentForm(typed_in(request), request.FILES or None, case=case)
    words = {"heading": _("Add a document"), "button": _("Add the document"), "said": _("The document is kept.")}
    return answer(request, case, form, lambda **typed: add_document(case=case, **typed), words)


@staff
def new_consent(request: HttpRequest, code: UUID) -> HttpResponse:
    """Record that a person agreed."""
    case = case_for(request, code, "consent")
    form = ConsentForm(typed_in(request), case=case)
    words = {"heading": _("Record a consent"), "button": _("Record"), "said": _("The consent is in force.")}
    return answer(request, case, form, record_consent, words)


@staff
@require_POST
def consent_withdrawn(request: HttpRequest, case: UUID, code: UUID) -> HttpResponse:
    """Record that a person took an agreement back."""
    entered = case_for(request, case, "consent")
    consent = Consent.objects.filter(person__memberships__case=entered).get_for(request.user, code)
    withdraw_consent(consent=consent, by=request.user)
    messages.success(request, _("The consent is withdrawn. From now on sharing without it is refused."))
    return redirect("cases:case", entered.code)


@staff
def new_referral(request: HttpRequest, code: UUID) -> HttpResponse:
    """Ask another mandate or a partner for a service."""
    case = case_for(request, code, "refer")
    form = ReferForm(typed_in(request), case=case)
    words = {"heading": _("Refer"), "button": _("Send the referral"), "said": _("The referral is recorded.")}
    return answer(request, case, form, lambda **typed: refer(case=case, **typed), words)
