"""What an officer may say of a dossier."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, OrganisationKind
from cases.forms import WORDS, NoteForm, PlainForm
from resettlement.models import HoldReason


class HandOverForm(NoteForm):
    """The municipality has met the people."""

    received_by = forms.CharField(
        label=_("Received by"), max_length=200, help_text=_("Who met the people for the municipality.")
    )
    field_order = ["received_by", "happened_on", "note"]


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
