"""Forms of the administration for accounts."""

from django.contrib.auth.forms import BaseUserCreationForm, UserChangeForm

from accounts.models import User


class NewAccountForm(BaseUserCreationForm):
    """A new account with its first password."""

    class Meta:
        model = User
        fields = ["email", "name", "organisation", "language"]


class AccountForm(UserChangeForm):
    """An existing account."""

    class Meta:
        model = User
        fields = ["email", "name", "organisation", "language", "is_active"]
