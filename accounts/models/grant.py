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
        return self.standing().filter(starts_on__lte=today).exclude(confirmed_at=None)

    def standing(self) -> "GrantQuerySet":
        """Grants in force, to come, or waiting for their second person: what a new one must not clash with."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=timezone.localdate()), withdrawn_at=None)

    def waiting(self) -> "GrantQuerySet":
        """Grants that a second administrator has not confirmed yet."""
        return self.standing().filter(confirmed_at=None)


class Grant(models.Model):
    """A role given to a person, in one mandate and country or in all. It may expire, and may be withdrawn any day.

    It holds from the moment at which another than the giver has confirmed it, so that no single administrator can
    invent an account and let it in.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=20, choices=Role)
    mandate = models.CharField(max_length=30, choices=Mandate, blank=True, help_text=_("Empty: every mandate."))
    country = models.CharField(max_length=2, choices=Country, blank=True, help_text=_("Empty: every country."))
    starts_on = models.DateField(default=timezone.localdate)
    ends_on = models.DateField(null=True, blank=True, help_text=_("Last day. Empty: until withdrawn."))
    given_at = models.DateTimeField(default=timezone.now, editable=False)
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False)
    confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True, editable=False
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True, editable=False
    )

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = (
        "user role mandate country starts_on ends_on given_at given_by confirmed_at confirmed_by withdrawn_at "
        "withdrawn_by"
    )
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
            paired("confirmed"),
            paired("withdrawn"),
            models.CheckConstraint(
                condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("given_by")), name="accounts_grant_second_person"
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")), name="accounts_grant_ends_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.get_mandate_display() or _('every mandate')}"
