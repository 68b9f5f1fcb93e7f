"""Declarations of free will: signed by each adult, and taken back at any time."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.actions.events import record_event
from cases.models import Document, EventKind, Person
from cases.stages import missing_for
from returns.actions.return_files import advance, follow, required_before
from returns.models import Declaration, Return, Stage


@transaction.atomic
def sign_declaration(
    *, record: Return, person: Person, text_version: str, language: str, by: User, signed_on: date | None = None,
    document: Document | None = None,
) -> Declaration:  # fmt: skip
    """A person signed. With the last adult's signature the return goes on to documents that are to be asked for."""
    signed_on = signed_on or timezone.localdate()
    if signed_on > timezone.localdate():
        raise ValidationError(_("This day has not come yet. Record it when it has happened."))
    known = record.case.declarations.in_force().filter(person=person).first()
    if known:
        return known
    made = Declaration.objects.create(
        case=record.case, person=person, text_version=text_version, language=language, signed_on=signed_on,
        document=document, recorded_by=by,
    )  # fmt: skip
    facts = {"version": text_version, "language": language}
    record_event(
        case=record.case, kind=EventKind.CASE, verb="returns.declared", by=by, person=person, facts=facts,
        happened_on=signed_on,
    )  # fmt: skip
    if record.stage == Stage.DECIDED and not missing_for(record, Stage.DECLARED):
        advance(record=record, to=Stage.DECLARED, by=by)
        required_before(record=record, by=by)
    follow(record)
    return made


@transaction.atomic
def take_back(*, declaration: Declaration, record: Return, by: User) -> None:
    """One person took the declaration back; the return stands still until it is clear what the others want."""
    taken = Declaration.objects.in_force().filter(pk=declaration.pk)
    if not taken.update(withdrawn_at=timezone.now(), withdrawn_by=by):
        return
    record_event(
        case=record.case, kind=EventKind.CASE, verb="returns.declaration_ended", by=by, person=declaration.person
    )
    follow(record)
