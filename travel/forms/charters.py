"""What is said of a charter: the aircraft, its seats, its operator, and who takes a seat."""

from collections.abc import Sequence

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Country, Organisation
from cases.forms import DayInput, PlainForm
from cases.models import Case, Person
from travel.forms.airports import BetweenAirports
from travel.forms.booking import AGENCIES
from travel.models import MOST_SEATS


class SeatsForm(PlainForm):
    """How many seats the aircraft has for us."""

    seats = forms.IntegerField(label=_("Seats"), min_value=1, max_value=MOST_SEATS)


class CharterForm(BetweenAirports, SeatsForm):
    """A charter of so many seats. Nobody is named here."""

    mandate = forms.ChoiceField(label=_("For which mandate"))
    country = forms.ChoiceField(label=_("Cases of"), choices=Country)
    origin = forms.CharField(label=_("From"), max_length=3, help_text=_("Airport code, such as HEL."))
    destination = forms.CharField(label=_("To"), max_length=3, help_text=_("Airport code, such as BGW."))
    departs_on = forms.DateField(label=_("Departs on"), widget=DayInput)
    arrives_on = forms.DateField(
        label=_("Arrives on"), required=False, widget=DayInput, help_text=_("Empty: on the same day.")
    )
    operator = forms.CharField(label=_("Operator"), max_length=100, required=False, help_text=_("Who flies it."))

    field_order = ("mandate", "country", "origin", "destination", "departs_on", "arrives_on", "seats", "operator")

    def __init__(self, *args, mandates: Sequence[tuple[str, str]], **options) -> None:
        super().__init__(*args, **options)
        self.fields["mandate"].choices = mandates

    def clean_departs_on(self):
        """Not in the past."""
        day = self.cleaned_data["departs_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed."))
        return day

    def clean(self) -> dict:
        """Arrival does not come before departure."""
        departs, arrives = self.cleaned_data.get("departs_on"), self.cleaned_data.get("arrives_on")
        if departs and arrives and not 0 <= (arrives - departs).days <= 4:
            self.add_error("arrives_on", _("Arrival is on the day of departure or within four days after it."))
        return self.cleaned_data


class AskCharterForm(PlainForm):
    """Through whom the aircraft is asked for."""

    organisation = forms.ModelChoiceField(label=_("Whom do you ask"), queryset=Organisation.objects.none())

    def __init__(self, *args, **options) -> None:
        super().__init__(*args, **options)
        self.fields["organisation"].queryset = Organisation.objects.filter(kind__in=AGENCIES)


class ReferenceForm(PlainForm):
    """Under what the operator knows the flight."""

    reference = forms.CharField(label=_("The operator's reference"), max_length=40)


class GiveSeatsForm(PlainForm):
    """Who of a case takes a seat; the whole family is ticked at first."""

    people = forms.ModelMultipleChoiceField(
        label=_("Who takes a seat"), queryset=Person.objects.none(), to_field_name="code",
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    first = forms.TypedChoiceField(
        label=_("From seat"), coerce=int, help_text=_("A family sits from this free seat on.")
    )  # fmt: skip

    def __init__(self, *args, case: Case, free: Sequence[int], **options) -> None:
        super().__init__(*args, **options)
        members = case.members.travelling()
        self.fields["people"].queryset = Person.objects.filter(memberships__in=members).order_by("memberships__id")
        self.fields["first"].choices = [(number, number) for number in free]
        self.initial.setdefault("people", [member.person.code for member in members.select_related("person")])
