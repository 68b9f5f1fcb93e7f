"""What a person may type about money. Forms check; actions write."""

import re
from datetime import date
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Country, User
from cases.forms import DayInput, PlainForm
from cases.models import Person
from returns.actions.awards import Part
from returns.actions.payments import Rate, Seen
from returns.models import CashFloat, Computation, DocumentSeen, Instalment, Method, Mode
from returns.money import Currency
from returns.rules.names import KIND_NAMES
from returns.statements import Period

MOST_OF_A_STATEMENT = 500_000
STATED = [(Method.BANK, _("The bank")), (Method.MISSION, _("The receiving mission"))]
PARTS = ("departure", "after_plan", "after_proof")
STROKES = re.compile(r"^(M\d{1,3} \d{1,3}( L\d{1,3} \d{1,3})* ?)+$")


def first_of_month() -> date:
    """The first day of this month."""
    return timezone.localdate().replace(day=1)


class AmountField(forms.DecimalField):
    """Whole cents, never negative."""

    def __init__(self, **options) -> None:
        super().__init__(max_digits=12, decimal_places=2, min_value=Decimal(0), **options)


class ProposeForm(PlainForm):
    """Who the computed people are, and in which parts the sum is given."""

    departure = AmountField(label=_("In cash at departure"), required=False)
    after_plan = AmountField(label=_("After the plan is approved"), required=False)
    after_plan_mode = forms.ChoiceField(
        label=_("The part after the plan is given"), choices=Mode.choices, initial=Mode.IN_KIND
    )
    after_proof = AmountField(label=_("After proof of the first part"), required=False)
    after_proof_mode = forms.ChoiceField(label=_("Third part is given"), choices=Mode.choices)

    def __init__(self, *args, computation: Computation, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        known = Person.objects.filter(memberships__case=computation.case_id).order_by("memberships__id")
        people = {person.pk: person for person in known}
        by_code = {str(person.code): person.pk for person in people.values()}
        self.persons = [f"person_{n}" for n, __ in enumerate(computation.inputs["persons"])]
        for n, said in enumerate(computation.inputs["persons"]):
            label = f"{KIND_NAMES.get(said.get('kind'), '')} {said.get('birth_date') or ''}".strip().capitalize()
            self.fields[f"person_{n}"] = forms.TypedChoiceField(
                label=label, coerce=lambda key: people[int(key)],
                initial=by_code.get(said.get("code"), list(people)[n] if n < len(people) else None),
                choices=[(person.pk, person.name) for person in people.values()],
            )  # fmt: skip
        self.order_fields([*self.persons, *self.base_fields])

    def clean(self) -> dict:
        """Persons and parts in the words of the action."""
        said = super().clean()
        if not self.errors:
            said["people"] = [said[name] for name in self.persons]
            modes = {"departure": Mode.CASH} | {name: said[f"{name}_mode"] for name in PARTS[1:]}
            said["parts"] = [Part(name, said[name], modes[name]) for name in PARTS if said.get(name)]
        return said


class PayForm(PlainForm):
    """To whom, by what document, how."""

    method = forms.ChoiceField(label=_("How"), choices=Method.choices)
    payee = forms.ModelChoiceField(label=_("Who receives it"), queryset=Person.objects.none(), required=False)
    document_seen = forms.ChoiceField(
        label=_("Document seen"), choices=[("", "–"), *DocumentSeen.choices], required=False
    )
    document_number = forms.CharField(label=_("Its number"), max_length=40, required=False)
    cash_float = forms.ModelChoiceField(
        label=_("Out of your float"), queryset=CashFloat.objects.none(), required=False,
        help_text=_("Only for cash at the airport."),
    )  # fmt: skip
    paid_on = forms.DateField(label=_("Paid on"), initial=timezone.localdate, widget=DayInput)
    local_currency = forms.RegexField(
        label=_("Local currency"), regex=r"^[A-Z]{3}$", required=False,
        help_text=_("Three letters; only where it was paid in another currency."),
    )  # fmt: skip
    rate = forms.DecimalField(
        label=_("How many of it for one"),
        max_digits=16,
        decimal_places=6,
        min_value=Decimal("0.000001"),
        required=False,
    )
    rate_source = forms.CharField(label=_("Source of the rate"), max_length=200, required=False)

    def __init__(self, *args, instalment: Instalment, user: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.instalment = instalment
        case = instalment.award.return_file.case_id
        self.fields["payee"].queryset = Person.objects.filter(memberships__case=case).order_by("memberships__id")
        self.fields["payee"].label_from_instance = lambda person: person.name
        self.fields["cash_float"].queryset = CashFloat.objects.filter(
            holder=user, closed_at=None, currency=instalment.award.currency
        )
        if instalment.mode == Mode.IN_KIND:
            for name in ("payee", "document_seen", "document_number", "cash_float"):
                del self.fields[name]
            self.fields["method"].choices = Method.choices[1:]

    def clean(self) -> dict:
        """Who stands there and by which rate, in the words of the actions."""
        said = super().clean()
        if "payee" in self.fields and not (said.get("payee") and said.get("document_seen")):
            raise ValidationError(_("Say who receives it, and which document you saw."))
        if said.get("method") == Method.AIRPORT and not said.get("cash_float"):
            self.add_error("cash_float", _("Cash at the airport comes out of a float. Open one first."))
        rate = [said.get(name) for name in ("local_currency", "rate", "rate_source")]
        if any(rate) and not all(rate):
            raise ValidationError(_("A rate has a currency, a number and a source."))
        said["rate_said"] = Rate(*rate) if all(rate) else None
        payee = said.get("payee")
        said["seen"] = Seen(payee, said["document_seen"], said["document_number"]) if payee else None
        return said


class ConfirmForm(PlainForm):
    """The payee signs: on the screen, or by the name as typed."""

    signed_name = forms.CharField(
        label=_("Name of the payee, as signed"), max_length=200, help_text=_("Typed by the payee, or for the payee.")
    )
    signature = forms.CharField(
        required=False, max_length=20000, widget=forms.HiddenInput, validators=[RegexValidator(STROKES)]
    )
    seen = forms.BooleanField(label=_("I saw the money change hands and the payee sign."))


class FloatForm(PlainForm):
    """Cash taken out for today."""

    country = forms.ChoiceField(label=_("Country"), choices=Country.choices)
    airport = forms.RegexField(label=_("Airport"), regex=r"^[A-Z]{3}$", initial="HEL", help_text=_("Three letters."))
    currency = forms.ChoiceField(label=_("Currency"), choices=Currency.choices)
    opening = AmountField(label=_("Taken out"))


class CountForm(PlainForm):
    """The float is counted by a second person."""

    counted = AmountField(label=_("Counted"))
    difference_reason = forms.CharField(
        label=_("Why there is a difference"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class StatementForm(PlainForm):
    """A statement of a bank or a mission, as a file or as text, and the days it speaks of."""

    method = forms.ChoiceField(label=_("Whose statement"), choices=STATED)
    since = forms.DateField(label=_("First day"), initial=first_of_month, widget=DayInput)
    until = forms.DateField(label=_("Last day"), initial=timezone.localdate, widget=DayInput)
    file = forms.FileField(
        label=_("File, as CSV"), required=False,
        help_text=_("Columns: receipt, amount, currency. Between commas or semicolons."),
    )  # fmt: skip
    statement = forms.CharField(
        label=_("Or as text"), max_length=MOST_OF_A_STATEMENT, required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )  # fmt: skip

    def clean_file(self) -> str:
        """The text of the file."""
        file = self.cleaned_data["file"]
        if file is None:
            return ""
        if file.size > MOST_OF_A_STATEMENT:
            raise ValidationError(_("This file is too large for a statement."))
        try:
            return file.read().decode("utf-8-sig")
        except UnicodeDecodeError as wrong:
            raise ValidationError(_("This file is no CSV in UTF-8.")) from wrong

    def clean(self) -> dict:
        """One of both, about days in their order."""
        said = super().clean()
        if not self.errors:
            said["text"] = said["file"] or said["statement"]
            if not said["text"]:
                raise ValidationError(_("Choose a file, or paste the statement."))
            if said["since"] > said["until"]:
                self.add_error("until", _("The last day lies before the first."))
            said["period"] = Period(said["method"], said["since"], said["until"])
        return said
