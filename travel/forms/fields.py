"""Fields that several forms of journeys share."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms import DayInput, PlainForm


class HappenedField(forms.DateField):
    """A day on which something happened: today unless said otherwise, never in the future."""

    widget = DayInput

    def __init__(self, **options) -> None:
        super().__init__(**({"label": _("Happened on"), "initial": timezone.localdate} | options))

    def clean(self, value):
        """Refuse what has not happened yet."""
        day = super().clean(value)
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet. Record it when it has happened."))
        return day


class ReasonForm(PlainForm):
    """Why: the reason stays on record."""

    reason = forms.CharField(label=_("Why"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class NoteForm(PlainForm):
    """Words that stay on record."""

    note = forms.CharField(label=_("Note"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3}))
