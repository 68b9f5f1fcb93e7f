"""Country lists and groups: which country is on which list, from when until when."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept
from returns.models.rule_set import RuleSet


class CountryGroupEntry(models.Model):
    """One country in one group of one scheme: a grant group, a list of eligible countries, or a stop list."""

    rule_set = models.ForeignKey(RuleSet, on_delete=models.PROTECT, related_name="entries")
    scheme = models.CharField(max_length=40)
    country = models.CharField(max_length=3, help_text=_("ISO 3166-1 alpha-3"))
    group = models.CharField(max_length=40)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    known_from = models.DateField(null=True, blank=True)
    known_until = models.DateField(null=True, blank=True)
    source_tag = models.CharField(max_length=60, blank=True)
    source = models.TextField(blank=True)
    note = models.TextField(blank=True)

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "rule_set scheme country group valid_from valid_to known_from known_until source_tag source note"
    KEPT = Kept.ALWAYS

    class Meta:
        verbose_name = _("country in a group")
        verbose_name_plural = _("countries in groups")
        ordering = ["scheme", "valid_from", "group", "country"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="returns_entry_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.group} {self.country}"
