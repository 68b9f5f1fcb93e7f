"""What an officer may say of a dossier."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, OrganisationKind
from cases.forms import DayInput, PlainForm
from resettlement.models import HoldReason

WORDS = forms.Textarea(attrs={"rows": 3})


class NoteForm(PlainForm):
    """A stage begins: on which day, and what is worth saying."""

    happened_on = forms.DateField(label=_("Happened on"), initial=timezone.localdate, widget=DayInput)
    note = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=WORDS)

    def clean_happened_on(self):
        """Nothing that has not happened yet."""
        if (day := self.cleaned_data["happened_on"]) > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet. Record it when it has happened."))
        return day


class HandOverForm(NoteForm):
    """The municipality has met the people."""

    received_by = forms.CharField(
        label=_("Received by"), max_length=200, help_text=_("Who met the people for the municipality.")
    )
    field_order = ["received_by", "happened_on", "note"]


class WhyForm(PlainForm):
    """A side way: the reason stays on record."""

    note = forms.CharField(label=_("Why"), max_length=2000, widget=WORDS)


class HoldForm(PlainForm):
    """Put on hold: a reason of the office's list, and words."""

    reason = forms.ModelChoiceField(label=_("Why"), queryset=HoldReason.objects.filter(is_offered=True))
    note = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=WORDS)


class PlaceForm(PlainForm):
    """The municipality that receives the people."""

    municipality = forms.ModelChoiceField(label=_("Municipality"), queryset=Organisation.objects.none())

    def __init__(self, *args, country: str, **options) -> None:
        super().__init__(*args, **options)
        self.fields["municipality"].queryset = Organisation.objects.filter(
            kind=OrganisationKind.MUNICIPALITY, country=country
        )
