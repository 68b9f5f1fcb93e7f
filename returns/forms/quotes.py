"""What a person may type about a supplier's quote."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.forms import WORDS, DayInput, PlainForm
from cases.models import Document
from returns.actions.payments import Rate
from returns.actions.quotes import Offer
from returns.models import Instalment, Supplier


class QuoteForm(PlainForm):
    """Who asks how much for what."""

    what = forms.CharField(
        label=_("What"), max_length=200,
        help_text=_("In the same words for every quote of the same thing: they are compared under it."),
    )  # fmt: skip
    supplier = forms.ModelChoiceField(label=_("Supplier"), queryset=Supplier.objects.none(), required=False)
    new_name = forms.CharField(label=_("Or a new supplier"), max_length=200, required=False)
    new_place = forms.CharField(label=_("In which place"), max_length=200, required=False)
    amount = forms.DecimalField(label=_("Amount"), max_digits=16, decimal_places=2, min_value=Decimal("0.01"))
    currency = forms.RegexField(
        label=_("Currency"), regex=r"^[A-Z]{3}$", required=False,
        help_text=_("Three letters; empty for the currency of the award."),
    )  # fmt: skip
    rate = forms.DecimalField(
        label=_("How many of it for one"), max_digits=16, decimal_places=6, min_value=Decimal("0.000001"),
        required=False,
    )  # fmt: skip
    rate_source = forms.CharField(label=_("Source of the rate"), max_length=200, required=False)
    quoted_on = forms.DateField(label=_("Quoted on"), initial=timezone.localdate, widget=DayInput)
    document = forms.ModelChoiceField(
        label=_("The quote as a document"), queryset=Document.objects.none(), required=False,
        help_text=_("Add the file to the documents of the case first."),
    )  # fmt: skip

    def __init__(self, *args, instalment: Instalment, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.award = instalment.award
        record = self.award.return_file
        self.fields["supplier"].queryset = Supplier.objects.filter(country__in=["", record.return_country])
        self.fields["document"].queryset = Document.objects.filter(case=record.case_id)

    def clean(self) -> dict:
        """A supplier known or new, and an offer in the words of the action."""
        said = super().clean()
        if not said.get("supplier") and not said.get("new_name"):
            raise ValidationError(_("Say which supplier, or write down a new one."))
        foreign = said.get("currency") and said["currency"] != self.award.currency
        rate = [said.get("currency"), said.get("rate"), said.get("rate_source")] if foreign else []
        if foreign and not all(rate):
            raise ValidationError(_("A rate has a currency, a number and a source."))
        if not self.errors:
            said["offer"] = Offer(
                said["what"], said["amount"], said["quoted_on"], Rate(*rate) if foreign else None, said["document"]
            )
        return said


class ChoiceForm(PlainForm):
    """Why this one, where that is not plain."""

    reason = forms.CharField(
        label=_("Why this one"), max_length=2000, required=False, widget=WORDS,
        help_text=_("Needed where fewer quotes were asked for than wanted, or another one is cheaper."),
    )  # fmt: skip
