"""Two records of one person, and two people who look like one."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, paired
from cases.models.person import Person


class Merge(models.Model):
    """Two records were of one person: what hung on `gone` hangs on `kept` now. It can be undone on any day.

    `moved` is the journal: per table the keys of the rows that changed hands, so that exactly these go back. Events and
    looks never change and stay where they were written.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kept = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="merges")
    gone = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="merged_into")
    moved = models.JSONField(default=dict)
    merged_at = models.DateTimeField(default=timezone.now, editable=False)
    merged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "code kept gone moved merged_at merged_by undone_at undone_by"
    KEPT = Kept.WITH_CASE

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        ordering = ["-merged_at"]
        constraints = [
            paired("merged"),
            paired("undone"),
            models.CheckConstraint(condition=~Q(kept=F("gone")), name="cases_merge_of_two"),
            models.UniqueConstraint(fields=["gone"], condition=Q(undone_at=None), name="cases_merge_gone_once"),
        ]

    def __str__(self) -> str:
        return f"{self.gone_id} → {self.kept_id}"


class NotTheSame(models.Model):
    """Somebody looked and said: these are two people. The portal does not ask again. `first` has the lower key."""

    first = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    judged_at = models.DateTimeField(default=timezone.now, editable=False)
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "first second judged_at judged_by"
    KEPT = Kept.WITH_CASE

    class Meta:
        verbose_name = _("not the same person")
        verbose_name_plural = _("not the same person")
        constraints = [
            paired("judged"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="cases_notthesame_in_order"),
            models.UniqueConstraint(fields=["first", "second"], name="cases_notthesame_once"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} ≠ {self.second_id}"
