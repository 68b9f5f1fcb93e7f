"""What we heard from a provider, whether its line is open, and the daily comparison of its orders with ours."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from travel.models.movement import SeatsFrom


class WebhookEvent(models.Model):
    """One event a provider sent us, once, however often it was delivered. It is a hint to look, never a fact."""

    event_id = models.CharField(max_length=100, unique=True)
    provider = models.CharField(max_length=10, choices=SeatsFrom, default=SeatsFrom.DUFFEL)
    kind = models.CharField(max_length=80)
    order_id = models.CharField(max_length=60, blank=True)
    attempt_code = models.UUIDField(null=True, blank=True)
    provider_request_id = models.CharField(max_length=100, blank=True)
    received_at = models.DateTimeField(default=timezone.now, editable=False)
    looked_at = models.DateTimeField(null=True, blank=True)

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "event_id provider kind order_id attempt_code provider_request_id received_at looked_at"
    KEPT = Kept.SHORT
    UNPAIRED = {"received_at": "from the provider", "looked_at": "by the worker"}

    class Meta:
        verbose_name = _("provider's event")
        verbose_name_plural = _("provider's events")
        ordering = ["-received_at", "-id"]
        indexes = [
            models.Index(fields=["order_id"], name="travel_webhook_order"),
            models.Index(fields=["attempt_code"], name="travel_webhook_attempt"),
        ]
        constraints = [one_of("provider", SeatsFrom)]

    def __str__(self) -> str:
        return f"{self.kind} {self.event_id}"


class ProviderLine(models.Model):
    """The line to one provider. It is stopped when our key is refused, until a person opens it again; and quiet for a
    while after several failures on end, so that a slow provider is not called by every worker at once."""

    provider = models.CharField(max_length=10, choices=SeatsFrom, primary_key=True)
    stopped_at = models.DateTimeField(null=True, blank=True)
    why = models.CharField(max_length=80, blank=True)
    failures = models.PositiveSmallIntegerField(default=0)
    quiet_until = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "provider stopped_at why failures quiet_until opened_at opened_by"
    KEPT = Kept.ALWAYS
    UNPAIRED = {"stopped_at": "by the provider's refusal"}

    class Meta:
        verbose_name = _("line to a provider")
        verbose_name_plural = _("lines to providers")
        constraints = [one_of("provider", SeatsFrom), paired("opened")]

    def __str__(self) -> str:
        return self.get_provider_display()


class ReconciliationRun(models.Model):
    """The daily comparison: orders at the provider against orders here, both ways. Anything but matched is an alarm."""

    provider = models.CharField(max_length=10, choices=SeatsFrom)
    since = models.DateTimeField()
    matched = models.PositiveIntegerField(default=0)
    provider_only = models.JSONField(default=list, blank=True, help_text=_("Order ids the provider has and we do not."))
    local_only = models.JSONField(default=list, blank=True, help_text=_("Order ids we have and the provider does not."))
    ran_at = models.DateTimeField(default=timezone.now, editable=False)

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "provider since matched provider_only local_only ran_at"
    KEPT = Kept.ALWAYS
    UNPAIRED = {"ran_at": "by the clock"}

    class Meta:
        verbose_name = _("daily comparison of orders")
        verbose_name_plural = _("daily comparisons of orders")
        ordering = ["-ran_at", "-id"]
        constraints = [one_of("provider", SeatsFrom)]

    def __str__(self) -> str:
        return f"{self.matched}/{len(self.provider_only)}/{len(self.local_only)}"

    @property
    def is_clean(self) -> bool:
        """Everything matched?"""
        return not (self.provider_only or self.local_only)
