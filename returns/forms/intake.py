"""What an officer may say of a return, stage by stage."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cases.forms import WORDS, DayInput, OfCase, PlainForm
from cases.models import Person
from cases.reference.countries import countries, name_of
from returns.models import (
    AssistanceForm,
    Capacity,
    Category,
    Ending,
    Interpreter,
    Reason,
    Return,
    Statement,
    Topic,
    Way,
)

FOUND_BY_PORTAL = {Reason.COUNTRY_PAUSED, Reason.NO_PERMIT_THERE, Reason.COUNTRY_UNKNOWN}
NOT_SAID = [("", "–")]


def country_choices() -> list[tuple[str, str]]:
    """Every country of return by name, in the reader's language."""
    language = get_language() or "en"
    named = [(code, name_of(code, language)) for code, one in countries().items() if not one.citizenship_only]
    return [*NOT_SAID, *sorted(named, key=lambda pair: pair[1])]


def past(day):
    """A day that has come, or nothing."""
    if day and day > timezone.localdate():
        raise ValidationError(_("This day has not come yet. Record it when it has happened."))


def day_field(label, **options) -> forms.DateField:
    """A day that has come."""
    return forms.DateField(label=label, widget=DayInput, validators=[past], **options)


class CounsellingForm(PlainForm):
    """A talk: held, or ahead with an interpreter asked for."""

    held_on = forms.DateField(label=_("Day"), initial=timezone.localdate, widget=DayInput)
    way = forms.ChoiceField(label=_("How"), choices=Way)
    language = forms.CharField(label=_("Language"), max_length=100)
    interpreter = forms.ChoiceField(label=_("Interpreter"), choices=Interpreter)
    explained = forms.MultipleChoiceField(
        label=_("What was explained"), choices=Topic, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Empty for a talk that is still to come."),
    )  # fmt: skip
    capacity = forms.ChoiceField(label=_("Can the person decide freely and knowingly?"), choices=Capacity)
    note = forms.CharField(label=_("Note"), required=False, max_length=4000, widget=WORDS)


class InterpreterForm(PlainForm):
    """What became of the interpreter."""

    interpreter = forms.ChoiceField(label=_("Interpreter"), choices=Interpreter)


class ApplicationForm(PlainForm):
    """What is applied for, and the dates on which the grant will depend."""

    application_date = day_field(_("Applied on"))
    return_country = forms.ChoiceField(label=_("Country of return"), choices=country_choices)
    return_place = forms.CharField(label=_("Place of return"), max_length=300, required=False)
    has_permit_there = forms.NullBooleanField(
        label=_("Permanent permit there"), required=False,
        help_text=_("Only where it is not the own country. A visa is not enough."),
    )  # fmt: skip
    beneficiary_category = forms.ChoiceField(label=_("Ground"), choices=[*NOT_SAID, *Category.choices], required=False)
    assistance_form = forms.ChoiceField(
        label=_("Form of assistance"), choices=[*NOT_SAID, *AssistanceForm.choices], required=False
    )
    reception_unit = forms.CharField(label=_("Reception unit"), max_length=300, required=False)
    first_decision_served_date = day_field(_("First decision served on"), required=False)
    withdrawal_date = day_field(_("Asylum application withdrawn on"), required=False)
    appeal_outcome_date = day_field(_("Appeal decided on"), required=False)
    departure_deadline = forms.DateField(label=_("To leave until"), required=False, widget=DayInput)

    @staticmethod
    def said_before(record: Return) -> dict:
        """What the record says already."""
        return {name: getattr(record, name) for name in ApplicationForm.base_fields}


class EligibilityForm(PlainForm):
    """Reasons that a person sees; those that the portal finds are added by itself."""

    reasons = forms.MultipleChoiceField(
        label=_("Reasons against it"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(one.value, one.label) for one in Reason if one not in FOUND_BY_PORTAL],
        help_text=_("None chosen and none found by the portal: eligible."),
    )  # fmt: skip
    note = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=WORDS)

    def clean(self) -> dict:
        """Another reason is said in words."""
        said = super().clean()
        if Reason.OTHER in said.get("reasons", ()) and not said.get("note"):
            self.add_error("note", _("Say which reason."))
        return said


