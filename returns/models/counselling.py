"""Counselling: what a person was told before deciding, in which language, and whether the person could decide."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from cases.models import Case
from cases.records import RecordQuerySet


class Way(models.TextChoices):
    """How they met."""

    IN_PERSON = "in_person", _("in person")
    PHONE = "phone", _("by telephone")
    VIDEO = "video", _("by video")


class Interpreter(models.TextChoices):
    """Whether somebody interpreted: asked for, booked, came or did not."""

    NOT_NEEDED = "not_needed", _("not needed")
    ASKED = "asked", _("asked for")
    BOOKED = "booked", _("booked")
    CAME = "came", _("was there")
    ABSENT = "absent", _("did not come")


class Topic(models.TextChoices):
    """What is explained before anybody decides."""

    FREE_WILL = "free_will", _("the return is of free will and may be called off at any time")
    ALTERNATIVES = "alternatives", _("other ways: appeal, permits, legal advice")
    SITUATION = "situation", _("the situation in the country of return")
    ASSISTANCE = "assistance", _("assistance and its amounts")
    ENTRY_BAN = "entry_ban", _("what the return means for coming back")
    PRIVACY = "privacy", _("what is kept and who sees it")


class Capacity(models.TextChoices):
    """Can the person decide freely and knowingly?"""

    CLEAR = "clear", _("no doubt")
    DOUBT = "doubt", _("doubt: a professional is to assess it")
    ASSESSED = "assessed", _("assessed: the person can decide")
    SUBSTITUTE = "substitute", _("a legal representative decides")


class Counselling(models.Model):
    """One talk with one family, held or still ahead with an interpreter booked. A doubt stops the application."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="counsellings")
    held_on = models.DateField(_("day"), default=timezone.localdate)
    way = models.CharField(_("how"), max_length=10, choices=Way)
    language = models.CharField(_("language"), max_length=100)
    interpreter = models.CharField(_("interpreter"), max_length=10, choices=Interpreter)
    explained = ArrayField(models.CharField(max_length=15, choices=Topic), verbose_name=_("explained"), default=list)
    capacity = models.CharField(_("capacity to decide"), max_length=10, choices=Capacity, default=Capacity.CLEAR)
    note = models.TextField(_("note"), blank=True)
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    PERSONAL = "language note"
    SPECIAL = "capacity"
    PLAIN = "code case held_on way interpreter explained recorded_at recorded_by"
    KEPT = Kept.WITH_CASE

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("counselling")
        verbose_name_plural = _("counsellings")
        ordering = ["held_on", "id"]
        constraints = [
            one_of("way", Way), one_of("interpreter", Interpreter), one_of("capacity", Capacity), paired("recorded"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.case_id} {self.held_on}"

    @property
    def leaves_doubt(self) -> bool:
        """May the person be unable to decide?"""
        return self.capacity == Capacity.DOUBT

    @property
    def explained_in_words(self) -> list[str]:
        """What was explained, in the reader's language."""
        return [str(Topic(code).label) for code in self.explained]
