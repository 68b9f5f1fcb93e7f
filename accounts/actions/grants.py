"""Giving, confirming and withdrawing roles: two administrators for each role."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Grant, Role, User
from accounts.models.role import clashes


@transaction.atomic
def give_grant(
    *, user: User, role: str, by: User, mandate: str = "", country: str = "", ends_on: date | None = None
) -> Grant:
    """Give a role, to be confirmed by another. Refused for oneself, and next to a role that it clashes with."""
    holder = User.objects.select_for_update().get(pk=user.pk)  # two grants at once must see each other
    if by == holder:
        raise ValidationError(_("Nobody gives a role to themselves. Ask another administrator."))
    held = set(holder.grants.standing().values_list("role", flat=True))
    if other := clashes(held, role):
        names = {"wanted": Role(role).label, "held": Role(other).label}
        raise ValidationError(_("%(wanted)s cannot be combined with %(held)s, which this person holds.") % names)
    return Grant.objects.create(user=holder, role=role, mandate=mandate, country=country, ends_on=ends_on, given_by=by)


@transaction.atomic
def confirm_grant(*, grant: Grant, by: User) -> None:
    """The second administrator looked at it: the role holds at the person's next request."""
    waiting = Grant.objects.waiting().select_for_update().filter(pk=grant.pk).first()
    if waiting is None:
        raise ValidationError(_("This role does not wait for confirmation."))
    if by.pk in (waiting.given_by_id, waiting.user_id):
        raise ValidationError(_("Another administrator confirms a role, not the one who gave it or receives it."))
    waiting.confirmed_at, waiting.confirmed_by = timezone.now(), by
    waiting.save(update_fields=["confirmed_at", "confirmed_by"])


def withdraw_grant(*, grant: Grant, by: User) -> None:
    """End a role now; it holds no longer at the person's next request."""
    Grant.objects.filter(pk=grant.pk, withdrawn_at=None).update(withdrawn_at=timezone.now(), withdrawn_by=by)
