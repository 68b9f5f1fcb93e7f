"""Suppliers and their quotes: what stands behind an instalment that is given in kind."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, paired
from cases.models import Document
from returns.models.instalment import Instalment
from returns.money import MoneyQuerySet, amount_column


class Supplier(models.Model):
    """Somebody who sells what a returnee needs: a shop, a school, a landlord. Known once, quoted by many."""

    name = models.CharField(_("name"), max_length=200)
    place = models.CharField(_("place"), max_length=200, blank=True)
    country = models.CharField(_("country"), max_length=3, blank=True)
    added_at = models.DateTimeField(default=timezone.now, editable=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    PERSONAL = "name place"
    SPECIAL = ""
    PLAIN = "country added_at added_by"
    KEPT = Kept.ALWAYS

    class Meta:
        verbose_name = _("supplier")
        verbose_name_plural = _("suppliers")
        ordering = ["name", "place"]
        constraints = [
            paired("added"),
            models.UniqueConstraint(fields=["country", "name", "place"], name="returns_supplier_known_once"),
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.place) if part)


class QuoteQuerySet(MoneyQuerySet):
    """Reads of quotes."""

    via_case = "instalment__award__return_file__case__"

    def chosen(self) -> "QuoteQuerySet":
        """Those that are bought."""
        return self.filter(chosen_at__isnull=False)

    def for_the_same(self, quote: "SupplierQuote") -> "QuoteQuerySet":
        """All that were asked for one thing of one instalment."""
        return self.filter(instalment=quote.instalment_id, what__iexact=quote.what)

    def worth(self):
        """What they come to, in the currency of the award."""
        return self.aggregate(sum=Sum("worth", default=0))["sum"]


class SupplierQuote(models.Model):
    """What a supplier asks for one thing. Of those for the same thing one is chosen, and says by whom and why.

    `worth` is the amount in the currency of the award; a quote in another currency keeps its rate and the source of it.
    Together the chosen quotes of an instalment come to no more than is left of it.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    instalment = models.ForeignKey(Instalment, on_delete=models.PROTECT, related_name="quotes")
    supplier = models.ForeignKey(Supplier, on_delete=models.PROTECT, related_name="quotes")
    what = models.CharField(_("what"), max_length=200)
    amount = models.DecimalField(_("amount"), max_digits=16, decimal_places=2)
    currency = models.CharField(_("currency"), max_length=3)
    rate = models.DecimalField(_("rate"), max_digits=16, decimal_places=6, null=True)
    rate_source = models.CharField(_("source of the rate"), max_length=200, blank=True)
    worth = amount_column()
    quoted_on = models.DateField(_("quoted on"))
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="quotes")
    chosen_at = models.DateTimeField(null=True, editable=False)
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    choice_reason = models.TextField(_("why this one"), blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    PERSONAL = "supplier what amount worth choice_reason"
    SPECIAL = ""
    PLAIN = (
        "code instalment currency rate rate_source quoted_on document chosen_at chosen_by recorded_at recorded_by"
    )  # fmt: skip
    KEPT = Kept.ALWAYS

    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("quote of a supplier")
        verbose_name_plural = _("quotes of suppliers")
        ordering = ["id"]
        constraints = [
            paired("recorded"),
            paired("chosen"),
            models.CheckConstraint(condition=Q(amount__gt=0, worth__gt=0), name="returns_supplierquote_positive"),
            models.CheckConstraint(
                condition=Q(rate=None, rate_source="") | Q(rate__gt=0, rate_source__gt=""),
                name="returns_supplierquote_rate_has_source",
            ),
            models.UniqueConstraint(
                fields=["instalment", "what"], condition=Q(chosen_at__isnull=False), name="returns_supplierquote_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.supplier_id} {self.quoted_on}"

    @property
    def case_id(self) -> int:
        """The case it belongs to."""
        return self.instalment.case_id


def by_thing(quotes: QuerySet[SupplierQuote]) -> dict[str, list[SupplierQuote]]:
    """The quotes under what they are for, the cheapest first."""
    found: dict[str, list[SupplierQuote]] = {}
    for quote in sorted(quotes, key=lambda one: one.worth):
        found.setdefault(quote.what, []).append(quote)
    return found
