"""Clearances: what must hold on the day of travel, per person."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.declared import Kept, one_of
from accounts.models import Organisation
from cases.models import Case, Document, Person
from travel.models.records import TravelQuerySet


class ClearanceKind(models.TextChoices):
    """What must hold."""

    ENTRY_PERMIT = "entry_permit", _("Entry permit")
    ARRIVAL_RANGE = "arrival_range", _("Arrival range of the authority")
    DEPARTURE_RANGE = "departure_range", _("Departure range of the authority")
    ENTRY_DEADLINE = "entry_deadline", _("Entry deadline")
    PERMIT_CARD = "permit_card", _("Residence permit card")
    TRAVEL_DOCUMENT = "travel_document", _("Travel document")
    EXIT_PERMIT = "exit_permit", _("Exit permit")
    TRANSIT_VISA = "transit_visa", _("Transit visa")
    FIT_TO_TRAVEL = "fit_to_travel", _("Fit to travel")
    HOUSING = "housing", _("Housing ready")
    ESCORT = "escort", _("Escort")
    CONSENT = "consent", _("Consent to travel")


K = ClearanceKind
AT_DEPARTURE = frozenset([K.EXIT_PERMIT, K.FIT_TO_TRAVEL, K.DEPARTURE_RANGE])  # may end while the person is in the air
AT_ARRIVAL = frozenset([K.ENTRY_PERMIT, K.ARRIVAL_RANGE, K.ENTRY_DEADLINE, K.HOUSING])  # may begin while in the air


class ClearanceState(models.TextChoices):
    """Missing until asked for, asked until the other side answers, then held or refused; a lead may waive it."""

    MISSING = "missing", _("Missing")
    ASKED = "asked", _("Asked for")
    HELD = "held", pgettext_lazy("clearance", "Held")
    REFUSED = "refused", pgettext_lazy("clearance", "Refused")
    WAIVED = "waived", _("Not needed")


MET = (ClearanceState.HELD, ClearanceState.WAIVED)


class ClearanceQuerySet(TravelQuerySet):
    """Reads of clearances."""

    def of_travellers(self) -> "ClearanceQuerySet":
        """Those of members who are to travel with the family."""
        return self.filter(
            person__memberships__case=models.F("case"), person__memberships__standing="travels"
        )  # fmt: skip

    def unmet(self) -> "ClearanceQuerySet":
        """Neither held nor waived."""
        return self.exclude(state__in=MET)


class Clearance(models.Model):
    """One thing that must hold on the day of travel for one person of a case.

    It is missing, asked for, held, refused or waived. `valid` holds the days on which it is good, first and last day
    included; empty means any day. `owed_by` says who must give it, in words where no organisation stands for them.
    `source` says which version of a decision it came from.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="clearances")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="clearances")
    kind = models.CharField(max_length=20, choices=ClearanceKind)
    state = models.CharField(max_length=10, choices=ClearanceState, default=ClearanceState.MISSING)
    valid = DateRangeField(null=True, blank=True)
    owed_by = models.CharField(_("owed by"), max_length=200, blank=True)
    owed_by_organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_on = models.DateField(_("asked for on"), null=True, blank=True)
    reminded_on = models.DateField(_("reminded on"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="clearances")
    source = models.JSONField(default=dict, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)

    PERSONAL = "valid owed_by source"
    SPECIAL = "kind state reason"
    PLAIN = "code case person owed_by_organisation asked_on reminded_on document recorded_at recorded_by"
    KEPT = Kept.WITH_CASE
    UNPAIRED = {"recorded_at": "empty recorded_by means that an accepted decision said so"}

    objects = ClearanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("clearance")
        verbose_name_plural = _("clearances")
        ordering = ["case", "person", "kind"]
        indexes = [models.Index(fields=["case", "state"], name="travel_clearance_case")]
        constraints = [
            one_of("kind", ClearanceKind),
            one_of("state", ClearanceState),
            models.UniqueConstraint(fields=["case", "person", "kind"], name="travel_clearance_once"),
            models.CheckConstraint(
                condition=~Q(state__in=["refused", "waived"]) | Q(reason__gt=""), name="travel_clearance_says_why"
            ),
            models.CheckConstraint(
                condition=Q(valid__isnull=True) | Q(valid__isempty=False), name="travel_clearance_valid_some_day"
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def owed_by_name(self) -> str:
        """Who must give it."""
        return self.owed_by_organisation.name if self.owed_by_organisation else self.owed_by
