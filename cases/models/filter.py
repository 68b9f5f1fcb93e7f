"""Filters of the case list that somebody gave a name."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, paired
from accounts.models import User


class SavedFilterQuerySet(models.QuerySet):
    """Reads of saved filters."""

    def for_reader(self, user: User) -> "SavedFilterQuerySet":
        """A person's own, and those that colleagues of the same organisation share."""
        return self.filter(Q(saved_by=user) | Q(shared=True, saved_by__organisation=user.organisation_id))


class SavedFilter(models.Model):
    """A chosen filter and order of the case list under a name. It holds choices, never names of people, and shows each
    reader only what that reader may see."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=500, blank=True)
    shared = models.BooleanField(_("share with the team"), default=False)
    saved_at = models.DateTimeField(default=timezone.now, editable=False)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="saved_filters")

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "code name query shared saved_at saved_by"
    KEPT = Kept.WITH_ACCOUNT

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved filter")
        verbose_name_plural = _("saved filters")
        ordering = ["name"]
        constraints = [
            paired("saved"),
            models.UniqueConstraint(fields=["saved_by", "name"], name="cases_savedfilter_name_once"),
        ]

    def __str__(self) -> str:
        return self.name
