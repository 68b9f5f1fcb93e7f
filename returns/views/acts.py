"""The acts on one return, stage by stage. Each is checked, then done, then back to the case."""

from functools import partial
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.gates import allow
from cases.acting import answer, begin, typed_in
from cases.door import enter
from cases.forms import WhyForm
from returns.actions import return_files as acts
from returns.actions.counselling import book_interpreter, record_counselling
from returns.actions.declarations import sign_declaration, take_back
from returns.actions.intake import (
    ask_statement,
    check_eligibility,
    record_application,
    record_decision,
    record_statement,
)
from returns.eligibility import pauses_of, reasons_found
from returns.forms import intake as forms
from returns.models import Reason, Return
from returns.permissions import COUNSELLORS, may_act
from returns.room import BEGUN_BY


def return_for(request: HttpRequest, code: UUID) -> Return:
    """The return through the door, for somebody who may act on it."""
    record = enter(request, Return.objects.select_related("case", "case__officer"), code)
    if not may_act(request.user, record.case):
        raise Http404
    return record


@allow(*COUNSELLORS)
def advance(request: HttpRequest, code: UUID) -> HttpResponse:
    """The next stage of the line; a stage with an act of its own is begun there."""
    record = return_for(request, code)
    to = record.next_on_the_line
    begun_by = BEGUN_BY.get(to, "")
    if begun_by and begun_by != "returns:advance":
        return redirect(begun_by, code)
    return begin(request, record, to if begun_by else "", partial(acts.advance, record=record, to=to))


@allow(*COUNSELLORS)
def counsel(request: HttpRequest, code: UUID) -> HttpResponse:
    """Record a talk, or one ahead."""
    record = return_for(request, code)
    principal = record.case.household[0].person if record.case.household else None
    form = forms.CounsellingForm(typed_in(request), initial={"language": principal.language if principal else ""})
    words = {"heading": _("Counselling"), "button": _("Record the talk"), "said": _("The talk is recorded.")}
    return answer(request, record.case, form, partial(record_counselling, record=record), words)


@allow(*COUNSELLORS)
def interpreter(request: HttpRequest, code: UUID, talk: UUID) -> HttpResponse:
    """What became of the interpreter of a talk."""
    record = return_for(request, code)
    one = record.case.counsellings.filter(code=talk).first()
    if one is None:
        raise Http404
    form = forms.InterpreterForm(typed_in(request), initial={"interpreter": one.interpreter})
    words = {"heading": _("Interpreter"), "button": _("Record"), "said": _("The interpreter is recorded.")}
    return answer(request, record.case, form, partial(book_interpreter, record=record, talk=one), words)


@allow(*COUNSELLORS)
def application(request: HttpRequest, code: UUID) -> HttpResponse:
    """What is applied for, and the dates."""
    record = return_for(request, code)
    form = forms.ApplicationForm(typed_in(request), initial=forms.ApplicationForm.said_before(record))
    words = {
        "heading": _("Application"), "button": _("Record the application"), "said": _("The application is recorded."),
        "lead": _("The day of the application picks the rule of the grant."),
    }  # fmt: skip
    return answer(request, record.case, form, partial(record_application, record=record), words)


@allow(*COUNSELLORS)
def eligibility(request: HttpRequest, code: UUID) -> HttpResponse:
    """Look at eligibility; what the portal found stands above the form."""
    record = return_for(request, code)
    found = [Reason(code).label for code in reasons_found(record)]
    words = {
        "heading": _("Eligibility"), "button": _("Record the look"), "said": _("Eligibility is recorded."),
        "lead": _("Found by the portal: %(reasons)s.") % {"reasons": ", ".join(map(str, found))} if found else "",
        "consequences": [*(one.reason for one in pauses_of(record)),
                         _("With a reason against it the return is refused and the case closes.")],
    }  # fmt: skip
    form = forms.EligibilityForm(typed_in(request))
    return answer(request, record.case, form, partial(check_eligibility, record=record), words)


@allow(*COUNSELLORS)
def ask_for_statement(request: HttpRequest, code: UUID) -> HttpResponse:
    """The police or the authority are asked."""
    record = return_for(request, code)
    words = {"heading": _("Ask for the statement"), "button": _("Record that it was asked"), "said": _("Asked.")}
    form = forms.AskStatementForm(typed_in(request))
    return answer(request, record.case, form, partial(ask_statement, record=record), words)


@allow(*COUNSELLORS)
def statement(request: HttpRequest, code: UUID) -> HttpResponse:
    """What they answered."""
    record = return_for(request, code)
    words = {
        "heading": pgettext("of the police or the authority", "Statement"),
        "button": _("Record the statement"),
        "said": _("The statement is recorded."),
    }
    form = forms.StatementForm(typed_in(request))
    return answer(request, record.case, form, partial(record_statement, record=record), words)


