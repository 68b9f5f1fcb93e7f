"""A table that an administrator sends, as a file or as text."""

from django import forms
from django.utils.translation import gettext_lazy as _

from returns.rules.tables import MOST_BYTES


class TableForm(forms.Form):
    """A form with tables: what came as a file stands in the text afterwards, to be corrected."""

    def sent(self, file: str, text: str) -> str:
        """The words of the file, or else of the text; they stay in the form."""
        words = self._uploaded(file) or self.cleaned_data.get(text, "")
        if words.strip():
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
