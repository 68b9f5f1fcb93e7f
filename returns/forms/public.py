"""What a migrant writes without an account, in the own language: short, and every error in that language."""

from datetime import date

from django import forms
from django.utils import timezone

from accounts.models import Country
from cases.forms import PlainForm
from returns.texts.spoken import country_names, texts

FIRST_YEAR = 1900
MONTHS = [("", "–"), *((n, str(n)) for n in range(1, 13))]
DAYS = [("", "–"), *((n, str(n)) for n in range(1, 32))]


class Spoken(PlainForm):
    """A form whose labels and errors are texts of one language."""

    def __init__(self, *args, language: str, **options) -> None:
        super().__init__(*args, **options)
        self.said = texts(language)
        self.language = language
        for name, one in self.fields.items():
            one.label = self.said.get(LABELS.get(name, name), name)
            one.optional = self.said["optional"]
            one.error_messages = dict.fromkeys(one.error_messages, self.said["needed"])
        self.fields["birth_year"].label = f"{self.said['born']}: {self.said['year'].lower()}"

    def add_birth_errors(self, said: dict) -> None:
        """Month and day together or not at all, and a day that exists and has come."""
        year, month, day = said.get("birth_year"), said.get("birth_month"), said.get("birth_day")
        if year is None:
            return
        try:
            if bool(month) != bool(day) or date(year, month or 1, day or 1) > timezone.localdate():
                raise ValueError
        except ValueError:
            self.add_error("birth_day", self.said["no_day"])


LABELS = {"birth_year": "year", "birth_month": "month", "birth_day": "day"}


def number(choices: list) -> forms.TypedChoiceField:
    """A month or a day, or nothing."""
    return forms.TypedChoiceField(choices=choices, coerce=int, empty_value=None, required=False)


class ApplyForm(Spoken):
    """I want to return: who, where, whereto, how to be reached safely."""

    host = forms.ChoiceField()
    family_name = forms.CharField(max_length=100, required=False)
    given_names = forms.CharField(max_length=100, required=False)
    birth_year = forms.IntegerField(min_value=FIRST_YEAR, max_value=2100)
    birth_month = number(MONTHS)
    birth_day = number(DAYS)
    return_country = forms.ChoiceField()
    persons = forms.IntegerField(min_value=1, max_value=30, initial=1)
    phone = forms.CharField(max_length=40, required=False)
    email = forms.EmailField(required=False)
    safe_contact = forms.CharField(max_length=200, required=False)
    message = forms.CharField(max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    consent = forms.BooleanField()

    def __init__(self, *args, **options) -> None:
        super().__init__(*args, **options)
        self.fields["host"].choices = [("", "–"), *((code, self.said[code]) for code in Country.values)]
        self.fields["return_country"].choices = [("", "–"), *country_names(self.language).items()]
        self.fields["birth_day"].help_text = self.said["day_hint"]
        self.fields["safe_contact"].help_text = self.said["safe_hint"]
        self.fields["consent"].error_messages["required"] = self.said["consent_needed"]

    def clean(self) -> dict:
        """One name, a birth date that exists, a way to answer."""
        said = super().clean()
        if not (said.get("family_name") or said.get("given_names")):
            self.add_error("family_name", self.said["one_name"])
        if not self.errors.get("email") and not (said.get("phone") or said.get("email")):
            self.add_error("phone", self.said["reach_needed"])
        self.add_birth_errors(said)
        return said

    @property
    def columns(self) -> dict:
        """What was said, as the columns of an enquiry."""
        said = {name: value for name, value in self.cleaned_data.items() if name not in ("host", "consent")}
        return said | {"country": self.cleaned_data["host"], "language": self.said["language"]}

    @property
    def read_back(self) -> list[tuple[str, str]]:
        """What was said, to be checked before it is sent: labels and words."""
        return [(one.label, words) for one in self if (words := self._words_of(one))]

    def _words_of(self, bound: forms.BoundField) -> str:
        value = self.cleaned_data.get(bound.name)
        if bound.name == "consent" or value in (None, ""):
            return ""
        choices = dict(getattr(bound.field, "choices", ()))
        return str(choices.get(value, value))


class KeyForm(Spoken):
    """The code and the birth date that open the own page."""

    code = forms.CharField(max_length=40)
    birth_year = forms.IntegerField(min_value=FIRST_YEAR, max_value=2100)
    birth_month = number(MONTHS)
    birth_day = number(DAYS)

    def __init__(self, *args, **options) -> None:
        super().__init__(*args, **options)
        self.fields["code"].widget.attrs |= {"autocomplete": "off", "autocapitalize": "characters", "dir": "ltr"}
        self.fields["birth_day"].help_text = self.said["day_hint"]
