"""What an administrator may type of a set of questions: two tables, as files or as text."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from returns.monitoring.tables import read_questions
from returns.rules.tables import MOST_BYTES


class QuestionSetForm(forms.Form):
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
        questions, scales = self._text("file", "table"), self._text("scales_file", "scales")
        if self.errors:
            return said
        if not (questions.strip() and scales.strip()):
            raise ValidationError(_("Both tables are needed: questions and scales."))
        said["read"] = read_questions(questions, scales)
        for error in said["read"].errors[:20]:
            self.add_error(None, str(error))
        return said

    def _text(self, file: str, text: str) -> str:
        words = self._uploaded(file) or self.cleaned_data.get(text, "")
        self.data = self.data.copy()
        self.data[text] = words
        return words

    def _uploaded(self, name: str) -> str:
        upload = self.cleaned_data.get(name)
        if not upload:
            return ""
        if upload.size > MOST_BYTES:
            self.add_error(name, _("The file is too large: at most 2 MB."))
            return ""
        try:
            return upload.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            self.add_error(name, _("The file is not UTF-8 text. Save it as CSV UTF-8."))
            return ""
