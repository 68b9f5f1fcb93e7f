"""Sending a file."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.forms import PlainForm
from decisions import sentences
from decisions.kinds import kinds_for


class UploadForm(PlainForm):
    """What the file holds, and the file. What is wrong inside is said after it was read."""

    layout = forms.ChoiceField(label=_("What does the file hold?"))
    file = forms.FileField(
        label=_("File"), allow_empty_file=True, max_length=200,
        help_text=_("Excel (.xlsx) or CSV with semicolons, as the template says; at most 25 MB."),
    )  # fmt: skip

    def __init__(self, *args, by: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["layout"].choices = [(kind.layout, sentences.LAYOUTS[kind.layout]) for kind in kinds_for(by)]
