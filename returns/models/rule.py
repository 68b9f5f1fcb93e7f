"""Grant rules: the rows of a decree, every column as it was loaded."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept
from returns.models.rule_set import RuleSet


class GrantRule(models.Model):
    """What is granted to whom by one row of a decree. An empty amount is unknown, never 0; an empty day never "always".

    Between `known_from` and `known_until` a rule whose first or last day is unknown holds for certain.
    """

    rule_set = models.ForeignKey(RuleSet, on_delete=models.PROTECT, related_name="rules")
    rule_id = models.CharField(max_length=20)
    country = models.CharField(max_length=2, blank=True)
    scheme = models.CharField(max_length=40)
    scheme_name = models.CharField(max_length=200, blank=True)
    legal_basis = models.CharField(max_length=300, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    known_from = models.DateField(null=True, blank=True)
    known_until = models.DateField(null=True, blank=True)
    date_that_selects = models.CharField(max_length=200, blank=True)
    beneficiary_category = models.CharField(max_length=300, blank=True)
    person_kind = models.CharField(max_length=60)
    country_group = models.CharField(max_length=60, blank=True)
    condition = models.TextField(blank=True)
    component = models.CharField(max_length=40, blank=True)
    mode = models.CharField(max_length=60, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    amount = models.PositiveIntegerField(null=True, blank=True)
    amount_kind = models.CharField(max_length=20, blank=True)
    amount_min = models.PositiveIntegerField(null=True, blank=True)
    cap = models.CharField(max_length=20, blank=True)
    cap_scope = models.CharField(max_length=200, blank=True)
    once_only = models.CharField(max_length=100, blank=True)
    status = models.CharField(max_length=30)
    source_tag = models.CharField(max_length=60, blank=True)
    source = models.TextField(blank=True)
    note = models.TextField(blank=True)

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = (
        "rule_set rule_id country scheme scheme_name legal_basis valid_from valid_to known_from known_until "
        "date_that_selects beneficiary_category person_kind country_group condition component mode currency amount "
        "amount_kind amount_min cap cap_scope once_only status source_tag source note"
    )
    KEPT = Kept.ALWAYS

    class Meta:
        verbose_name = _("grant rule")
        verbose_name_plural = _("grant rules")
        ordering = ["rule_id"]
        constraints = [
            models.UniqueConstraint(fields=["rule_set", "rule_id"], name="returns_grantrule_once_per_set"),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="returns_grantrule_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(amount=None) | Q(amount=0) | Q(currency__gt=""),
                name="returns_grantrule_amount_has_currency",
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        "sourced", "carried_over", "conflicting", "start_date_unknown", "superseded_date_unknown",
                        "unknown",
                    ]
                ),
                name="returns_grantrule_status_known",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.rule_id
