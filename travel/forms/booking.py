"""What an officer says of seats: the highest price, the agency and its answer, what became of a lost order, why not."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, OrganisationKind
from cases.forms import DayInput, PlainForm
from cases.models import Person
from travel.forms.airports import BetweenAirports
from travel.models import Booking, Movement, Parting

AGENCIES = (OrganisationKind.TRAVEL_AGENCY, OrganisationKind.IOM_MISSION)
CURRENCIES = [(code, code) for code in ("EUR", "USD", "SEK", "ISK")]


class CapForm(PlainForm):
    """The highest price for the whole movement."""

    cap = forms.DecimalField(label=_("At most"), max_digits=10, decimal_places=2, min_value=Decimal("0.01"))

    def __init__(self, *args, quoted: Decimal, currency: str, **options) -> None:
        super().__init__(*args, initial={"cap": quoted}, **options)
        words = {"amount": quoted, "currency": currency}
        self.fields["cap"].help_text = _(
            "The offers were %(currency)s %(amount)s in all. Prices move: a little room saves asking you again."
        ) % words  # fmt: skip


class AgencyForm(PlainForm):
    """Who is asked for seats, and up to which price."""

    organisation = forms.ModelChoiceField(label=_("Whom do you ask"), queryset=Organisation.objects.none())
    cap = forms.DecimalField(label=_("At most"), max_digits=10, decimal_places=2, min_value=Decimal("0.01"))
    currency = forms.ChoiceField(label=_("Currency"), choices=CURRENCIES)

    def __init__(self, *args, **options) -> None:
        super().__init__(*args, **options)
        self.fields["organisation"].queryset = Organisation.objects.filter(kind__in=AGENCIES)


class MomentInput(forms.DateTimeInput):
    """Day and hour chosen in the browser's own calendar."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class LocalMomentField(forms.DateTimeField):
    """A time by the clock of a place, without a zone: the airport gives it."""

    widget = MomentInput

    def __init__(self, **options) -> None:
        super().__init__(input_formats=["%Y-%m-%dT%H:%M"], **options)

    def to_python(self, value):
        """The time as printed; it is not the office's own time."""
        moment = super().to_python(value)
        return moment.replace(tzinfo=None) if moment else moment


class FlightForm(BetweenAirports):
    """One flight as the agency's itinerary prints it."""

    carrier = forms.CharField(label=_("Airline"), max_length=3, help_text=_("Code, such as TK."))
    number = forms.CharField(label=_("Flight"), max_length=6)
    origin = forms.CharField(label=_("From"), max_length=3)
    departs = LocalMomentField(label=_("Departs"), help_text=_("Local time of that airport."))
    destination = forms.CharField(label=_("To"), max_length=3)
    arrives = LocalMomentField(label=_("Arrives"), help_text=_("Local time of that airport."))


FlightFormSet = forms.formset_factory(FlightForm, extra=4, min_num=1, validate_min=True, max_num=6)


class TicketsForm(PlainForm):
    """What the agency answered for one booking."""

    locator = forms.CharField(label=_("Airline reference"), max_length=20)
    amount = forms.DecimalField(label=_("Price"), max_digits=10, decimal_places=2, min_value=Decimal("0.01"))

    def __init__(self, *args, booking: Booking, **options) -> None:
        super().__init__(*args, **options)
        self.seats = list(booking.travellers.live().select_related("person").order_by("pk"))
        for one in self.seats:
            label = _("Ticket number: %(person)s") % {"person": one.person}
            self.fields[f"ticket-{one.code}"] = forms.CharField(label=label, max_length=30)

    def clean(self) -> dict:
        """Ticket numbers by the traveller's code, as the action wants them."""
        said = self.cleaned_data
        tickets = {str(one.code): said.pop(f"ticket-{one.code}", "") for one in self.seats}
        return said | {"tickets": tickets}


class FoundForm(PlainForm):
    """Their support named the order."""

    order_id = forms.CharField(label=_("Order"), max_length=60, help_text=_("As their support named it, such as ord_…"))
    note = forms.CharField(label=_("Who told you so, and when"), max_length=1000, widget=forms.Textarea({"rows": 3}))


class SaidForm(PlainForm):
    """What their support said."""

    note = forms.CharField(label=_("Who told you so, and when"), max_length=1000, widget=forms.Textarea({"rows": 3}))


class DayForm(PlainForm):
    """Another day."""

    departs_on = forms.DateField(label=_("Departs on"), widget=DayInput)
    arrives_on = forms.DateField(
        label=_("Arrives on"), required=False, widget=DayInput, help_text=_("Empty: on the same day.")
    )


class PartingForm(PlainForm):
    """Who of the families travels apart, and why."""

    person = forms.ModelChoiceField(label=_("Who travels apart"), queryset=Person.objects.none())
    reason = forms.CharField(label=_("Why"), max_length=Parting._meta.get_field("reason").max_length or 2000,
                             widget=forms.Textarea({"rows": 3}))  # fmt: skip

    def __init__(self, *args, movement: Movement, **options) -> None:
        super().__init__(*args, **options)
        people = Person.objects.filter(memberships__case__in=movement.cases).distinct()
        self.fields["person"].queryset = people.order_by("family_name", "given_names")
