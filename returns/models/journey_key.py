"""Keys to a traveller's own page: a code on paper, kept here as a digest only."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept
from cases.models import Case, Person
from returns.models.enquiry import Enquiry


class JourneyKeyQuerySet(models.QuerySet):
    """Reads of keys."""

    def in_force(self) -> Self:
        """Keys that still open something."""
        return self.filter(ended_at=None)


class JourneyKey(models.Model):
    """One code given to one person. It opens the enquiry at first, and the case once an officer took it on."""

    digest = models.CharField(max_length=64, unique=True)
    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, null=True, blank=True, related_name="keys")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="journey_keys")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="journey_keys")
    given_at = models.DateTimeField(default=timezone.now, editable=False)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    PERSONAL = "digest"
    SPECIAL = ""
    PLAIN = "enquiry case person given_at given_by ended_at"
    KEPT = Kept.WITH_CASE
    UNPAIRED = {
        "given_at": "the public page gives a code to somebody without an account",
        "ended_at": "a key ends when a new one is given",
    }

    objects = JourneyKeyQuerySet.as_manager()

    class Meta:
        verbose_name = _("key to a journey page")
        verbose_name_plural = _("keys to journey pages")
        constraints = [
            models.CheckConstraint(
                condition=Q(enquiry__isnull=False) | Q(case__isnull=False, person__isnull=False),
                name="returns_key_opens_something",
            ),
        ]

    def __str__(self) -> str:
        return f"key {self.pk}"
