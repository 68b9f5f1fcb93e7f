"""Payments: who received what, how, seen by whom, and the receipt."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from cases.models import Person
from returns.guards.ledger import PAYMENT_BOOKED
from returns.guards.payments import PAYMENT_DUE, PAYMENT_GUARDED, PAYMENT_HOLDS
from returns.models.cash_float import CashFloat
from returns.models.instalment import Instalment
from returns.money import MoneyQuerySet, amount_column


class Method(models.TextChoices):
    """How money reaches the person."""

    AIRPORT = "airport", _("cash at the airport")
    BANK = "bank", _("bank transfer")
    MISSION = "mission", _("by the receiving mission")


class PaymentState(models.TextChoices):
    """Counted out and waiting for the second person; paid; given up before that; or paid and come back."""

    COUNTED = "counted", _("Waits for the second person")
    PAID = "paid", _("Paid")
    GIVEN_UP = "given_up", _("Given up")
    REFUNDED = "refunded", _("Came back")


class DocumentSeen(models.TextChoices):
    """By what the payee was recognised."""

    PASSPORT = "passport", _("passport")
    EMERGENCY = "emergency", _("emergency travel document")
    IDENTITY_CARD = "identity_card", _("identity card")
    RESIDENCE_CARD = "residence_card", _("residence card")
    RECEPTION_CARD = "reception_card", _("reception centre card")


class PaymentQuerySet(MoneyQuerySet):
    """Reads of payments."""

    via_case = "instalment__award__return_file__case__"

    def live(self) -> "PaymentQuerySet":
        """Paid, or about to be."""
        return self.filter(state__in=[PaymentState.COUNTED, PaymentState.PAID])


class Payment(models.Model):
    """One instalment in one hand. Cash at the airport is counted out by one person and confirmed by another.

    Postgres refuses a payment of what is not due, of less or more than is left of it, and a second live one; that one
    person pays and confirms, or approves or releases and pays; and more cash than the float holds. What was paid is not
    rewritten, and at the commit it stands in the ledger.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    instalment = models.ForeignKey(Instalment, on_delete=models.PROTECT, related_name="payments")
    state = models.CharField(max_length=10, choices=PaymentState)
    method = models.CharField(_("how"), max_length=10, choices=Method)
    amount = amount_column()
    payee = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="payments")
    supplier = models.CharField(max_length=200, blank=True)
    document_seen = models.CharField(_("document seen"), max_length=20, choices=DocumentSeen, blank=True)
    document_number = models.CharField(_("its number"), max_length=40, blank=True)
    cash_float = models.ForeignKey(CashFloat, on_delete=models.PROTECT, null=True, related_name="payments")
    local_currency = models.CharField(_("local currency"), max_length=3, blank=True)
    local_amount = models.DecimalField(_("in local currency"), max_digits=16, decimal_places=2, null=True)
    rate = models.DecimalField(_("rate"), max_digits=16, decimal_places=6, null=True)
    rate_source = models.CharField(_("source of the rate"), max_length=200, blank=True)
    receipt = models.CharField(max_length=20, blank=True)
    signed_name = models.CharField(_("name as signed"), max_length=200, blank=True)
    signature = models.TextField(_("signature"), blank=True)
    paid_on = models.DateField(_("paid on"), default=timezone.localdate)
    counted_at = models.DateTimeField(default=timezone.now, editable=False)
    counted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, editable=False)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    reconciled_at = models.DateTimeField(null=True, editable=False)
    reconciled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    PERSONAL = "amount payee supplier document_number local_amount signed_name signature"
    SPECIAL = ""
    PLAIN = (
        "code instalment state method document_seen cash_float local_currency rate rate_source receipt paid_on "
        "counted_at counted_by confirmed_at confirmed_by reconciled_at reconciled_by"
    )
    KEPT = Kept.ALWAYS

    objects = PaymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        ordering = ["-id"]
        constraints = [
            one_of("state", PaymentState),
            one_of("method", Method),
            one_of("document_seen", DocumentSeen, blank=True),
            paired("counted"),
            paired("confirmed"),
            paired("reconciled"),
            models.UniqueConstraint(
                fields=["instalment"], condition=Q(state__in=["counted", "paid"]), name="returns_payment_once"
            ),
            models.UniqueConstraint(fields=["receipt"], condition=Q(receipt__gt=""), name="returns_payment_receipt"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="returns_payment_positive"),
            models.CheckConstraint(
                condition=Q(payee__isnull=False, supplier="", document_seen__gt="") | Q(payee=None, supplier__gt=""),
                name="returns_payment_in_one_hand",
            ),
            models.CheckConstraint(
                condition=Q(local_currency="", local_amount=None, rate=None, rate_source="")
                | Q(local_currency__gt="", local_amount__gt=0, rate__gt=0, rate_source__gt=""),
                name="returns_payment_rate_has_source",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["paid", "refunded"]) | Q(receipt__gt=""), name="returns_payment_has_receipt"
            ),
            models.CheckConstraint(
                condition=~Q(method="airport") | Q(cash_float__isnull=False), name="returns_payment_from_a_float"
            ),
            models.CheckConstraint(
                condition=~Q(method="airport", state="paid") | Q(confirmed_by__isnull=False, signed_name__gt=""),
                name="returns_payment_proof_of_cash",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("counted_by")), name="returns_payment_two_persons"
            ),
        ]
        triggers = [
            PAYMENT_HOLDS,
            PAYMENT_DUE,
            PAYMENT_GUARDED,
            PAYMENT_BOOKED,
            pgtrigger.Protect(name="returns_payment_stays", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.receipt or self.method

    @property
    def case_id(self) -> int:
        """The case it belongs to."""
        return self.instalment.award.return_file.case_id
