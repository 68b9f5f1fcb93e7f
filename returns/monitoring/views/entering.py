"""The way into a page of monitoring, and one act on one return: a small page with a form, under the red rules."""

from collections.abc import Callable
from uuid import UUID

from django.db.models import Model
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from cases import acting
from cases.door import note_looks
from returns.models import Return
from returns.monitoring.permissions import may_monitor
from returns.monitoring.reach import MonitoringQuerySet


def entered(request: HttpRequest, records: MonitoringQuerySet, code: UUID) -> tuple[Model, Return]:
    """A record of monitoring with its return, through the door, for somebody who may act on it; or 404."""
    seen = records.visible_to(request.user).select_related("case__return_file", "case__officer")
    one = seen.filter(code=code).first()
    if one is None or not may_monitor(request.user, return_of(one)):
        raise Http404
    note_looks(request, [one])
    return one, return_of(one)


def return_of(one: Model) -> Return:
    """The return to which a record belongs, sharing its case."""
    record = one.case.return_file
    record.case = one.case
    return record


def answer(request: HttpRequest, record: Return, form: Form, act: Callable[..., object], words: dict) -> HttpResponse:
    """Show the form, or do what it asks and go back to the monitoring of the return.

    `words`: `heading`, `button`, `said` afterwards; optionally `lead`, and `consequences`, read before one acts; where
    somebody is contacted also `before_contact`: the people with their rules, in red above the form.
    """
    back = reverse("returns:monitored", args=[record.code])
    seen = {"record": record} | words
    return acting.answer(request, record.case, form, act, seen, page="returns/monitoring/act.html", back=back)
