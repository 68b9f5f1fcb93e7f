"""What somebody says of two people who are alike."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms import PlainForm
from returns.models import Verdict

ANSWERS = [(one.value, one.label) for one in (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNCLEAR)]


class Choices(forms.RadioSelect):
    """Radio buttons of which the first has the focus."""

    def optgroups(self, name, value, attrs=None) -> list:
        """Focus lies on one element only."""
        groups = super().optgroups(name, value, attrs)
        groups[0][1][0]["attrs"]["autofocus"] = True
        return groups


class DecisionForm(PlainForm):
    """A verdict with its reason: arrows choose, Enter sends."""

    verdict = forms.ChoiceField(label=_("Is it one person?"), choices=ANSWERS, widget=Choices)
    reason = forms.CharField(
        label=_("Why"), max_length=1000, help_text=_("What you compared, whom you asked. It stays on record.")
    )
