"""What a person may type in a reintegration plan: the head and three lists of rows that grow and shrink by post.

Adding or removing a row saves nothing and loses nothing: the page comes back with what was typed.
"""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, OrganisationKind
from cases.forms import DayInput, PlainForm
from returns.actions.plans import awards_of, known_key, missions_of
from returns.models import KINDS_OF, Dimension, GrantAward, ReintegrationPlan, ServiceProvider
from returns.money import in_words
from returns.plans.ceiling import with_ceiling
from returns.plans.content import contents_of

MOST_ROWS = 30
MOST_PROVIDERS = 200
WORDS, LONG = {"rows": 2}, {"rows": 5}
KIND_CHOICES = [
    ("", "–"), *((one.label, [(kind.value, kind.label) for kind in kinds]) for one, kinds in KINDS_OF.items())
]  # fmt: skip


class HeadForm(PlainForm):
    """Grant, mission and situation. `edition` says which saving the page was made from."""

    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    award = forms.ModelChoiceField(None, label=_("Grant"), empty_label=None)
    mission = forms.ModelChoiceField(None, label=_("Receiving mission"), empty_label=None, to_field_name="code")
    situation = forms.CharField(
        label=_("Situation, skills and wishes"), required=False, max_length=6000, widget=forms.Textarea(attrs=LONG),
        help_text=_("What the plan builds on: trade, family, housing, health as far as it matters for the plan."),
    )  # fmt: skip

    def __init__(self, *args, plan: ReintegrationPlan, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.awards = list(with_ceiling(awards_of(plan.return_file)))
        self.fields["award"].queryset = awards_of(plan.return_file)
        self.fields["award"].choices = [(one.pk, award_words(one)) for one in self.awards]
        missions = missions_of(plan.return_file) | Organisation.objects.filter(pk=plan.mission_id)
        self.fields["mission"].queryset = missions.filter(kind=OrganisationKind.IOM_MISSION)
        self.fields["mission"].choices = [(one.code, one.name) for one in self.fields["mission"].queryset]


def award_words(one: GrantAward) -> str:
    """FI-PALUU, 5,300 EUR, of which 3,300 EUR may be planned."""
    words = {
        "scheme": one.scheme, "sum": in_words(one.amount, one.currency), "most": in_words(one.ceiling, one.currency),
    }  # fmt: skip
    return _("%(scheme)s, %(sum)s, of which %(most)s may be planned") % words


class RowForm(PlainForm):
    """A row of a list; one in which nothing is typed does not count. `key` carries the row over savings."""

    key = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)

    def has_changed(self) -> bool:
        """A key alone is nothing typed."""
        return any(name != "key" for name in self.changed_data)

    def clean_key(self):
        """The key as it was given out; any other word begins a new row."""
        return known_key(self.cleaned_data["key"])


class ObjectiveForm(RowForm):
    """What is to be reached."""

    dimension = forms.ChoiceField(label=_("Dimension"), choices=[("", "–"), *Dimension.choices])
    words = forms.CharField(label=_("What is to be reached"), max_length=2000, widget=forms.Textarea(attrs=WORDS))
    sign = forms.CharField(label=_("By what one sees it"), required=False, max_length=300)


