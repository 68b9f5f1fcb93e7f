"""Searches for offers: asked by a person, done by the worker, read by the page."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from travel.models.movement import Movement
from travel.models.records import TravelQuerySet


class SearchState(models.TextChoices):
    """Asked until the airline answered."""

    ASKED = "asked", _("Asking the airline")
    FOUND = "found", _("Offers found")
    FAILED = "failed", _("The airline did not answer")


class SearchQuerySet(TravelQuerySet):
    """Reads of searches."""

    via_case = "movement__travellers__case__"


class OfferSearch(models.Model):
    """One question to the provider: which flights have seats for every booking of a movement, and at what price.

    `choices` holds what was found: itineraries that every booking can have, each with the price of each booking. The
    offers themselves go stale within half an hour; booking asks anew and takes the same flights within the cap.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    movement = models.ForeignKey(Movement, on_delete=models.PROTECT, related_name="searches")
    state = models.CharField(max_length=10, choices=SearchState, default=SearchState.ASKED)
    choices = models.JSONField(default=list, blank=True)
    error = models.CharField(max_length=80, blank=True)
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "code movement state choices error asked_at asked_by answered_at"
    KEPT = Kept.SHORT
    UNPAIRED = {"answered_at": "by the airline"}

    objects = SearchQuerySet.as_manager()

    class Meta:
        verbose_name = _("search for offers")
        verbose_name_plural = _("searches for offers")
        ordering = ["-asked_at"]
        constraints = [one_of("state", SearchState), paired("asked")]

    def __str__(self) -> str:
        return f"{self.movement_id} {self.state}"
