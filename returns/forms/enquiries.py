"""What may be said of somebody who wants to return, by an officer, a reception centre or a coordinator."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Country, User
from cases.forms import WORDS, PlainForm
from cases.models import Sex
from returns.forms.intake import country_choices

FIRST_YEAR = 1900


class EnquiryForm(PlainForm):
    """Short: who, where, whereto, how to reach the person safely."""

    country = forms.ChoiceField(label=_("Where the person is"), choices=Country.choices)
    family_name = forms.CharField(label=_("Family name"), max_length=100, required=False)
    given_names = forms.CharField(label=_("Given names"), max_length=100, required=False)
    sex = forms.ChoiceField(label=_("Sex"), choices=Sex.choices, initial=Sex.X)
    birth_year = forms.IntegerField(label=_("Year of birth"), min_value=FIRST_YEAR, max_value=2100)
    birth_month = forms.IntegerField(label=_("Month of birth"), required=False, min_value=1, max_value=12)
    birth_day = forms.IntegerField(label=_("Day of birth"), required=False, min_value=1, max_value=31)
    citizenship = forms.ChoiceField(label=_("Citizenship"), choices=country_choices, required=False)
    return_country = forms.ChoiceField(label=_("Country of return"), choices=country_choices)
    persons = forms.IntegerField(label=_("How many people return"), min_value=1, max_value=30, initial=1)
    language = forms.CharField(label=_("Language"), max_length=100)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    safe_contact = forms.CharField(
        label=_("Safe contact rule"), max_length=200, required=False, help_text=_("Such as: SMS only.")
    )
    message = forms.CharField(label=_("Message"), max_length=2000, required=False, widget=WORDS)
    consent = forms.BooleanField(label=_("The person agreed that the office keeps and uses this."))

    def clean(self) -> dict:
        """One name at least, a birth date that exists, a way to answer."""
        said = super().clean()
        if not (said.get("family_name") or said.get("given_names")):
            self.add_error("family_name", _("At least one name."))
        check_birth(self, said)
        said.pop("consent", None)
        return said


def check_birth(form: forms.Form, said: dict, words: str = "") -> None:
    """Month and day together or not at all, and a day that exists and has come."""
    year, month, day = (said.get(f"birth_{part}") for part in ("year", "month", "day"))
    if not year:
        return
    try:
        if bool(month) != bool(day):
            raise ValueError
        if date(year, month or 1, day or 1) > timezone.localdate():
            raise ValueError
    except ValueError:
        form.add_error("birth_day", words or _("No such day. Only the year known: leave month and day empty."))


class PartnerEnquiryForm(EnquiryForm):
    """The same from a reception centre or a regional coordinator, in the own country."""

    def __init__(self, *args, by: User, **options) -> None:
        super().__init__(*args, **options)
        self.fields["country"].choices = [one for one in Country.choices if one[0] == by.organisation.country]
