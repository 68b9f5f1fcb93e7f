"""From one airport to another, by their codes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms import PlainForm
from travel.places import is_airport


class BetweenAirports(PlainForm):
    """A form with `origin` and `destination`: both exist, however they were typed."""

    def _airport(self, name: str) -> str:
        code = self.cleaned_data[name].strip().upper()
        if not is_airport(code):
            raise forms.ValidationError(_("There is no airport with this code."))
        return code

    def clean_origin(self) -> str:
        """An airport that exists."""
        return self._airport("origin")

    def clean_destination(self) -> str:
        """An airport that exists."""
        return self._airport("destination")
