"""What an administrator may type of a set of questions: two tables, as files or as text."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from returns.forms.sent_tables import TableForm
from returns.monitoring.tables import read_questions


class QuestionSetForm(TableForm):
    """Two tables. After an error what was sent stands in the form as text, to be corrected."""

    title = forms.CharField(label=_("What it is called"), max_length=200)
    source = forms.CharField(
        label=_("Where it comes from"), max_length=1000, help_text=_("Publication, annex, edition, page.")
    )
    is_verified = forms.BooleanField(
        label=_("Compared word by word with the published table"), required=False,
        help_text=_("Until then every page with scores says that they are unverified."),
    )  # fmt: skip
    file = forms.FileField(label=_("Questions, as CSV"), required=False)
    table = forms.CharField(label=_("Questions, as text"), required=False, widget=forms.Textarea(attrs={"rows": 6}))
    scales_file = forms.FileField(label=_("Scales of answers, as CSV"), required=False)
    scales = forms.CharField(label=_("Scales, as text"), required=False, widget=forms.Textarea(attrs={"rows": 6}))

    def clean(self) -> dict:
        """Both tables, read together; what is wrong stands at its row."""
        said = super().clean()
        questions, scales = self.sent("file", "table"), self.sent("scales_file", "scales")
        if self.errors:
            return said
        if not (questions.strip() and scales.strip()):
            raise ValidationError(_("Both tables are needed: questions and scales."))
        said["read"] = read_questions(questions, scales)
        for error in said["read"].errors[:20]:
            self.add_error(None, str(error))
        return said
