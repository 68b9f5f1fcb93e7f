"""What an officer may say of a dossier."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, OrganisationKind
from resettlement.models import HoldReason


class DayField(forms.DateField):
    """A day on which something happened: today unless said otherwise, never in the future."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")

    def __init__(self, **options) -> None:
        super().__init__(label=_("Happened on"), initial=timezone.localdate, **options)

    def clean(self, value):
        """Refuse what has not happened yet."""
        day = super().clean(value)
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet. Record it when it has happened."))
        return day


class NoteForm(forms.Form):
    """A stage begins: on which day, and what is worth saying."""

    happened_on = DayField()
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))


class HandOverForm(NoteForm):
    """The municipality has met the people."""

    received_by = forms.CharField(
        label=_("Received by"), max_length=200, help_text=_("Who met the people for the municipality.")
    )
    field_order = ["received_by", "happened_on", "note"]


class ReasonForm(forms.Form):
    """A side way: the reason stays on record."""

    note = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 3}))


class HoldForm(forms.Form):
    """Put on hold: a reason of the office's list, and words."""

    reason = forms.ModelChoiceField(label=_("Why"), queryset=HoldReason.objects.filter(is_offered=True))
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))


class PlaceForm(forms.Form):
    """The municipality that receives the people."""

    municipality = forms.ModelChoiceField(label=_("Municipality"), queryset=Organisation.objects.none())

    def __init__(self, *args, country: str, **options) -> None:
        super().__init__(*args, **options)
        self.fields["municipality"].queryset = Organisation.objects.filter(
            kind=OrganisationKind.MUNICIPALITY, country=country
        )
