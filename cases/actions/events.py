"""Recording what happened."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.models import Case, Event, EventKind, Person


def record_event(
    *, case: Case, kind: EventKind, verb: str, by: User | None, person: Person | None = None, facts: dict | None = None,
    note: str = "", happened_on: date | None = None,
) -> Event:  # fmt: skip
    """Write one line of the timeline. `happened_on` may lie in the past, never in the future."""
    day = happened_on or timezone.localdate()
    if day > timezone.localdate():
        raise ValidationError(_("What has not happened yet cannot be recorded. Make a task of it."))
    return Event.objects.create(
        case=case, kind=kind, verb=verb, person=person, facts=facts or {}, note=note, happened_on=day, recorded_by=by
    )


def record_contact(*, case: Case, by: User, note: str, happened_on: date | None = None) -> Event:
    """A call, a letter, a meeting: in the officer's own words."""
    return record_event(
        case=case, kind=EventKind.CONTACT, verb="cases.contact", by=by, note=note, happened_on=happened_on
    )
