"""Codes to a traveller's own page: given once on paper or screen, kept as a digest, replaced by a new one."""

import secrets

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.actions.events import record_event
from cases.births import Birth, Precision
from cases.models import Case, EventKind, Person
from returns.knocking import digest
from returns.models import Enquiry, JourneyKey

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without those that look alike
GROUPS, LENGTH = 3, 4


@transaction.atomic
def give_key(
    *, by: User | None, enquiry: Enquiry | None = None, case: Case | None = None, person: Person | None = None
) -> str:  # fmt: skip
    """A new code, such as 7KQM-X2PD-9RTW; the earlier one of the same person ends."""
    code = "-".join("".join(secrets.choice(LETTERS) for __ in range(LENGTH)) for __ in range(GROUPS))
    if case:
        earlier = JourneyKey.objects.in_force().filter(case=case, person=person)
        earlier.update(ended_at=timezone.now())
        record_event(case=case, kind=EventKind.CASE, verb="returns.key_given", by=by, person=person)
    JourneyKey.objects.create(
        digest=digest_of(code), enquiry=enquiry, case=case, person=person, given_by=by
    )  # fmt: skip
    return code


def digest_of(code: str) -> str:
    """The digest of a code, however it was typed."""
    return digest("journey_key", "".join(char for char in code.upper() if char in LETTERS))


def key_for(code: str, year: int, month: int | None, day: int | None) -> JourneyKey | None:
    """The key of a code, if the birth date is the person's as far as it is known to us."""
    keys = JourneyKey.objects.in_force().select_related("case__officer", "person", "enquiry")
    key = keys.filter(digest=digest_of(code)).first()
    if key is None:
        return None
    birth = key.person.birth if key.person else key.enquiry.birth
    return key if agrees(birth, year, month, day) else None


def agrees(birth: Birth, year: int, month: int | None, day: int | None) -> bool:
    """Same birth date; what is not known of it is not compared."""
    if birth.precision == Precision.UNKNOWN or birth.year != year:
        return False
    return birth.precision != Precision.DAY or (birth.month, birth.day) == (month, day)
