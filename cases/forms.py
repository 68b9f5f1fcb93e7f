"""What a person may type about a case. Forms check and say what is wrong; actions write."""

from crispy_forms.helper import FormHelper
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import Mandate, Organisation, User
from cases.inspection import refusal_of
from cases.models import Case, DocumentKind, Person, Purpose, WaitingFor

NOBODY = Person.objects.none()  # until the form knows its case
MANDATES = [("", "–"), *Mandate.choices]
WORDS = forms.Textarea(attrs={"rows": 3})
MOST_BYTES = 15 * 1024 * 1024


class DayInput(forms.DateInput):
    """A date chosen in the browser's own calendar."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PlainForm(forms.Form):
    """A form whose `<form>` element, buttons and summary stand in the page's template."""

    @property
    def helper(self) -> FormHelper:
        """Fields only."""
        helper = FormHelper(self)
        helper.form_tag = False
        helper.disable_csrf = True
        return helper


class OfCase(PlainForm):
    """A form about one case: people are chosen among its members."""

    def __init__(self, *args, case: Case, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        if "person" in self.fields:
            self.fields["person"].queryset = Person.objects.filter(memberships__case=case).order_by("memberships__id")


class NoteForm(PlainForm):
    """A stage begins: on which day, and what is worth saying."""

    happened_on = forms.DateField(label=_("Happened on"), initial=timezone.localdate, widget=DayInput)
    note = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=WORDS)

    def clean_happened_on(self):
        """Nothing that has not happened yet."""
        if (day := self.cleaned_data["happened_on"]) > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet. Record it when it has happened."))
        return day


class WhyForm(PlainForm):
    """A side way: the reason stays on record."""

    note = forms.CharField(label=_("Why"), max_length=2000, widget=WORDS)


class ContactForm(OfCase):
    """A call, a letter, a meeting."""

    note = forms.CharField(
        label=_("What happened"), max_length=4000, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("With whom, by which means, what was said. It cannot be edited; a correction is a new event."),
    )  # fmt: skip
    happened_on = forms.DateField(label=_("Happened on"), initial=timezone.localdate, widget=DayInput)

    def clean_happened_on(self):
        """Nothing that has not happened yet."""
        if (day := self.cleaned_data["happened_on"]) > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet. Make a task of it."))
        return day


class TaskForm(OfCase):
    """Something to do for a case."""

    title = forms.CharField(label=_("What is to be done"), max_length=200)
    due_on = forms.DateField(label=pgettext_lazy("day of a task", "Due"), required=False, widget=DayInput)
    person = forms.ModelChoiceField(NOBODY, label=_("For whom"), required=False, empty_label=_("The family"))
    assignee = forms.ModelChoiceField(User.objects.none(), label=_("Whose task"), to_field_name="code")

    def __init__(self, *args, by: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assignee"].queryset = colleagues_of(by)
        self.fields["assignee"].initial = by.code


class AssignForm(PlainForm):
    """Who is to hold a case."""

    officer = forms.ModelChoiceField(User.objects.none(), label=_("Officer"), to_field_name="code")

    def __init__(self, *args, by: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["officer"].queryset = colleagues_of(by)


class ReasonForm(OfCase):
    """Why a case is suspended or opened again."""

    note = forms.CharField(label=_("Why"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class WaitForm(OfCase):
    """Whose turn it is."""

    whom = forms.ChoiceField(label=_("We wait for"), choices=WaitingFor.choices)
    note = forms.CharField(label=_("Why"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["whom"].initial = self.case.waiting_for


class DocumentForm(OfCase):
    """A file for a case: PDF, PNG or JPEG without anything that could run."""

    kind = forms.ChoiceField(label=_("What it is"), choices=DocumentKind)
    person = forms.ModelChoiceField(NOBODY, label=_("Whose"), required=False, empty_label=_("The family"))
    file = forms.FileField(label=_("File"), help_text=_("PDF, PNG or JPEG, at most 15 MB, without a password."))

    def clean_file(self):
        """Refuse what is too large, of another kind, encrypted or active."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 15 MB. Scan it with fewer dots per inch."))
        if reason := refusal_of(file):
            raise forms.ValidationError(reason)
        return file


class ConsentForm(OfCase):
    """A person's agreement."""

    person = forms.ModelChoiceField(NOBODY, label=_("Who agrees"), empty_label=None)
    purpose = forms.ChoiceField(label=_("To what"), choices=Purpose)
    text_version = forms.CharField(
        label=_("Version of the text"), max_length=20, help_text=_("As printed at the foot of the consent form.")
    )
    language = forms.CharField(label=_("Language of the text"), max_length=40)


class ReferForm(OfCase):
    """A service asked from another mandate or from a partner."""

    person = forms.ModelChoiceField(NOBODY, label=_("For whom"), empty_label=None)
    service = forms.CharField(label=_("What is asked"), max_length=200)
    to_mandate = forms.ChoiceField(label=_("Of which mandate"), required=False, choices=MANDATES)
    to_organisation = forms.ModelChoiceField(
        Organisation.objects.all(), label=_("Or of which partner"), required=False, to_field_name="code",
        empty_label="–",
    )  # fmt: skip
    override_reason = forms.CharField(
        label=_("Why without consent"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Only where there is no consent to share. The reason stays on record."),
    )  # fmt: skip

    def clean(self) -> dict:
        """Exactly one receiver."""
        if bool(self.cleaned_data.get("to_mandate")) == bool(self.cleaned_data.get("to_organisation")):
            self.add_error("to_mandate", _("Choose either a mandate or a partner."))
        return self.cleaned_data


class SaveFilterForm(PlainForm):
    """A name for the chosen filter."""

    name = forms.CharField(label=_("Name"), max_length=60, help_text=_("Such as: exit permit missing."))
    shared = forms.BooleanField(label=_("Share with the team"), required=False)


def colleagues_of(user: User):
    """People of the same office who may sign in."""
    return User.objects.filter(organisation=user.organisation_id, is_active=True).order_by("name")
