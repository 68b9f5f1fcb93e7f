"""What is said of a return that has happened already: when, whereto, who."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Country
from cases.births import Birth, Precision
from cases.forms import WORDS, PlainForm
from cases.models import Relation, Sex
from returns.actions.past import Returned
from returns.forms.enquiries import FIRST_YEAR, check_birth
from returns.forms.intake import NOT_SAID, country_choices, day_field
from returns.models import AssistanceForm, Category


class DaysForm(PlainForm):
    """When they left and when they were there."""

    departed_on = day_field(_("Departed on"))
    arrived_on = day_field(_("Arrived on"))
    note = forms.CharField(
        label=_("How the office learned of it"), max_length=2000, widget=WORDS,
        help_text=_("From whom, and why it was not recorded before. It stays on record."),
    )  # fmt: skip

    def clean(self) -> dict:
        """Nobody arrives before the departure."""
        said = super().clean()
        departed, arrived = said.get("departed_on"), said.get("arrived_on")
        if departed and arrived and arrived < departed:
            self.add_error("arrived_on", _("Nobody arrives before the departure."))
        return said


class PastReturnForm(DaysForm):
    """A return that nobody had on record."""

    country = forms.ChoiceField(label=_("From where they returned"), choices=Country)
    return_country = forms.ChoiceField(label=_("Country of return"), choices=country_choices)
    return_place = forms.CharField(label=_("Place of return"), max_length=300, required=False)
    beneficiary_category = forms.ChoiceField(label=_("Ground"), choices=[*NOT_SAID, *Category.choices], required=False)
    assistance_form = forms.ChoiceField(
        label=_("Form of assistance"), choices=[*NOT_SAID, *AssistanceForm.choices], required=False
    )
    application_date = day_field(_("Applied on"), required=False)
    decision_date = day_field(_("Decided on"), required=False)

    field_order = (
        "country", "return_country", "return_place", "departed_on", "arrived_on", "application_date", "decision_date",
        "beneficiary_category", "assistance_form", "note",
    )  # fmt: skip


class ReturnedForm(PlainForm):
    """One person who returned."""

    family_name = forms.CharField(label=_("Family name"), max_length=100, required=False)
    given_names = forms.CharField(label=_("Given names"), max_length=100, required=False)
    sex = forms.ChoiceField(label=_("Sex"), choices=Sex.choices, initial=Sex.X)
    birth_year = forms.IntegerField(label=_("Year of birth"), min_value=FIRST_YEAR, max_value=2100)
    birth_month = forms.IntegerField(label=_("Month of birth"), required=False, min_value=1, max_value=12)
    birth_day = forms.IntegerField(label=_("Day of birth"), required=False, min_value=1, max_value=31)
    relation = forms.ChoiceField(label=_("Relation"), choices=Relation, initial=Relation.PRINCIPAL)

    def clean(self) -> dict:
        """One name at least, and a birth date that exists."""
        said = super().clean()
        if not (said.get("family_name") or said.get("given_names")):
            self.add_error("family_name", _("At least one name."))
        check_birth(self, said)
        return said

    def returned(self) -> Returned:
        """The person as said."""
        said = self.cleaned_data
        year, month, day = (said[f"birth_{part}"] for part in ("year", "month", "day"))
        birth = Birth(Precision.DAY, year, month, day) if day else Birth.in_year(year)
        return Returned(said["family_name"], said["given_names"], said["sex"], birth, said["relation"])


class OnePrincipal(forms.BaseFormSet):
    """The people of one return: exactly one is the principal applicant."""

    def get_form_kwargs(self, index: int | None) -> dict:
        """The first is the principal applicant, unless somebody says otherwise."""
        relation = Relation.CHILD if index else Relation.PRINCIPAL
        return super().get_form_kwargs(index) | {"initial": {"relation": relation, "sex": Sex.X}}

    def clean(self) -> None:
        """One principal."""
        said = [form.cleaned_data.get("relation") for form in self.forms if form.has_changed() and form.is_valid()]
        if said and said.count(Relation.PRINCIPAL) != 1:
            raise forms.ValidationError(_("One person, and only one, is the principal applicant."))

    def people(self) -> list[Returned]:
        """Those who returned."""
        return [form.returned() for form in self.forms if form.has_changed()]


ReturnedFormSet = forms.formset_factory(
    ReturnedForm, formset=OnePrincipal, extra=5, min_num=1, validate_min=True, max_num=12
)