class AskStatementForm(PlainForm):
    """The police or the authority are asked."""

    asked_on = day_field(_("Asked on"), initial=timezone.localdate)


class StatementForm(PlainForm):
    """What they answered."""

    statement = forms.ChoiceField(
        label=pgettext_lazy("of the police or the authority", "Statement"), widget=forms.RadioSelect,
        choices=[(one.value, one.label) for one in (Statement.GIVEN, Statement.REFUSED, Statement.NOT_NEEDED)],
    )  # fmt: skip
    answered_on = day_field(_("Answered on"), initial=timezone.localdate)
    note = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=WORDS)


class DecisionForm(PlainForm):
    """A decision that came by letter: granted or not, in which form, how much for whom."""

    is_granted = forms.TypedChoiceField(
        label=_("The authority"), choices=[("yes", _("grants assistance")), ("no", _("refuses"))],
        coerce=lambda word: word == "yes", widget=forms.RadioSelect, empty_value=None,
    )  # fmt: skip
    decision_date = day_field(_("Decided on"))
    assistance_form = forms.ChoiceField(
        label=_("Form of assistance"), choices=[*NOT_SAID, *AssistanceForm.choices], required=False
    )
    note = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=WORDS)

    def __init__(self, *args, record: Return, **options) -> None:
        super().__init__(*args, **options)
        self.currency = {"SE": "SEK"}.get(record.case.country, "EUR")
        self.people = {f"amount_{one.pk}": one.person for one in record.case.household}
        for name, person in self.people.items():
            words = _("Granted to %(name)s, %(currency)s") % {"name": person.name, "currency": self.currency}
            self.fields[name] = forms.DecimalField(
                label=words, required=False, min_value=Decimal(0), max_digits=9, decimal_places=0
            )
        self.order_fields(["is_granted", "decision_date", "assistance_form", *self.people, "note"])

    def clean(self) -> dict:
        """The amounts as lines; a refusal says why and grants nothing."""
        said = super().clean()
        amounts = [(name, said.pop(name, None)) for name in self.people]
        said["amounts"] = [(self.people[name], "support", sum_, self.currency) for name, sum_ in amounts if sum_]
        if said.get("is_granted") is False and (said["amounts"] or not said.get("note")):
            self.add_error("note", _("A refusal says why, and grants nothing."))
        return said


class DeclarationForm(OfCase):
    """A signature under the declaration of free will."""

    person = forms.ModelChoiceField(Person.objects.none(), label=_("Who signed"), empty_label=None)
    text_version = forms.CharField(
        label=_("Version of the text"), max_length=20, help_text=_("As printed at the foot of the declaration.")
    )
    language = forms.CharField(label=_("Language of the text"), max_length=40)
    signed_on = day_field(_("Signed on"), initial=timezone.localdate)


class RefuseForm(PlainForm):
    """Why the return is refused."""

    note = forms.CharField(label=_("Why"), max_length=2000, widget=WORDS)


class WithdrawForm(PlainForm):
    """A withdrawal needs no reason."""

    note = forms.CharField(
        label=_("Note"), required=False, max_length=2000, widget=WORDS, help_text=_("The person need not say why.")
    )


class CloseForm(PlainForm):
    """How it ended."""

    ending = forms.ChoiceField(
        label=_("How it ended"),
        choices=[(one.value, one.label) for one in Ending if one not in (Ending.WITHDRAWN, Ending.REFUSED)],
    )  # fmt: skip
    note = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=WORDS)


class KeyForm(OfCase):
    """Who gets a code to the own page."""

    person = forms.ModelChoiceField(Person.objects.none(), label=_("For whom"), empty_label=None)
