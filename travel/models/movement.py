"""Movements and their legs."""

import uuid
import zoneinfo
from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from accounts.models import STAFF_ROLES, Country, User
from cases.models import Case
from cases.records import case_policy
from travel.models.records import TravelQuerySet


class MovementStage(models.TextChoices):
    """Planned until seats are asked for; booking until every ticket is there; then the journey itself."""

    PLANNED = "planned", _("Planned")
    BOOKING = "booking", _("Booking")
    BOOKED = "booked", _("Booked")
    DEPARTED = "departed", _("Departed")
    ARRIVED = "arrived", _("Arrived")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Cancelled")


class SeatsFrom(models.TextChoices):
    """Who sells the seats."""

    DUFFEL = "duffel", _("flight system")
    AGENCY = "agency", _("travel agency")
    CHARTER = "charter", _("charter")


class Mode(models.TextChoices):
    """By what a leg goes."""

    FLIGHT = "flight", _("flight")
    COACH = "coach", _("coach")
    TRAIN = "train", _("train")
    OTHER = "other", _("other")


S = MovementStage
AHEAD = (S.PLANNED, S.BOOKING, S.BOOKED)


class MovementQuerySet(TravelQuerySet):
    """Reads of movements."""

    via_case = "travellers__case__"

    def visible_to(self, user: User) -> Self:
        """By the cases that travel; a charter also by the mandate and country it is held for, named or not."""
        if not user.is_authenticated or not user.standing.has(*STAFF_ROLES):
            return self.none()
        by_case, everything = case_policy(user, self.via_case), self.model._base_manager
        if not by_case:
            return self.none() if by_case is None else self
        ways = (everything.filter(by_case).values("pk"), everything.filter(held_for(user)).values("pk"))
        return self.filter(Q(pk__in=ways[0]) | Q(pk__in=ways[1]))

    def ahead(self) -> "MovementQuerySet":
        """Those that have not departed and were not cancelled."""
        return self.filter(stage__in=AHEAD)


def held_for(user: User) -> Q:
    """Charters of the mandates and countries that this person works for."""
    held = Q(pk__in=[])
    for scope in user.standing.within(*STAFF_ROLES):
        columns = {"charter__mandate": scope.mandate, "country": scope.country}
        said = {column: value for column, value in columns.items() if value}
        held |= Q(seats_from=SeatsFrom.CHARTER, **said)
    return held


class Movement(models.Model):
    """A journey of one or many cases, from where they are to where they are received.

    Planned, then booking once seats were asked for, booked when every ticket is there, departed, arrived, closed.
    It is cancelled by us or by the authority at any time before departure. `itinerary` is the choice of flights that
    a person approved, `itinerary_hash` its fingerprint: a ticket for anything else is not our ticket.
    """

    NEXT = {
        S.PLANNED: (S.BOOKING, S.CANCELLED),
        S.BOOKING: (S.BOOKED, S.PLANNED, S.CANCELLED),
        S.BOOKED: (S.DEPARTED, S.BOOKING, S.CANCELLED),
        S.DEPARTED: (S.ARRIVED,),
        S.ARRIVED: (S.CLOSED,),
        S.CLOSED: (),
        S.CANCELLED: (),
    }
    Stage = MovementStage

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(max_length=20, unique=True, editable=False)
    country = models.CharField(max_length=2, choices=Country)
    stage = models.CharField(max_length=10, choices=MovementStage, default=MovementStage.PLANNED)
    seats_from = models.CharField(max_length=10, choices=SeatsFrom, default=SeatsFrom.DUFFEL)
    origin = models.CharField(_("from"), max_length=60, help_text=_("Airport code, or the name of a place."))
    destination = models.CharField(_("to"), max_length=60, help_text=_("Airport code, or the name of a place."))
    departs_on = models.DateField(_("departs on"))
    arrives_on = models.DateField(_("arrives on"))
    itinerary = models.JSONField(default=list, blank=True)
    itinerary_hash = models.CharField(max_length=64, blank=True)
    planned_at = models.DateTimeField(default=timezone.now, editable=False)
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = (
        "code reference country stage seats_from origin destination departs_on arrives_on itinerary itinerary_hash "
        "planned_at planned_by"
    )
    KEPT = Kept.WITH_CASE

    objects = MovementQuerySet.as_manager()

    class Meta:
        verbose_name = _("movement")
        verbose_name_plural = _("movements")
        ordering = ["departs_on", "id"]
        indexes = [
            models.Index(fields=["departs_on", "id"], name="travel_movement_by_day"),
            models.Index(fields=["stage", "departs_on"], name="travel_movement_stage"),
        ]
        constraints = [
            one_of("country", Country),
            one_of("stage", MovementStage),
            one_of("seats_from", SeatsFrom),
            paired("planned"),
            models.CheckConstraint(
                condition=Q(arrives_on__gte=F("departs_on")), name="travel_movement_arrives_after_departure"
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_charter(self) -> bool:
        """Are all of its seats ours, named or not? Then it has a `charter`."""
        return self.seats_from == SeatsFrom.CHARTER

    @property
    def cases(self) -> models.QuerySet[Case]:
        """The cases that ever had seats on it, each once: whose timeline and read log it concerns."""
        return Case.objects.filter(pk__in=self.travellers.values("case")).order_by("pk")

    @property
    def cases_aboard(self) -> models.QuerySet[Case]:
        """Those whose people travel on it still: who left it is told nothing, and hinders nobody."""
        return self.cases.filter(pk__in=self.travellers.live().values("case"))


class Leg(models.Model):
    """One part of the journey. Times are kept in UTC and shown in the local time of each place."""

    movement = models.ForeignKey(Movement, on_delete=models.PROTECT, related_name="legs")
    number = models.PositiveSmallIntegerField()
    mode = models.CharField(max_length=10, choices=Mode, default=Mode.FLIGHT)
    carrier = models.CharField(max_length=60, blank=True, help_text=_("Airline code, or the name of a carrier."))
    flight_number = models.CharField(max_length=10, blank=True)
    origin = models.CharField(max_length=60)
    destination = models.CharField(max_length=60)
    departs_at = models.DateTimeField()
    arrives_at = models.DateTimeField()
    origin_zone = models.CharField(max_length=40)
    destination_zone = models.CharField(max_length=40)

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = (
        "movement number mode carrier flight_number origin destination departs_at arrives_at origin_zone "
        "destination_zone"
    )
    KEPT = Kept.WITH_CASE
    UNPAIRED = {"departs_at": "by the timetable", "arrives_at": "by the timetable"}

    class Meta:
        verbose_name = _("leg")
        verbose_name_plural = _("legs")
        ordering = ["movement", "number"]
        constraints = [
            one_of("mode", Mode),
            models.UniqueConstraint(fields=["movement", "number"], name="travel_leg_once"),
            models.CheckConstraint(
                condition=Q(arrives_at__gt=F("departs_at")), name="travel_leg_arrives_after_departure"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.carrier}{self.flight_number} {self.origin}–{self.destination}"

    @property
    def departs_local(self) -> datetime:
        """When it leaves, by the clock of the place it leaves from."""
        return self.departs_at.astimezone(zoneinfo.ZoneInfo(self.origin_zone))

    @property
    def arrives_local(self) -> datetime:
        """When it arrives, by the clock of the place it arrives at."""
        return self.arrives_at.astimezone(zoneinfo.ZoneInfo(self.destination_zone))

    @property
    def duration(self) -> timedelta:
        """How long it takes."""
        return self.arrives_at - self.departs_at
