"""Rule sets: decrees and country lists as they were loaded, each with the two people who answer for it."""

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired


class RuleSetState(models.TextChoices):
    """A set is loaded as a draft, put in force by a second person, and superseded or discarded."""

    DRAFT = "draft", _("Draft")
    ACTIVE = "active", _("In force")
    SUPERSEDED = "superseded", _("Superseded")
    DISCARDED = "discarded", _("Discarded")


class RuleSetQuerySet(models.QuerySet):
    """Reads of rule sets."""

    def active(self) -> "RuleSetQuerySet":
        """Those that speak, each from its first day on."""
        return self.filter(state=RuleSetState.ACTIVE)

    def drafts(self) -> "RuleSetQuerySet":
        """Those that wait for a second person."""
        return self.filter(state=RuleSetState.DRAFT)


class RuleSet(models.Model):
    """One decree or list of one scheme, as loaded.

    A set says everything that holds for its scheme from `begins_on` on: from that day the earlier sets are silent. With
    an empty `begins_on` it speaks from the beginning. Another set with the same first day supersedes it. A set is never
    put in force by the person who loaded it; the sets that the portal came with name nobody.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    scheme = models.CharField(_("scheme"), max_length=40)
    title = models.CharField(_("title"), max_length=200)
    legal_source = models.TextField(_("legal source"), blank=True)
    begins_on = models.DateField(_("speaks from"), null=True, blank=True)
    state = models.CharField(max_length=12, choices=RuleSetState, default=RuleSetState.DRAFT)
    came_with_portal = models.BooleanField(default=False, editable=False)
    loaded_at = models.DateTimeField(null=True, editable=False)
    loaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    activated_at = models.DateTimeField(null=True, editable=False)
    activated_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True, editable=False)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = (
        "code scheme title legal_source begins_on state came_with_portal loaded_at loaded_by activated_at activated_by "
        "ended_at ended_by"
    )
    KEPT = Kept.ALWAYS

    objects = RuleSetQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule set")
        verbose_name_plural = _("rule sets")
        ordering = ["scheme", F("begins_on").asc(nulls_first=True), "id"]
        constraints = [
            one_of("state", RuleSetState),
            paired("loaded"),
            paired("activated"),
            paired("ended"),
            models.UniqueConstraint(
                fields=["scheme", "begins_on"],
                condition=Q(state="active"),
                nulls_distinct=False,
                name="returns_ruleset_one_per_first_day",
            ),
            models.CheckConstraint(
                condition=Q(activated_by=None) | ~Q(activated_by=F("loaded_by")), name="returns_ruleset_second_person"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["active", "superseded"]) | Q(came_with_portal=True) | ~Q(activated_by=None),
                name="returns_ruleset_activated_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(came_with_portal=True) | ~Q(loaded_by=None), name="returns_ruleset_loaded_by_somebody"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def is_silent_from(self, others: list["RuleSet"]) -> date | None:
        """The first day of the next set of the scheme among these, if there is one."""
        later = [one.begins_on for one in others if one.begins_on and one.begins_on > (self.begins_on or date.min)]
        return min(later, default=None)
