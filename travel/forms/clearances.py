"""What an officer may say of clearances: whose, until when, by which document, why not."""

from datetime import datetime

from django import forms
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, OrganisationKind
from cases.forms import DayInput, PlainForm
from cases.models import Case, Document, Person, ScanResult
from travel.forms.fields import HappenedField
from travel.models import Clearance, ClearanceKind

OWERS = (
    OrganisationKind.IOM_MISSION, OrganisationKind.AUTHORITY, OrganisationKind.MUNICIPALITY, OrganisationKind.UN_AGENCY,
    OrganisationKind.RED_CROSS,
)  # fmt: skip


class OfPeople(PlainForm):
    """An act on one kind of clearance for one person or several.

    `seen` is the moment of the newest line that the page showed: what a colleague wrote meanwhile is never overwritten
    unseen.
    """

    people = forms.ModelMultipleChoiceField(
        label=_("For whom"), queryset=Person.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, case: Case, kind: str, **options) -> None:
        super().__init__(*args, **options)
        self.case, self.kind = case, kind
        people = Person.objects.filter(memberships__case=case).order_by("memberships__id")
        self.fields["people"].queryset = people
        self.fields["people"].to_field_name = "code"

    def newest(self) -> datetime | None:
        """When a line of this kind was last written."""
        lines = Clearance.objects.filter(case=self.case, kind=self.kind).order_by("-recorded_at")
        return lines.values_list("recorded_at", flat=True).first()

    def clean(self) -> dict:
        """Refuse to write over what somebody else wrote since the page was opened."""
        seen, newest = parse_datetime(self.cleaned_data.pop("seen", "") or ""), self.newest()
        if newest and seen and newest > seen:
            self.data = self.data.copy()
            self.data["seen"] = newest.isoformat()
            raise forms.ValidationError(
                _("A colleague recorded something here meanwhile. Look at what is held now, then send again.")
            )
        return self.cleaned_data


class AskForm(OfPeople):
    """We asked for it."""

    organisation = forms.ModelChoiceField(label=_("Who owes it"), queryset=Organisation.objects.none(), required=False)
    owed_by = forms.CharField(
        label=_("Who owes it, in words"), max_length=200, required=False,
        help_text=_("Only where the list above does not name them."),
    )  # fmt: skip
    asked_on = HappenedField(label=_("Asked for on"))
    field_order = ["people", "organisation", "owed_by", "asked_on"]

    def __init__(self, *args, **options) -> None:
        super().__init__(*args, **options)
        self.fields["organisation"].queryset = Organisation.objects.filter(kind__in=OWERS)


class HoldForm(OfPeople):
    """It is there, with its days and its document."""

    valid_from = forms.DateField(label=_("Good from"), required=False, widget=DayInput,
                                 help_text=_("First day. Empty: no first day."))  # fmt: skip
    valid_until = forms.DateField(label=_("Good until"), required=False, widget=DayInput,
                                  help_text=_("Last day, still included. Empty: no last day."))  # fmt: skip
    document = forms.ModelChoiceField(
        label=_("Document"), queryset=Document.objects.none(), required=False,
        help_text=_("A file of this case that shows it."),
    )  # fmt: skip

    def __init__(self, *args, **options) -> None:
        super().__init__(*args, **options)
        self.fields["document"].queryset = self.case.documents.exclude(scan=ScanResult.REFUSED)

    def clean(self) -> dict:
        """The last day does not lie before the first."""
        said = super().clean()
        first, last = said.get("valid_from"), said.get("valid_until")
        if first and last and last < first:
            self.add_error("valid_until", _("The last day lies before the first."))
        return said


class WhyForm(OfPeople):
    """Refused, or not needed: why."""

    reason = forms.CharField(label=_("Why"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}))


class RequireForm(PlainForm):
    """Something more must hold."""

    kind = forms.ChoiceField(label=_("What must hold"), choices=ClearanceKind.choices)


class DocumentFactsForm(PlainForm):
    """What the travel document prints: airlines check nothing else."""

    document_name = forms.CharField(
        label=_("Name in travel document"), max_length=600, required=False,
        help_text=_("FAMILY NAME, Given Names in Latin letters, as its lines for machines say. Empty: as above."),
    )  # fmt: skip
    document_birth_date = forms.DateField(
        label=_("Birth date in travel document"), required=False, widget=DayInput,
        help_text=_("Only as printed there. The person's own birth date stays as it is known."),
    )  # fmt: skip
