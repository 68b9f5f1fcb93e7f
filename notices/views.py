"""The inbox of whoever has signed in, and the notices that failed."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.gates import allow, signed_in
from notices.actions.reading import open_notice, send_again
from notices.actions.sending import text_of
from notices.models import Notice, NoticeQuerySet
from notices.permissions import MAY_SEE_FAILED

PAGE = 40


@require_safe
@signed_in
def inbox(request: HttpRequest) -> HttpResponse:
    """What the portal told this person or the organisation the person acts for, newest first."""
    notices = Notice.objects.for_reader(request.user)
    context = page_of(notices, request) | {"unread": notices.unread().count()}
    return render(request, "notices/list.html", context)


@require_safe
@allow(*MAY_SEE_FAILED)
def failed(request: HttpRequest) -> HttpResponse:
    """Notices that could not be sent: whose mailbox, why, and since when."""
    notices = Notice.objects.failed().select_related("user", "organisation")
    return render(request, "notices/failed.html", page_of(notices, request))


@require_safe
@signed_in
def notice(request: HttpRequest, code: UUID) -> HttpResponse:
    """One notice, in the reader's language. Opening it notes who read it first."""
    found = Notice.objects.for_reader(request.user).filter(code=code).first()
    if found is None:
        raise Http404
    open_notice(notice=found, by=request.user)
    subject, body = text_of(found, request.LANGUAGE_CODE)
    return render(request, "notices/detail.html", {"notice": found, "subject": subject, "body": body})


@require_POST
@allow(*MAY_SEE_FAILED)
def again(request: HttpRequest, code: UUID) -> HttpResponse:
    """Send a failed notice again."""
    found = Notice.objects.failed().filter(code=code).first()
    if found and send_again(notice=found):
        messages.success(request, _("The notice is being sent again."))
    else:
        messages.warning(request, _("This notice is no longer among the failed ones; nothing was done."))
    return redirect("notices:failed")


def page_of(notices: NoticeQuerySet, request: HttpRequest) -> dict:
    """One page of notices with their subjects, and the mark of the next page."""
    found = list(notices.older_than(request.GET.get("after", ""))[: PAGE + 1])
    rows = [(one, text_of(one, request.LANGUAGE_CODE)[0]) for one in found[:PAGE]]
    return {"rows": rows, "after": found[PAGE - 1].code if len(found) > PAGE else None}
