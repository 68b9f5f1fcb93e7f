"""Bookings: one order at a provider, for at most nine people of one case."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from cases.models import Case
from travel.models.movement import Movement
from travel.models.records import TravelQuerySet

MOST_TRAVELLERS = 9  # airlines' records count passengers with one digit


class BookingState(models.TextChoices):
    """A draft until somebody approved a price, asked until tickets are there, or until a person must change it."""

    DRAFT = "draft", _("Not asked for")
    ASKED = "asked", _("Being booked")
    TICKETED = "ticketed", _("Ticketed")
    REFUSED = "refused", _("Not possible as asked")
    CANCELLING = "cancelling", _("Being cancelled")
    CANCELLED = "cancelled", _("Cancelled")


class Booking(models.Model):
    """Seats for at most nine people of one family on one movement. Families never share an order: what happens to one
    family's order never touches another's, and no paper of one shows the names of the other.

    A draft becomes asked when a person approved a highest price (`cap`). The portal then tries (BookingAttempt) until
    it is ticketed, or refused with the reason in `why` where a person must choose or approve anew. Cancelling goes
    through the provider, too.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    movement = models.ForeignKey(Movement, on_delete=models.PROTECT, related_name="bookings")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="bookings")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=BookingState, default=BookingState.DRAFT)
    why = models.CharField(max_length=60, blank=True, help_text=_("Code of what stands in the way."))
    quoted = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    cap = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    amount = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    record_locator = models.CharField(max_length=20, blank=True, help_text=_("The airline's own reference."))
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    PERSONAL = "record_locator"
    SPECIAL = ""
    PLAIN = "code movement case number state why quoted cap amount currency approved_at approved_by made_at"
    KEPT = Kept.WITH_CASE
    UNPAIRED = {"made_at": "by the act that planned the movement"}

    objects = TravelQuerySet.as_manager()

    class Meta:
        verbose_name = _("booking")
        verbose_name_plural = _("bookings")
        ordering = ["movement", "number"]
        indexes = [models.Index(fields=["state"], name="travel_booking_state")]
        constraints = [
            one_of("state", BookingState),
            paired("approved"),
            models.UniqueConstraint(fields=["movement", "number"], name="travel_booking_once"),
            models.CheckConstraint(
                condition=~Q(state__in=["asked", "ticketed"]) | Q(approved_at__isnull=False),
                name="travel_booking_approved",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.movement.reference}/{self.number}"
