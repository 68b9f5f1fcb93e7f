"""The first two administrators of a new portal: from them on every role is given by one and confirmed by another."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Grant, Organisation, OrganisationKind, Role, User


@transaction.atomic
def appoint_administrators(*, people: Sequence[tuple[str, str]], office: str) -> list[User]:
    """Open the accounts of two people (name, e-mail), without a password: each asks for one by mail.

    Refused once there is an administrator: then administrators open accounts and give roles.
    """
    if Grant.objects.filter(role=Role.ADMINISTRATOR).exists():
        raise ValidationError(_("There are administrators already: they open accounts and give roles."))
    if len({email.strip().lower() for __, email in people}) != 2:
        raise ValidationError(_("Two people, two addresses."))
    body, __ = Organisation.objects.get_or_create(
        kind=OrganisationKind.IOM_OFFICE, defaults={"name": office, "slug": "iom-finland", "country": "FI"}
    )
    made = [User.objects.create_user(email, None, name=name, organisation=body) for name, email in people]
    for one, other in (made, made[::-1]):
        Grant.objects.create(
            user=one, role=Role.ADMINISTRATOR, given_by=other, confirmed_by=one, confirmed_at=timezone.now()
        )
    return made
