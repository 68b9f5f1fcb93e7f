"""Cash that an officer carries for a day at an airport."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from accounts.models import Country
from returns.guards.payments import FLOAT_COUNTS
from returns.money import Currency, MoneyQuerySet, amount_column


class FloatQuerySet(MoneyQuerySet):
    """Reads of floats: by country, as the cases they serve."""

    via_case = ""


class CashFloat(models.Model):
    """What one officer took out for one day in one currency. It is counted in the evening by a second person.

    Expected is what was taken less what was handed over; a difference is explained, or Postgres refuses to close it.
    Postgres also adds up what is expected, and refuses to close while cash is between two hands.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="cash_floats")
    country = models.CharField(_("country"), max_length=2, choices=Country)
    airport = models.CharField(_("airport"), max_length=3)
    day = models.DateField(default=timezone.localdate)
    currency = models.CharField(_("currency"), max_length=3, choices=Currency)
    opening = amount_column(verbose_name=_("taken out"))
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    expected = amount_column(null=True)
    counted = amount_column(verbose_name=_("counted"), null=True)
    difference_reason = models.TextField(_("why there is a difference"), blank=True)
    closed_at = models.DateTimeField(null=True, editable=False)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    PERSONAL = "difference_reason"
    SPECIAL = ""
    PLAIN = "code holder country airport day currency opening opened_at opened_by expected counted closed_at closed_by"
    KEPT = Kept.ALWAYS

    objects = FloatQuerySet.as_manager()

    class Meta:
        verbose_name = _("cash float")
        verbose_name_plural = _("cash floats")
        ordering = ["-day", "id"]
        constraints = [
            one_of("currency", Currency),
            paired("opened"),
            paired("closed"),
            models.UniqueConstraint(fields=["holder", "day", "currency"], name="returns_cashfloat_one_a_day"),
            models.CheckConstraint(condition=Q(opening__gt=0), name="returns_cashfloat_positive"),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(counted__gte=0, expected__gte=0), name="returns_cashfloat_counted"
            ),
            models.CheckConstraint(
                condition=Q(closed_by=None) | ~Q(closed_by=F("holder")), name="returns_cashfloat_second_person"
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(counted=F("expected")) | Q(difference_reason__gt=""),
                name="returns_cashfloat_difference_explained",
            ),
        ]
        triggers = [FLOAT_COUNTS]

    def __str__(self) -> str:
        return f"{self.airport} {self.day}"

    @property
    def difference(self):
        """More or less than expected, once it is counted."""
        return None if self.counted is None else self.counted - self.expected
