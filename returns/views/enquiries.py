"""Enquiries: the officers' inbox, and what a centre or coordinator sent and what became of it."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.gates import allow
from accounts.models import Role, User
from cases.acting import typed_in
from cases.forms import WhyForm
from returns.actions.enquiries import close_enquiry, send_enquiry, take_enquiry
from returns.forms.enquiries import EnquiryForm, PartnerEnquiryForm
from returns.inbox import Inbox, look_of
from returns.models import AppliedBy, Enquiry
from returns.permissions import COUNSELLORS, SENT_AS, counsels_returns, may_answer, may_send

SENDERS = (*COUNSELLORS, Role.PARTNER)


@require_safe
@allow(*SENDERS)
def enquiries(request: HttpRequest) -> HttpResponse:
    """New ones first come first served; a partner sees the own ones with what became of them."""
    insist(counsels_returns(request.user) or may_send(request.user))
    return render(request, "returns/enquiries.html", {"inbox": Inbox(request.GET, request.user)})


@require_http_methods(["GET", "HEAD", "POST"])
@allow(*SENDERS)
def new_enquiry(request: HttpRequest) -> HttpResponse:
    """Somebody came to the office or to the reception centre and wants to return."""
    user = request.user
    insist(counsels_returns(user) or may_send(user))
    form = EnquiryForm(typed_in(request)) if counsels_returns(user) else PartnerEnquiryForm(typed_in(request), by=user)
    if request.method == "POST" and form.is_valid():
        came_through = AppliedBy.OFFICER if counsels_returns(user) else SENT_AS[user.organisation.kind]
        enquiry, key = send_enquiry(by=user, came_through=came_through, **form.cleaned_data)
        return render(request, "returns/enquiry_sent.html", {"enquiry": enquiry, "key": key})
    return render(request, "returns/enquiry_new.html", {"form": form})


@require_safe
@allow(*SENDERS)
def enquiry(request: HttpRequest, code: UUID) -> HttpResponse:
    """One enquiry: what was said, who it may be, what became of it."""
    one = enquiry_for(request.user, code)
    return render(request, "returns/enquiry.html", look_of(one, request.user))


@require_POST
@allow(*COUNSELLORS)
def take(request: HttpRequest, code: UUID) -> HttpResponse:
    """Take it on as a case, with a person already known where one was chosen."""
    one = answerable(request.user, code)
    person = None
    if chosen := request.POST.get("person", ""):
        person = next((found for found in look_of(one, request.user)["alike"] if str(found.code) == chosen), None)
        insist(person is not None)
    try:
        case = take_enquiry(enquiry=one, by=request.user, person=person)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
        return redirect("returns:enquiry", code)
    messages.success(request, _("The case is opened."))
    return redirect("cases:case", case.code)


@require_http_methods(["GET", "HEAD", "POST"])
@allow(*COUNSELLORS)
def shut(request: HttpRequest, code: UUID) -> HttpResponse:
    """Close it without a case, with the reason."""
    one = answerable(request.user, code)
    form = WhyForm(typed_in(request))
    if request.method == "POST" and form.is_valid():
        close_enquiry(enquiry=one, by=request.user, **form.cleaned_data)
        messages.success(request, _("The enquiry is closed."))
        return redirect("returns:enquiries")
    return render(request, "returns/enquiry_close.html", {"enquiry": one, "form": form})


def enquiry_for(user: User, code: UUID) -> Enquiry:
    """The enquiry of this code for this person, or 404."""
    seen = Enquiry.objects.visible_to(user).select_related("organisation", "case", "answered_by", "sent_by")
    one = seen.filter(code=code).first()
    insist(one is not None and (may_answer(user, one.country) or may_send(user)))
    return one


def answerable(user: User, code: UUID) -> Enquiry:
    """The enquiry, for somebody who may answer it."""
    one = enquiry_for(user, code)
    insist(may_answer(user, one.country))
    return one


def insist(allowed: bool) -> None:
    """What one may not do cannot be told from what does not exist."""
    if not allowed:
        raise Http404
