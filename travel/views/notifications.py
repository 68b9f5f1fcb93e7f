"""What receivers read of journeys: one version of a notification, and whom their organisation awaits."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.gates import allow
from accounts.models import STAFF_ROLES, Role
from cases.door import enter, note_looks
from travel.actions.notifications import open_notification
from travel.models import Notification
from travel.reception import arrivals_for
from travel.told import ToldLeg, changes_of


@require_safe
@allow(*STAFF_ROLES, Role.LIAISON, Role.PARTNER)
def notification(request: HttpRequest, code: UUID) -> HttpResponse:
    """One version as it was sent. Opened by the receiver's own people, the first of them is written down."""
    records = Notification.objects.select_related("movement", "case", "organisation", "read_by")
    found = enter(request, records, code)
    if open_notification(notification=found, by=request.user):
        found.refresh_from_db(fields=["read_at", "read_by"])
    newest = Notification.objects.filter(
        movement=found.movement_id, case=found.case_id, organisation=found.organisation_id, kind=found.kind
    ).order_by("-version")
    seen = {
        "notification": found, "legs": [ToldLeg.read(leg) for leg in found.contents["legs"]],
        "changes": changes_of(found.differences), "newest": newest.first(),
    }  # fmt: skip
    return render(request, "travel/notification.html", seen)


@require_safe
@allow(Role.LIAISON, Role.PARTNER)
def arrivals(request: HttpRequest) -> HttpResponse:
    """Whom this organisation awaits, who is under way, who has arrived: as far as it was told."""
    coming, past = arrivals_for(request.user)
    note_looks(request, {row.case.pk: row.case for row in (*coming, *past)}.values())
    return render(request, "travel/arrivals.html", {"coming": coming, "past": past})
