"""From what a grant of one case is computed: the facts on record, to be completed before one computes."""

from datetime import date
from urllib.parse import urlencode

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Country
from cases.births import Birth, Precision
from cases.models import Case, Person, Standing
from returns.models import AssistanceForm, Return
from returns.needs import ADULT as MAJORITY
from returns.rules.facts import DATES
from returns.rules.names import KIND_NAMES
from returns.rules.vocabulary import ADULT, ALONE, CHILD
from returns.what_if_form import FLAGS, SCHEMES, FactsForm

RETURNING = (Standing.TRAVELS, Standing.WAITS, Standing.ARRIVED)
KINDS = [*((kind, words) for kind, words in KIND_NAMES.items()), ("", _("not in this grant"))]
OF_HOST = {Country.FI: ("FI-", "EURP"), Country.SE: ("SE-", "EURP"), Country.IS: ("IS-", "EURP")}
COLUMN_OF = {
    "first_decision_served": "first_decision_served_date", "withdrawal": "withdrawal_date",
    "application": "application_date", "decision": "decision_date", "appeal_outcome": "appeal_outcome_date",
    "departure_deadline": "departure_deadline",
}  # fmt: skip
PLAIN_FORMS = {AssistanceForm.CASH: "cash", AssistanceForm.IN_KIND: "in_kind"}
COUNTED = {"adults": ADULT, "children": CHILD, "alone": ALONE}


class ComputeForm(FactsForm):
    """The scheme, who of the case is granted something, and the facts that pick the rule."""

    scheme = forms.ChoiceField(label=_("Scheme"))

    def __init__(self, *args, record: Return, **kwargs) -> None:
        people = who_returns(record.case)
        super().__init__(*args, initial=on_record(record, people), **kwargs)
        self.people, self.host = people, record.case.country
        for place, person in enumerate(people):
            self.fields[f"kind_{place}"] = forms.ChoiceField(label=person.name, choices=KINDS, required=False)
        self.fields["scheme"].choices = [one for one in SCHEMES if one[0].startswith(OF_HOST[record.case.country])]

    def clean(self) -> dict:
        """The documented inputs."""
        said = super().clean()
        granted = [(person, said.get(f"kind_{place}")) for place, person in enumerate(self.people)]
        persons = [person_said(person, kind) for person, kind in granted if kind]
        if not self.errors and not persons:
            self.add_error(None, _("Say who returns: at least one person."))
        if not self.errors:
            said["inputs"] = {
                "host_country": self.host, "return_country": said["country"],
                "citizenship": said["citizenship"] or said["country"], "category": said["category"],
                "form": said["form"] or None, "persons": persons, "flags": said["flags"],
                "dates": {name: day.isoformat() if (day := said.get(name)) else None for name in DATES},
            }  # fmt: skip
        return said

    @property
    def of_people(self) -> list:
        """The fields that say what each person counts as."""
        return [self[f"kind_{place}"] for place, __ in enumerate(self.people)]


def who_returns(case: Case) -> list[Person]:
    """Those who are to return, and those who have: a grant may be computed after the arrival."""
    return [member.person for member in case.household if member.standing in RETURNING]


def person_said(person: Person, kind: str) -> dict:
    """One person as the computation wants to know the person."""
    return {
        "code": str(person.code), "kind": kind, "birth_date": as_known(person.birth),
        "in_host_country_at_application": True,
    }  # fmt: skip


def as_known(birth: Birth) -> str | None:
    """The full date, the month or the year: what is known of it."""
    if birth.precision == Precision.DAY:
        return birth.date.isoformat()
    return f"{birth.year}-{birth.month:02}" if birth.precision == Precision.MONTH else birth.year and str(birth.year)


def on_record(record: Return, people: list[Person]) -> dict:
    """What stands in the form before anybody typed: what the return says."""
    citizenship = next((code for person in people for code in person.citizenships), "")
    kinds = kinds_of(people, record.application_date or timezone.localdate())
    return {
        **{name: answer for name, (__, answer) in FLAGS.items()},
        **{name: getattr(record, column) for name, column in COLUMN_OF.items()},
        **{f"kind_{place}": kind for place, kind in enumerate(kinds)},
        "scheme": record.scheme, "country": record.return_country, "category": record.beneficiary_category,
        "citizenship": citizenship if citizenship != record.return_country else "",
        "form": PLAIN_FORMS.get(record.assistance_form, ""),
        "permit_in_return_country": {True: "yes", False: "no", None: ""}[record.has_permit_there],
    }  # fmt: skip


def kinds_of(people: list[Person], day: date) -> list[str]:
    """Adults, and minors with an adult or alone, on that day."""
    ages = [person.birth.age_on(day) for person in people]
    minors = [age is not None and age < MAJORITY for age in ages]
    return [(ALONE if all(minors) else CHILD) if minor else ADULT for minor in minors]


def what_if_of(record: Return, case: Case) -> str:
    """The same facts as a question to the what-if page: dates and numbers, nothing of who it is."""
    said = on_record(record, who_returns(case))
    kinds = [value for name, value in said.items() if name.startswith("kind_")]
    asked = {name: kinds.count(kind) for name, kind in COUNTED.items()} | {"schemes": said.pop("scheme") or "FI-PALUU"}
    rest = {name: value for name, value in said.items() if value and not name.startswith("kind_")}
    return urlencode(asked | rest)