@allow(*COUNSELLORS)
def decision(request: HttpRequest, code: UUID) -> HttpResponse:
    """A decision that came by letter."""
    record = return_for(request, code)
    words = {
        "heading": _("Decision by letter"), "button": _("Record the decision"), "said": _("The decision is recorded."),
        "lead": _("Decisions in the authority's file are accepted under Decisions."),
    }  # fmt: skip
    form = forms.DecisionForm(typed_in(request), record=record)
    return answer(request, record.case, form, partial(record_decision, record=record), words)


@allow(*COUNSELLORS)
def declare(request: HttpRequest, code: UUID) -> HttpResponse:
    """A signature under the declaration."""
    record = return_for(request, code)
    words = {
        "heading": _("Declaration of free will"), "button": _("Record the signature"), "said": _("Signed."),
        "consequences": [_("When every adult has signed, the documents for the journey are asked for.")],
    }  # fmt: skip
    form = forms.DeclarationForm(typed_in(request), case=record.case)
    return answer(request, record.case, form, partial(sign_declaration, record=record), words)


@allow(*COUNSELLORS)
def undeclare(request: HttpRequest, code: UUID, declaration: UUID) -> HttpResponse:
    """A person takes the declaration back."""
    record = return_for(request, code)
    one = record.case.declarations.in_force().select_related("person").filter(code=declaration).first()
    if one is None:
        raise Http404
    words = {
        "heading": _("Take the declaration back"), "button": _("Record that it was taken back"),
        "said": _("Taken back."), "lead": one.person.name,
    }  # fmt: skip
    form = forms.PlainForm(typed_in(request))
    return answer(request, record.case, form, partial(take_back, declaration=one, record=record), words)


@allow(*COUNSELLORS)
def hold(request: HttpRequest, code: UUID) -> HttpResponse:
    """Put a return on hold."""
    record = return_for(request, code)
    words = {
        "heading": _("Put on hold"), "button": _("Put on hold"), "said": _("On hold."),
        "consequences": [_("Tasks of the stage rest."), _("Seats already held stay until you give them back.")],
    }  # fmt: skip
    return answer(request, record.case, WhyForm(typed_in(request)), partial(acts.hold, record=record), words)


@allow(*COUNSELLORS)
def resume(request: HttpRequest, code: UUID) -> HttpResponse:
    """Go on with a return."""
    record = return_for(request, code)
    words = {"heading": _("Go on with the return"), "button": _("Go on"), "said": _("The return goes on.")}
    return answer(request, record.case, WhyForm(typed_in(request)), partial(acts.resume, record=record), words)


@allow(*COUNSELLORS)
def withdraw(request: HttpRequest, code: UUID) -> HttpResponse:
    """The person withdraws, at whatever stage."""
    record = return_for(request, code)
    words = {
        "heading": _("Withdrawn by the person"), "button": _("Record the withdrawal"), "said": _("Withdrawn."),
        "lead": _("It is the person's right, at any time and without penalty."),
        "consequences": [_("Seats that are held or ticketed are given back."), _("Money not paid yet is cancelled."),
                         _("The case is closed; it can be opened again.")],
    }  # fmt: skip
    form = forms.WithdrawForm(typed_in(request))
    return answer(request, record.case, form, partial(acts.withdraw, record=record), words)


@allow(*COUNSELLORS)
def refuse(request: HttpRequest, code: UUID) -> HttpResponse:
    """Not eligible, or refused by the authority."""
    record = return_for(request, code)
    words = {
        "heading": _("Refuse the return"), "button": _("Refuse"), "said": _("Refused."),
        "consequences": [_("Seats that are held or ticketed are given back."), _("Money not paid yet is cancelled."),
                         _("The case is closed; it can be opened again.")],
    }  # fmt: skip
    form = forms.RefuseForm(typed_in(request))
    return answer(request, record.case, form, partial(acts.refuse, record=record), words)


@allow(*COUNSELLORS)
def close(request: HttpRequest, code: UUID) -> HttpResponse:
    """The work is done, or cannot go on."""
    record = return_for(request, code)
    words = {
        "heading": _("Close the return"), "button": _("Close"), "said": _("Closed."),
        "consequences": [_("Money not paid yet is cancelled."), _("The case is closed; it can be opened again.")],
    }  # fmt: skip
    form = forms.CloseForm(typed_in(request))
    return answer(request, record.case, form, partial(acts.close, record=record), words)
