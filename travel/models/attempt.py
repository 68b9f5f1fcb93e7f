"""Attempts at a booking, and every step of each: the evidence that seats were bought once."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from cases.models.event import only_grows
from travel.models.booking import Booking
from travel.models.records import TravelQuerySet


class AttemptState(models.TextChoices):
    """Claimed, sending, held, paying, ticketed; or not created, unknown, or waiting for a person."""

    CLAIMED = "claimed", _("Choosing the offer")
    SENDING = "sending", _("Sent to the airline")
    HELD = "held", _("Seats held")
    PAYING = "paying", _("Paying")
    TICKETED = "ticketed", _("Ticketed")
    NOT_CREATED = "not_created", _("Not booked")
    UNKNOWN = "unknown", _("Outcome not known")
    NEEDS_PERSON = "needs_person", _("A person must decide")


A = AttemptState
OPEN = (A.CLAIMED, A.SENDING, A.UNKNOWN, A.HELD, A.PAYING, A.NEEDS_PERSON)
ONE_OF_THESE = (*OPEN, A.TICKETED)


class AttemptQuerySet(TravelQuerySet):
    """Reads of attempts."""

    via_case = "booking__case__"

    def open(self) -> "AttemptQuerySet":
        """Those whose end is not known yet."""
        return self.filter(state__in=OPEN)


class BookingAttempt(models.Model):
    """One try to buy one booking. `code` is our reference at the provider (metadata `attempt_id`).

    Only a claimed attempt may be sent, and once only. It is claimed, sending from just before the order leaves, held
    while seats are kept without money, paying from just before money leaves (or once an order was paid at once), and
    ticketed when the tickets are there. Not created: the provider said so, or a person decided it. Unknown: the answer
    was lost, we ask and never send again. Needs person: asking found nothing, or found what should not be.
    `lease_token` proves who may write; it changes hands when a lease lapses.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, related_name="attempts")
    n = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=15, choices=AttemptState, default=AttemptState.CLAIMED)
    offer_request_id = models.CharField(max_length=60, blank=True)
    offer_id = models.CharField(max_length=60, blank=True)
    offer_expires_at = models.DateTimeField(null=True, blank=True)
    can_hold = models.BooleanField(default=False)
    passengers = models.JSONField(default=dict, blank=True)
    itinerary_hash = models.CharField(max_length=64, blank=True, help_text=_("What the order flew at the last look."))
    amount = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    lease_token = models.UUIDField(null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    paid_at = models.DateTimeField(null=True, blank=True)
    provider_request_id = models.CharField(max_length=100, blank=True)
    http_status = models.PositiveSmallIntegerField(null=True, blank=True)
    error_code = models.CharField(max_length=80, blank=True)
    order_id = models.CharField(max_length=60, blank=True)
    searches = models.PositiveSmallIntegerField(default=0)
    looks = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(default=timezone.now, editable=False)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = (
        "code booking n state offer_request_id offer_id offer_expires_at can_hold passengers itinerary_hash amount "
        "currency lease_token lease_until sent_at paid_at provider_request_id http_status error_code order_id searches "
        "looks claimed_at decided_at decided_by"
    )
    KEPT = Kept.WITH_CASE
    UNPAIRED = {
        "offer_expires_at": "by the airline", "sent_at": "by the worker", "paid_at": "by the worker",
        "claimed_at": "by the worker",
    }  # fmt: skip

    objects = AttemptQuerySet.as_manager()

    class Meta:
        verbose_name = _("booking attempt")
        verbose_name_plural = _("booking attempts")
        ordering = ["booking", "n"]
        indexes = [
            models.Index(fields=["lease_until"], condition=Q(state__in=list(OPEN)), name="travel_attempt_open"),
            models.Index(fields=["sent_at"], name="travel_attempt_sent"),
        ]
        constraints = [
            one_of("state", AttemptState),
            models.UniqueConstraint(fields=["booking", "n"], name="travel_attempt_once"),
            *(
                models.UniqueConstraint(fields=[id], condition=Q(**{f"{id}__gt": ""}), name=f"travel_attempt_{id}_once")
                for id in ("offer_request_id", "offer_id", "order_id")
            ),
            models.UniqueConstraint(
                fields=["booking"], condition=Q(state__in=list(ONE_OF_THESE)), name="travel_attempt_one_alive"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["held", "paying", "ticketed"]) | Q(order_id__gt=""),
                name="travel_attempt_has_its_order",
            ),
            paired("decided"),
        ]

    def __str__(self) -> str:
        return f"{self.booking_id}.{self.n}"


class AttemptStep(models.Model):
    """A state an attempt came to, when, and what was known: codes only. The page of a movement draws these."""

    attempt = models.ForeignKey(BookingAttempt, on_delete=models.PROTECT, related_name="steps")
    state = models.CharField(max_length=15, choices=AttemptState)
    why = models.CharField(max_length=80, blank=True)
    facts = models.JSONField(default=dict, blank=True)
    came_at = models.DateTimeField(default=timezone.now, editable=False)
    came_by = models.ForeignKey("accounts.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "attempt state why facts came_at came_by"
    KEPT = Kept.WITH_CASE
    UNPAIRED = {"came_at": "empty came_by means that the worker did it"}

    class Meta:
        verbose_name = _("step of an attempt")
        verbose_name_plural = _("steps of attempts")
        ordering = ["came_at", "id"]
        indexes = [models.Index(fields=["attempt", "came_at"], name="travel_step_of_attempt")]
        constraints = [one_of("state", AttemptState)]
        triggers = only_grows("travel_attempt_step_only_grows")

    def __str__(self) -> str:
        return self.state
