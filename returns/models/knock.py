"""Knocks at doors that need no account: counted by address and hour, so that nobody tries codes by the thousand."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept


class Knock(models.Model):
    """How often somebody tried one door in one hour; `who` is a keyed digest, never an address."""

    door = models.CharField(max_length=20)
    who = models.CharField(max_length=64)
    hour = models.DateTimeField()
    times = models.PositiveIntegerField(default=0)

    PERSONAL = "who"
    SPECIAL = ""
    PLAIN = "door hour times"
    KEPT = Kept.SHORT

    class Meta:
        verbose_name = _("knock")
        verbose_name_plural = _("knocks")
        constraints = [models.UniqueConstraint(fields=["door", "who", "hour"], name="returns_knock_counted_once")]

    def __str__(self) -> str:
        return f"{self.door} {self.times}"
