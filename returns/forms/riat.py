"""What an officer says of a RIAT file: its first page, its registration, what RIAT shows now."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms import WORDS, PlainForm
from cases.models import Document
from returns.actions.riat import sheets_of
from returns.forms.intake import country_choices
from returns.models import RejectReason, Return, RiatFile, Support


class FirstPageForm(PlainForm):
    """The first page, as RIAT asks it. It cannot be changed once the case is registered."""

    return_country = forms.ChoiceField(label=_("Country of return"), choices=country_choices)
    project = forms.CharField(label=_("Project"), max_length=100)
    organisation = forms.CharField(label=_("Organisation of the member state"), max_length=100)
    partner = forms.CharField(label=_("Reintegration partner"), max_length=100)
    support = forms.ChoiceField(label=_("Type of support"), choices=Support, widget=forms.RadioSelect)

    @staticmethod
    def said_before(record: RiatFile | Return) -> dict:
        """What the file, or before there is one the return, says already."""
        return {name: getattr(record, name, "") for name in FirstPageForm.base_fields}


class RegisterForm(PlainForm):
    """The reference that RIAT gave, and the sheet that was uploaded there."""

    reference = forms.CharField(label=_("Reference in RIAT"), max_length=40)
    consent_sheet = forms.ModelChoiceField(
        Document.objects.none(), label=_("Signed consent sheet"), empty_label=None, to_field_name="code"
    )

    def __init__(self, *args, riat: RiatFile, **options) -> None:
        super().__init__(*args, **options)
        self.fields["consent_sheet"].queryset = sheets_of(riat)


class CommentForm(PlainForm):
    """RIAT shows another status."""

    comment = forms.CharField(label=_("Comment"), max_length=2000, required=False, widget=WORDS)


class ValidationRequestForm(CommentForm):
    """The partner asked the coordinator to validate: the clock runs from that moment."""

    sent_at = forms.DateTimeField(
        label=_("Asked at"), initial=timezone.now, input_formats=["%Y-%m-%dT%H:%M"],
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text=_("As RIAT shows it, by the office's clock. The answer is needed within seven days."),
    )  # fmt: skip

    field_order = ("sent_at", "comment")

    def clean_sent_at(self):
        """Nothing that has not happened yet."""
        if (moment := self.cleaned_data["sent_at"]) > timezone.now():
            raise forms.ValidationError(_("This moment has not come yet."))
        return moment


class RejectForm(PlainForm):
    """Rejected: the reason and the comment of the case log."""

    reason = forms.ChoiceField(label=_("Reason"), choices=RejectReason, widget=forms.RadioSelect)
    comment = forms.CharField(label=_("Comment"), max_length=2000, widget=WORDS, help_text=_("As in the case log."))


class ReopenForm(PlainForm):
    """Reopened: why."""

    comment = forms.CharField(label=_("Why"), max_length=2000, widget=WORDS)
