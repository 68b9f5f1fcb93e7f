"""What a person may type about grants: a decree as a table."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from returns.forms.sent_tables import TableForm
from returns.rules.tables import Table, read_groups, read_rules


class DecreeForm(TableForm):
    """Tomorrow's decree: a table as a file or as text. After an error the text stands in the form, to be corrected."""

    title = forms.CharField(
        label=_("What it is called"), max_length=200, help_text=_("As colleagues know it: decree, number, year.")
    )
    legal_source = forms.CharField(
        label=_("Where it is published"), max_length=1000, help_text=_("Number in the statute book, or an address.")
    )
    file = forms.FileField(
        label=_("Rules, as CSV"), required=False, help_text=_("The columns of the tables that are in force.")
    )
    table = forms.CharField(label=_("Rules, as text"), required=False, widget=forms.Textarea(attrs={"rows": 6}))
    groups_file = forms.FileField(
        label=_("Country lists, as CSV"), required=False, help_text=_("Only where the decree changes a list.")
    )
    groups = forms.CharField(
        label=_("Country lists, as text"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def clean(self) -> dict:
        """Both tables read; what is wrong stands at its row, and what was sent stays in the form."""
        said = super().clean()
        said["rules_table"] = self._read("file", "table", read_rules)
        said["groups_table"] = self._read("groups_file", "groups", read_groups)
        if not self.errors and not (said["rules_table"].rows or said["groups_table"].rows):
            raise ValidationError(_("Choose a file, or paste a table."))
        return said

    def _read(self, file: str, text: str, read) -> Table:
        words = self.sent(file, text)
        if not words.strip():
            return Table(())
        table = read(words)
        for error in table.errors[:20]:
            self.add_error(text, str(error))
        return table
