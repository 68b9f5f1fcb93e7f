"""Countries to which no return is possible for now, with the reason: an administrator keeps the list."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of
from accounts.models import Country


class NoteKind(models.TextChoices):
    """What a note says of a country."""

    PAUSED = "paused", _("no returns for now")
    NO_ASSISTANCE = "no_assistance", _("journey only, no assistance")


class ReturnCountryNoteQuerySet(models.QuerySet):
    """Reads of notes."""

    def on(self, day: date | None = None) -> Self:
        """Notes that hold on a day, by default today."""
        day = day or timezone.localdate()
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)

    def paused(self, *, host: str, country: str, day: date | None = None) -> Self:
        """The notes that stop returns from one of our countries to a country."""
        return self.on(day).filter(Q(host="") | Q(host=host), country=country, kind=NoteKind.PAUSED)


class ReturnCountryNote(models.Model):
    """A country of return about which something must be known, from one day to another.

    `host` is the country of ours that the note holds for; empty means all three. `reason` is what the person is told.
    """

    country = models.CharField(_("country of return"), max_length=3, help_text=_("ISO 3166-1 alpha-3"))
    host = models.CharField(_("from"), max_length=2, choices=Country, blank=True, help_text=_("Empty: from anywhere."))
    kind = models.CharField(_("says"), max_length=15, choices=NoteKind, default=NoteKind.PAUSED)
    reason = models.CharField(_("reason"), max_length=300)
    source = models.CharField(_("source"), max_length=300, blank=True)
    valid_from = models.DateField(_("from day"), default=timezone.localdate)
    valid_to = models.DateField(_("last day"), null=True, blank=True)

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "country host kind reason source valid_from valid_to"
    KEPT = Kept.ALWAYS

    objects = ReturnCountryNoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("note on a country of return")
        verbose_name_plural = _("notes on countries of return")
        ordering = ["country", "valid_from"]
        constraints = [
            one_of("host", Country, blank=True),
            one_of("kind", NoteKind),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")), name="returns_note_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.country} {self.get_kind_display()}"
