"""What a planner says of a journey: who, from where, to where, on which day, and who sells the seats."""

from collections.abc import Collection, Sequence

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms import DayInput, PlainForm
from cases.models import Case, Person, Standing
from travel.actions.planning import Party
from travel.models import SeatsFrom
from travel.places import airports_in, is_airport


class PlanForm(PlainForm):
    """A journey of the chosen cases. Everybody who travels with the family is ticked at first."""

    departs_on = forms.DateField(label=_("Departs on"), widget=DayInput)
    arrives_on = forms.DateField(
        label=_("Arrives on"), required=False, widget=DayInput, help_text=_("Empty: on the same day.")
    )
    origin = forms.CharField(label=_("From"), max_length=3, help_text=_("Airport code, such as EBB."))
    destination = forms.ChoiceField(label=_("To"))
    seats_from = forms.ChoiceField(label=_("Seats from"), choices=SeatsFrom, widget=forms.RadioSelect)
    people = forms.ModelMultipleChoiceField(label=_("Who travels"), queryset=Person.objects.none())

    def __init__(self, *args, cases: Sequence[Case], countries: Collection[str], **options) -> None:
        super().__init__(*args, **options)
        self.cases, self.countries = cases, countries
        self.fields["destination"].choices = [pair for one in sorted(countries) for pair in airports_in(one)]
        travelling = Person.objects.filter(memberships__case__in=cases, memberships__standing=Standing.TRAVELS)
        self.fields["people"].queryset = travelling.distinct()
        self.fields["people"].to_field_name = "code"

    def clean_origin(self) -> str:
        """An airport that exists."""
        code = self.cleaned_data["origin"].strip().upper()
        if not is_airport(code):
            raise forms.ValidationError(_("There is no airport with this code."))
        return code

    def clean_departs_on(self):
        """Not in the past."""
        day = self.cleaned_data["departs_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed."))
        return day

    def clean(self) -> dict:
        """People of one journey go to one country; arrival does not come before departure."""
        if len(self.countries) > 1:
            raise forms.ValidationError(_("People of one movement go to one country."))
        departs, arrives = self.cleaned_data.get("departs_on"), self.cleaned_data.get("arrives_on")
        if departs and arrives and not 0 <= (arrives - departs).days <= 4:
            self.add_error("arrives_on", _("Arrival is on the day of departure or within four days after it."))
        return self.cleaned_data

    def parties(self) -> list[Party]:
        """Those who travel, case by case."""
        chosen = set(self.cleaned_data["people"].values_list("pk", flat=True))
        return [
            Party(case, tuple(member.person for member in case.travelling if member.person_id in chosen))
            for case in self.cases
        ]