class ActivityForm(RowForm):
    """What is undertaken, from when until when, with whom."""

    kind = forms.ChoiceField(label=_("Kind"), choices=KIND_CHOICES)
    words = forms.CharField(label=_("What is undertaken"), max_length=2000, widget=forms.Textarea(attrs=WORDS))
    from_on = forms.DateField(label=_("From"), widget=DayInput)
    until_on = forms.DateField(label=_("Until"), widget=DayInput)
    provider = forms.CharField(
        label=_("Provider"), required=False, max_length=200, widget=forms.TextInput(attrs={"list": "providers"}),
        help_text=_("Choose a known name, or type a new one."),
    )  # fmt: skip
    referral = forms.ChoiceField(label=_("Given through the referral"), required=False)

    def __init__(self, *args, referrals: list[tuple[str, str]], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["referral"].choices = [("", "–"), *referrals]
        if not referrals:
            self.fields["referral"].widget = forms.HiddenInput()

    def clean(self) -> dict:
        """It ends after it begins, within five years."""
        said = super().clean()
        begins, ends = said.get("from_on"), said.get("until_on")
        if begins and ends and ends < begins:
            self.add_error("until_on", _("It ends before it begins."))
        elif ends and ends > timezone.localdate() + timedelta(days=5 * 366):
            self.add_error("until_on", _("This is more than five years away."))
        return said


class BudgetForm(RowForm):
    """What is paid for."""

    kind = forms.ChoiceField(label=_("For what"), choices=KIND_CHOICES)
    words = forms.CharField(label=_("What is bought or paid"), max_length=300)
    provider = forms.CharField(
        label=_("Supplier"), required=False, max_length=200, widget=forms.TextInput(attrs={"list": "providers"})
    )
    amount = forms.DecimalField(label=_("Amount"), max_digits=12, decimal_places=2, min_value=Decimal("0.01"))


class Rows(forms.BaseFormSet):
    """Rows of one list: any of them may be left empty, and then it is not there."""

    def initial_form_count(self) -> int:
        """No row is owed."""
        return 0

    @property
    def typed(self) -> list[dict]:
        """The rows in which something stands."""
        return [row for row in self.cleaned_data if any(value for name, value in row.items() if name != "key")]


LISTS = {
    "objectives": forms.formset_factory(ObjectiveForm, Rows, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS),
    "activities": forms.formset_factory(ActivityForm, Rows, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS),
    "budget": forms.formset_factory(BudgetForm, Rows, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS),
}
NAMES = {name: tuple(made.form.base_fields) for name, made in LISTS.items()}


class PlanForms:
    """The forms of one plan: as it stands, as it was sent, or as it was typed with a row more or less."""

    def __init__(self, plan: ReintegrationPlan, sent: QueryDict | None = None, typed: Mapping | None = None) -> None:
        self.plan = plan
        self.referrals = {str(one.code): one for one in plan.return_file.case.referrals.all()}
        shown = None if sent else typed or stands(plan)
        self.head = HeadForm(sent, plan=plan, initial=shown["head"] if shown else None)
        self.lists = {name: self._rows(name, sent, shown) for name in LISTS}

    def _rows(self, name: str, sent: QueryDict | None, shown: Mapping | None) -> Rows:
        more = {"referrals": [(code, one.service) for code, one in self.referrals.items()]}
        rows = shown[name] if shown else None
        made = LISTS[name](sent, prefix=name, initial=rows, form_kwargs=more if name == "activities" else {})
        made.extra = max(1, len(rows or ()))
        return made

    @property
    def providers(self) -> list[str]:
        """Names known in the country of return."""
        known = ServiceProvider.objects.filter(country=self.plan.return_file.return_country)
        return list(known.values_list("name", flat=True)[:MOST_PROVIDERS])

    def is_valid(self) -> bool:
        """Is every form as it should be? All of them are asked, so that every error is shown at once."""
        return all([self.head.is_valid(), *(rows.is_valid() for rows in self.lists.values())])

    @property
    def errors(self) -> list[dict]:
        """Every refused field with its label and its place on the page."""
        every = [self.head, *(form for rows in self.lists.values() for form in rows)]
        return [
            {"id": field.id_for_label, "label": field.label, "words": words}
            for form in every if form.is_bound for field in form for words in field.errors
        ]  # fmt: skip

    @property
    def said(self) -> dict:
        """What was typed, in the words of the action."""
        lists = {name: rows.typed for name, rows in self.lists.items()}
        for row in lists["activities"]:
            row["referral"] = self.referrals.get(row["referral"])
        return self.head.cleaned_data | lists


def stands(plan: ReintegrationPlan) -> dict:
    """The plan as it is kept, for the forms."""
    content = contents_of([plan])[plan.pk]
    head = {
        "edition": plan.edition, "award": plan.award_id, "mission": plan.mission.code, "situation": plan.situation
    }  # fmt: skip
    lists = {name: [row_of(one, NAMES[name]) for one in getattr(content, name)] for name in LISTS}
    return {"head": head} | {name: rows or [{}] for name, rows in lists.items()}


def row_of(one, names: tuple[str, ...]) -> dict:
    """A row as its form shows it."""
    row = {name: getattr(one, name) for name in names}
    if "provider" in row:
        row["provider"] = one.provider.name if one.provider else ""
    if "referral" in row:
        row["referral"] = str(one.referral.code) if one.referral else ""
    return row


def retyped(plan: ReintegrationPlan, sent: QueryDict, *, more: str = "", without: str = "") -> dict:
    """What was typed, word by word, with one row more in a list or without one row; nothing is checked or kept."""
    names = ("award", "mission", "situation")
    typed = {"head": {name: sent.get(name, "") for name in names} | {"edition": plan.edition}}
    for name in LISTS:
        rows = [
            {field: sent.get(f"{name}-{n}-{field}", "") for field in NAMES[name]} for n in range(sent_rows(sent, name))
        ]
        gone = without.removeprefix(f"{name}-") if without.startswith(f"{name}-") else ""
        rows = [row for n, row in enumerate(rows) if str(n) != gone]
        typed[name] = [*rows, {}] if more == name and len(rows) < MOST_ROWS else rows or [{}]
    return typed


def sent_rows(sent: QueryDict, name: str) -> int:
    """How many rows a list had on the page."""
    said = sent.get(f"{name}-TOTAL_FORMS", "")
    return min(int(said), MOST_ROWS) if said.isdecimal() and len(said) < 4 else 0


class SendBackForm(PlainForm):
    """What is to be otherwise."""

    words = forms.CharField(
        label=_("What is to be changed"), max_length=4000, widget=forms.Textarea(attrs=LONG),
        help_text=_("The author reads this and writes the plan anew."),
    )  # fmt: skip


class AmendForm(PlainForm):
    """Why an approved plan is amended."""

    reason = forms.CharField(label=_("Why"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class PlanNoteForm(PlainForm):
    """A visit, or a referral to somebody at the place of return."""

    kind = forms.ChoiceField(label=_("What it was"), choices=[("visit", _("Visit")), ("referral", _("Referral there"))])
    happened_on = forms.DateField(label=_("Day"), initial=timezone.localdate, widget=DayInput)
    whom = forms.CharField(label=_("Referred to"), required=False, max_length=200, help_text=_("Only for a referral."))
    words = forms.CharField(label=_("What was seen or agreed"), max_length=4000, widget=forms.Textarea(attrs=LONG))

    def clean_happened_on(self):
        """Nothing that has not happened yet."""
        if (day := self.cleaned_data["happened_on"]) > timezone.localdate():
            raise ValidationError(_("This day has not come yet. Record it when it has happened."))
        return day

    def clean(self) -> dict:
        """A referral goes to somebody."""
        said = super().clean()
        if said.get("kind") == "referral" and not said.get("whom", "").strip():
            self.add_error("whom", _("Say to whom the person was referred."))
        return said
