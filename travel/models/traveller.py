"""Travellers of a movement, and the permission to part a family."""

import uuid
from collections.abc import Iterable

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from cases.models import AssistanceNeed, Case, Person
from travel.models.booking import Booking
from travel.models.charter import seat_of_a_charter
from travel.models.movement import Movement
from travel.models.records import TravelQuerySet


class TravellerStanding(models.TextChoices):
    """Of one traveller on one movement: families are parted at the gate, too."""

    PLANNED = "planned", _("Planned")
    BOOKED = "booked", _("Booked")
    DEPARTED = "departed", _("Departed")
    ARRIVED = "arrived", _("Arrived")
    NO_SHOW = "no_show", _("Did not come")
    OFFLOADED = "offloaded", _("Not taken on board")
    CANCELLED = "cancelled", _("Cancelled")


T = TravellerStanding
LIVE = (T.PLANNED, T.BOOKED, T.DEPARTED, T.ARRIVED)


class Need(models.TextChoices):
    """What a traveller needs on board, as airlines code it (SSR)."""

    WCHR = "WCHR", _("wheelchair to the aircraft")
    WCHS = "WCHS", _("wheelchair, cannot climb stairs")
    WCHC = "WCHC", _("wheelchair to the seat")
    STCR = "STCR", _("stretcher")
    OXYG = "OXYG", _("oxygen on board")
    MEDA = "MEDA", _("medical case")
    BLND = "BLND", _("blind")
    DEAF = "DEAF", _("deaf")
    BSCT = "BSCT", _("cot")
    INFT = "INFT", _("infant on lap")
    UMNR = "UMNR", _("minor travelling alone")
    MAAS = "MAAS", _("meet and assist")
    MOML = "MOML", _("Muslim meal")
    VGML = "VGML", _("vegan meal")


N = Need
CODE_OF = {
    AssistanceNeed.WHEELCHAIR: N.WCHR, AssistanceNeed.STRETCHER: N.STCR, AssistanceNeed.OXYGEN: N.OXYG,
    AssistanceNeed.MEDICAL_ESCORT: N.MEDA, AssistanceNeed.UNACCOMPANIED: N.UMNR, AssistanceNeed.VISUAL: N.BLND,
    AssistanceNeed.HEARING: N.DEAF, AssistanceNeed.PREGNANCY: N.MEDA, AssistanceNeed.DIALYSIS: N.MEDA,
    AssistanceNeed.INFANT: N.INFT,
}  # fmt: skip


def codes_of(needs: Iterable[str]) -> list[str]:
    """The airlines' codes for what a member needs; what has no code is for the people who meet the traveller."""
    return list(dict.fromkeys(CODE_OF[need] for need in needs if need in CODE_OF))


class TravellerQuerySet(TravelQuerySet):
    """Reads of travellers."""

    def live(self) -> "TravellerQuerySet":
        """Those who hold or held a seat and travelled with it."""
        return self.filter(standing__in=LIVE)


class Traveller(models.Model):
    """A person's seat on a movement. On a charter it has a number (`seat`), which is free again when the traveller is
    cancelled or did not come; elsewhere the seats of a family are an order (`booking`).

    `span` are the days the journey takes: Postgres refuses a second live seat for the same person in those days,
    whoever typed it. `is_on_lap` marks an infant without a seat, `is_alone` a minor without an adult of the family.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    movement = models.ForeignKey(Movement, on_delete=models.PROTECT, related_name="travellers")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="travellers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="travels")
    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, null=True, blank=True, related_name="travellers")
    seat = models.PositiveSmallIntegerField(_("seat"), null=True, blank=True)
    needs = ArrayField(models.CharField(max_length=4, choices=Need), default=list, blank=True)
    is_on_lap = models.BooleanField(default=False)
    is_alone = models.BooleanField(default=False)
    standing = models.CharField(max_length=10, choices=TravellerStanding, default=TravellerStanding.PLANNED)
    span = DateRangeField()
    ticket = models.CharField(_("ticket number"), max_length=30, blank=True)

    PERSONAL = "is_on_lap is_alone ticket"
    SPECIAL = "needs"
    PLAIN = "code movement case person booking seat standing span"
    KEPT = Kept.WITH_CASE

    objects = TravellerQuerySet.as_manager()

    class Meta:
        verbose_name = _("traveller")
        verbose_name_plural = _("travellers")
        ordering = ["movement", "id"]
        indexes = [models.Index(fields=["case", "standing"], name="travel_traveller_case")]
        constraints = [
            one_of("standing", TravellerStanding),
            ExclusionConstraint(
                name="travel_traveller_in_one_place",
                expressions=[("person", RangeOperators.EQUAL), ("span", RangeOperators.OVERLAPS)],
                condition=Q(standing__in=list(LIVE)),
            ),
            models.UniqueConstraint(
                fields=["movement", "person"],
                condition=Q(standing__in=list(LIVE)),
                name="travel_traveller_once_per_movement",
            ),
            models.UniqueConstraint(
                fields=["movement", "seat"],
                condition=Q(standing__in=list(LIVE), seat__isnull=False),
                name="travel_traveller_alone_in_seat",
            ),
        ]
        triggers = [seat_of_a_charter()]

    def __str__(self) -> str:
        return f"{self.person_id} on {self.movement_id}"


class Parting(models.Model):
    """Somebody of a family travels at another time than the others: a reason, and a second person who agreed.

    Asked for by one, confirmed by another; while nobody confirmed it, the family stays together.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="partings")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="partings")
    reason = models.TextField(_("why"))
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    PERSONAL = ""
    SPECIAL = "reason"
    PLAIN = "code case person asked_at asked_by confirmed_at confirmed_by"
    KEPT = Kept.WITH_CASE

    objects = TravelQuerySet.as_manager()

    class Meta:
        verbose_name = _("parting of a family")
        verbose_name_plural = _("partings of families")
        ordering = ["-asked_at"]
        constraints = [
            paired("asked"),
            paired("confirmed"),
            models.UniqueConstraint(fields=["case", "person"], name="travel_parting_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="travel_parting_says_why"),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("asked_by")), name="travel_parting_second_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} of {self.case_id}"
