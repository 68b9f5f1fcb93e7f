"""The facts that a counsellor tries out. Nothing in it says who somebody is: it may stand in an address."""

from datetime import date

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cases.forms import DayInput, PlainForm
from cases.reference.countries import countries
from returns.rules.facts import CATEGORIES, DATES

SCHEMES = [
    ("FI-PALUU", _("Finland, assistance for voluntary return")),
    ("SE-ATER", _("Sweden, re-establishment support")),
    ("SE-EURP", _("Sweden, reintegration support (EU programme)")),
    ("SE-ATERVANDRING", _("Sweden, repatriation grant for permit holders")),
    ("IS-HEIM", _("Iceland, travel and reintegration grants")),
    ("IS-EURP", _("Iceland, EU programme")),
    ("EURP", _("EU Reintegration Programme")),
]
CATEGORY_WORDS = {
    "rejected": _("Asylum application rejected"),
    "withdrawn": _("Asylum application withdrawn"),
    "status_ended": _("Protection status ended"),
    "temporary_protection": _("Temporary protection"),
    "victim_of_trafficking": _("Victim of trafficking"),
    "section_51": _("Permit of section 51"),
    "residence_permit": _("Residence permit"),
}
YES_NO = [("", _("Not known")), ("yes", _("Yes")), ("no", _("No"))]
ANSWERS = {"yes": True, "no": False, "": None}
FLAGS = {
    "voluntary": (_("The return is voluntary"), "yes"),
    "likely_to_be_received": (_("The country is likely to receive them"), "yes"),
    "permit_in_return_country": (_("Permanent permit there, if it is not their own country"), ""),
    "asylum_applied_before": (_("Asylum was applied for more than once"), "no"),
    "has_municipality_of_residence": (_("A municipality of residence in Finland"), "no"),
    "visa_exempt": (_("Nationals need no visa"), "no"),
    "return_to_eu_or_schengen": (_("The country is in the EU or Schengen area"), "no"),
    "safe_country_of_origin": (_("A safe country of origin (Iceland)"), "no"),
    "dublin_case": (_("A Dublin case (Iceland)"), "no"),
    "couple": (_("The adults are a couple (Sweden)"), ""),
    "eurp_partner_country": (_("A partner country of the EU programme"), ""),
}
APPEALS = [
    ("", _("No appeal")), ("withdrawn", _("Appeal withdrawn")), ("decided", _("Appeal decided")),
    ("pending", _("Appeal pending")),
]  # fmt: skip
DATE_WORDS = {
    "application": _("Applied for assistance"),
    "decision": _("Decision on assistance"),
    "departure": _("Departure"),
    "first_decision": _("First negative asylum decision"),
    "first_decision_served": _("Its service"),
    "withdrawal": _("Asylum application withdrawn"),
    "appeal_outcome": _("Appeal outcome"),
    "departure_deadline": _("Departure deadline"),
}


def country_choices() -> list[tuple[str, str]]:
    """Every country by its name in the reader's language."""
    language = (get_language() or "en")[:2]
    named = [(code, one.names.get(language, one.names["en"])) for code, one in countries().items()
             if not one.citizenship_only]  # fmt: skip
    return [("", "–"), *sorted(named, key=lambda pair: pair[1])]


class FactsForm(PlainForm):
    """The facts of a case that pick a rule: countries, ground, form, appeal, dates, and what somebody states."""

    country = forms.ChoiceField(label=_("Country of return"))
    citizenship = forms.ChoiceField(
        label=_("Citizenship"), required=False, help_text=_("If it is another one than the country of return.")
    )
    category = forms.ChoiceField(label=_("On which ground"), choices=[(one, CATEGORY_WORDS[one]) for one in CATEGORIES])
    form = forms.ChoiceField(
        label=_("Form chosen (Finland before 2024)"), required=False,
        choices=[("", "–"), ("cash", _("Cash")), ("in_kind", _("In kind"))],
    )  # fmt: skip
    appeal = forms.ChoiceField(label=_("Appeal"), choices=APPEALS, required=False)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in DATES:
            self.fields[name] = forms.DateField(label=DATE_WORDS[name], required=False, widget=DayInput)
        for name, (words, __) in FLAGS.items():
            self.fields[name] = forms.ChoiceField(label=words, choices=YES_NO, required=False)
        self.fields["country"].choices = self.fields["citizenship"].choices = country_choices()

    def clean(self) -> dict:
        """What is stated, as the computation reads it."""
        said = super().clean()
        said["flags"] = {name: ANSWERS[said.get(name) or ""] for name in FLAGS} | {"appeal": said.get("appeal") or None}
        return said


class WhatIfForm(FactsForm):
    """Schemes, people by number, and other dates to compare with."""

    schemes = forms.MultipleChoiceField(
        label=_("Schemes to compare"), choices=SCHEMES, widget=forms.CheckboxSelectMultiple
    )
    adults = forms.IntegerField(label=_("Adults"), min_value=0, max_value=9)
    children = forms.IntegerField(label=_("Children with them"), min_value=0, max_value=15)
    alone = forms.IntegerField(label=_("Unaccompanied minors"), min_value=0, max_value=9)
    other_application = forms.DateField(label=_("Or else applied"), required=False, widget=DayInput)
    other_decision = forms.DateField(label=_("Or else decided"), required=False, widget=DayInput)

    def clean(self) -> dict:
        """Somebody must return, and something must be compared."""
        said = super().clean()
        if not self.errors and not (said["adults"] or said["children"] or said["alone"]):
            self.add_error("adults", _("Say who returns: at least one person."))
        return said

    @property
    def ways(self) -> list[dict[str, date | None]]:
        """The dates, and the other dates where some are given."""
        said = self.cleaned_data
        first = {name: said[name] for name in DATES}
        other = {
            "application": said["other_application"] or said["application"],
            "decision": said["other_decision"] or said["decision"],
        }
        return [first] if not (said["other_application"] or said["other_decision"]) else [first, first | other]


def first_guess() -> dict:
    """What stands in the form before anybody typed."""
    flags = {name: answer for name, (__, answer) in FLAGS.items()}
    return flags | {"schemes": ["FI-PALUU"], "adults": 1, "children": 0, "alone": 0, "category": "rejected"}
