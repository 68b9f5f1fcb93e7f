"""Inviting somebody to the account that was opened for them."""

from allauth.account.forms import ResetPasswordForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.models import User


def invite(*, user: User, request: HttpRequest) -> None:
    """Mail the person a link by which a password is chosen, in the person's language; nobody else ever knows it."""
    with override(user.language):
        form = ResetPasswordForm({"email": user.email})
        if not user.is_active or not form.is_valid():
            raise ValidationError(_("This account may not sign in."))
        form.save(request)
