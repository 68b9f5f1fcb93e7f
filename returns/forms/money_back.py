"""What a person may type about money that comes back."""

from decimal import Decimal

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms import WORDS, DayInput, PlainForm
from returns.models import RecoveryReason


class BackForm(PlainForm):
    """All that is left of a payment came back."""

    received_on = forms.DateField(label=_("Received on"), initial=timezone.localdate, widget=DayInput)
    note = forms.CharField(label=_("Why"), max_length=2000, widget=WORDS)


class RepaidForm(BackForm):
    """A part of what was claimed came back."""

    amount = forms.DecimalField(label=_("Amount"), max_digits=12, decimal_places=2, min_value=Decimal("0.01"))
    note = forms.CharField(label=_("How it came, and what was said"), max_length=2000, widget=WORDS)
    field_order = ("amount", "received_on", "note")


class ClaimForm(PlainForm):
    """What is claimed back, and why."""

    reason = forms.ChoiceField(label=_("Reason"), choices=RecoveryReason.choices)
    amount = forms.DecimalField(label=_("Amount"), max_digits=12, decimal_places=2, min_value=Decimal("0.01"))
    note = forms.CharField(label=_("Note"), max_length=2000, required=False, widget=WORDS)


class WriteOffForm(PlainForm):
    """Why it is not claimed any more."""

    reason = forms.CharField(label=_("Why"), max_length=2000, widget=WORDS)
