"""The door: a record is fetched by policy and the look is written down, in the page's own transaction."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db import models
from django.http import HttpRequest
from django.utils import timezone

from cases.models import Access, Case, Document, Person

QUARTER = timedelta(minutes=15)


def enter(request: HttpRequest, records: models.QuerySet, code: UUID) -> models.Model:
    """The record of this code for this person, or 404; that it was looked at is recorded before the page is sent."""
    record = records.get_for(request.user, code)
    note_looks(request, [record])
    return record


def note_looks(request: HttpRequest, records: Iterable[models.Model]) -> None:
    """Record that this person was shown these cases, people or documents (or what belongs to a case)."""
    page = request.resolver_match.view_name if request.resolver_match else ""
    Access.objects.bulk_create([look_at(record, request.user, page) for record in records])


def note_looks_anew(request: HttpRequest, cases: Iterable[Case]) -> None:
    """The same for a part of a page that is asked for every few seconds: one line per case in a quarter of an hour."""
    recent = Access.objects.filter(user=request.user, looked_at__gte=timezone.now() - QUARTER)
    seen = set(recent.filter(case__in=cases).values_list("case", flat=True))
    note_looks(request, [case for case in cases if case.pk not in seen])


def look_at(record: models.Model, user, page: str) -> Access:
    """One line of the read log."""
    if isinstance(record, Person):
        return Access(user=user, person=record, page=page)
    if isinstance(record, Document):
        return Access(user=user, case_id=record.case_id, document=record, page=page)
    case_id = record.pk if isinstance(record, Case) else record.case_id
    return Access(user=user, case_id=case_id, page=page)
