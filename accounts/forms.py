"""Forms of the administration for accounts."""

from django import forms
from django.contrib.auth.forms import UserChangeForm

from accounts.models import User


class NewAccountForm(forms.ModelForm):
    """A new account. Its password is chosen by the person, from a link that is mailed."""

    class Meta:
        model = User
        fields = ["email", "name", "organisation", "language"]

    def clean_email(self) -> str:
        """One spelling for every address."""
        return self.cleaned_data["email"].strip().lower()

    def save(self, commit: bool = True) -> User:
        """Open it, closed to every password until the person has chosen one."""
        self.instance.set_unusable_password()
        return super().save(commit)


class AccountForm(UserChangeForm):
    """An existing account."""

    class Meta:
        model = User
        fields = ["email", "name", "organisation", "language", "is_active"]
