"""Grants: who may do what, in which mandate and country, and until when."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from accounts.models.role import Country, Mandate, Role


class GrantQuerySet(models.QuerySet):
    """Reads of grants, named like the policy."""

    def in_force(self) -> "GrantQuerySet":
        """Grants that hold today."""
        today = timezone.localdate()
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=today), starts_on__lte=today, withdrawn_at=None)


class Grant(models.Model):
    """A role given to a person, in one mandate and country or in all. It may expire, and may be withdrawn any day."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=Role)
    mandate = models.CharField(max_length=30, choices=Mandate, blank=True, help_text=_("Empty: every mandate."))
    country = models.CharField(max_length=2, choices=Country, blank=True, help_text=_("Empty: every country."))
    starts_on = models.DateField(default=timezone.localdate)
    ends_on = models.DateField(null=True, blank=True, help_text=_("Last day. Empty: until withdrawn."))
    given_at = models.DateTimeField(default=timezone.now, editable=False)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True, editable=False
    )

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "user role mandate country starts_on ends_on given_at given_by withdrawn_at withdrawn_by"
    KEPT = Kept.ALWAYS

    objects = GrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("grant")
        verbose_name_plural = _("grants")
        ordering = ["user", "role"]
        indexes = [models.Index(fields=["user", "withdrawn_at"], name="accounts_grant_in_force")]
        constraints = [
            one_of("role", Role),
            one_of("mandate", Mandate, blank=True),
            one_of("country", Country, blank=True),
            paired("given"),
            paired("withdrawn"),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="accounts_grant_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.get_mandate_display() or _('every mandate')}"
