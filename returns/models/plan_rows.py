"""What a reintegration plan is made of: objectives, activities and budget lines, and the providers they name."""

import uuid

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of
from accounts.models import Organisation
from cases.models import Referral
from returns.models.plan import ReintegrationPlan
from returns.models.question_set import Dimension
from returns.money import amount_column


class ActivityKind(models.TextChoices):
    """What is undertaken; each kind belongs to one dimension."""

    BUSINESS = "business", _("small business")
    JOB = "job", _("finding work")
    TRAINING = "training", _("vocational training")
    TOOLS = "tools", _("tools and equipment")
    HOUSING = "housing", _("housing")
    HEALTH = "health", _("health care")
    SCHOOL = "school", _("school and child care")
    PAPERS = "papers", _("papers and legal advice")
    COUNSELLING = "counselling", _("psychosocial counselling")
    FAMILY = "family", _("family mediation")
    COMMUNITY = "community", _("community activities")


D, K = Dimension, ActivityKind
KINDS_OF = {
    D.ECONOMIC: (K.BUSINESS, K.JOB, K.TRAINING, K.TOOLS),
    D.SOCIAL: (K.HOUSING, K.HEALTH, K.SCHOOL, K.PAPERS),
    D.PSYCHOSOCIAL: (K.COUNSELLING, K.FAMILY, K.COMMUNITY),
}
DIMENSION_OF = {kind: dimension for dimension, kinds in KINDS_OF.items() for kind in kinds}


class ProviderKind(models.TextChoices):
    """Who gives a service at the place of return."""

    ORGANISATION = "organisation", _("organisation")
    SUPPLIER = "supplier", _("supplier")
    PUBLIC = "public", _("public service")


class ServiceProvider(models.Model):
    """Who gives a service or sells goods at the place of return. Known by name in its country, and never renamed:
    approved plans name it. Another name is another provider."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=200)
    country = models.CharField(_("country"), max_length=3)
    kind = models.CharField(_("kind"), max_length=12, choices=ProviderKind)
    place = models.CharField(_("place"), max_length=200, blank=True)
    contact = models.CharField(_("contact"), max_length=300, blank=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("organisation")
    )

    PERSONAL = "name place contact"
    SPECIAL = ""
    PLAIN = "code country kind organisation"
    KEPT = Kept.ALWAYS

    class Meta:
        verbose_name = _("service provider")
        verbose_name_plural = _("service providers")
        ordering = ["country", "name"]
        constraints = [
            one_of("kind", ProviderKind),
            models.UniqueConstraint("country", Lower("name"), name="returns_provider_once_in_a_country"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="returns_provider_keeps_its_name",
                operation=pgtrigger.UpdateOf("name", "country"),
                when=pgtrigger.Before,
                condition=pgtrigger.Q(old__name__df=pgtrigger.F("new__name"))
                | pgtrigger.Q(old__country__df=pgtrigger.F("new__country")),
                func="RAISE EXCEPTION 'a provider keeps its name' USING ERRCODE = 'check_violation';",
            )
        ]

    def __str__(self) -> str:
        return self.name


def frozen_with_plan(name: str) -> list[pgtrigger.Trigger]:
    """Rows of a plan are written while the plan may be written, and never again: also not by raw SQL or in bulk."""
    return [
        pgtrigger.Trigger(
            name=name,
            operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
            when=pgtrigger.Before,
            declare=[("closed", "integer")],
            func="""
            SELECT count(*) INTO closed FROM (
                SELECT state FROM returns_reintegrationplan WHERE id IN (
                    CASE WHEN TG_OP = 'INSERT' THEN NEW.plan_id ELSE OLD.plan_id END,
                    CASE WHEN TG_OP = 'DELETE' THEN OLD.plan_id ELSE NEW.plan_id END
                ) FOR SHARE
            ) AS plans WHERE state NOT IN ('draft', 'sent_back');
            IF closed > 0 THEN
                RAISE EXCEPTION 'the plan is submitted or approved' USING ERRCODE = 'check_violation',
                    CONSTRAINT = 'returns_plan_frozen';
            END IF;
            RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
            """,
        ),
        pgtrigger.Trigger(
            name=f"{name}_whole", operation=pgtrigger.Truncate, when=pgtrigger.Before, level=pgtrigger.Statement,
            func="RAISE EXCEPTION 'plans are kept';",
        ),
    ]  # fmt: skip


class PlanRow(models.Model):
    """A row of a plan. `key` stays the same over versions, so that one sees what an amendment changes."""

    key = models.UUIDField(default=uuid.uuid4, editable=False)
    place = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        ordering = ["place", "id"]


class PlanObjective(PlanRow):
    """What is to be reached in one dimension, and by what one sees that it is."""

    plan = models.ForeignKey(ReintegrationPlan, on_delete=models.PROTECT, related_name="objectives")
    dimension = models.CharField(max_length=12, choices=Dimension)
    words = models.TextField()
    sign = models.CharField(max_length=300, blank=True)

    PERSONAL = "sign"
    SPECIAL = "words"
    PLAIN = "key place plan dimension"
    KEPT = Kept.WITH_CASE

    class Meta(PlanRow.Meta):
        verbose_name = _("objective of a plan")
        verbose_name_plural = _("objectives of plans")
        constraints = [
            one_of("dimension", Dimension),
            models.UniqueConstraint(fields=["plan", "key"], name="returns_planobjective_once"),
        ]
        triggers = frozen_with_plan("returns_planobjective_frozen")

    def __str__(self) -> str:
        return f"{self.plan_id} {self.dimension}"


class PlanActivity(PlanRow):
    """What is undertaken, from when until when, with whom; given through a referral where one was made."""

    plan = models.ForeignKey(ReintegrationPlan, on_delete=models.PROTECT, related_name="activities")
    kind = models.CharField(max_length=12, choices=ActivityKind)
    words = models.TextField()
    from_on = models.DateField()
    until_on = models.DateField()
    provider = models.ForeignKey(
        ServiceProvider, on_delete=models.PROTECT, null=True, blank=True, related_name="activities"
    )
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    PERSONAL = "from_on until_on"
    SPECIAL = "kind words"
    PLAIN = "key place plan provider referral"
    KEPT = Kept.WITH_CASE

    class Meta(PlanRow.Meta):
        verbose_name = _("activity of a plan")
        verbose_name_plural = _("activities of plans")
        constraints = [
            one_of("kind", ActivityKind),
            models.UniqueConstraint(fields=["plan", "key"], name="returns_planactivity_once"),
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")), name="returns_planactivity_ends_after_it_begins"
            ),
        ]
        triggers = frozen_with_plan("returns_planactivity_frozen")

    def __str__(self) -> str:
        return f"{self.plan_id} {self.kind}"

    @property
    def dimension(self) -> Dimension:
        """The dimension of its kind."""
        return DIMENSION_OF[ActivityKind(self.kind)]


class PlanBudgetLine(PlanRow):
    """What is bought for which kind of activity, from whom, for how much, in the currency of the award."""

    plan = models.ForeignKey(ReintegrationPlan, on_delete=models.PROTECT, related_name="budget")
    kind = models.CharField(max_length=12, choices=ActivityKind)
    words = models.CharField(max_length=300)
    provider = models.ForeignKey(
        ServiceProvider, on_delete=models.PROTECT, null=True, blank=True, related_name="budget_lines"
    )
    amount = amount_column()

    PERSONAL = "words amount"
    SPECIAL = "kind"
    PLAIN = "key place plan provider"
    KEPT = Kept.WITH_CASE

    class Meta(PlanRow.Meta):
        verbose_name = _("budget line of a plan")
        verbose_name_plural = _("budget lines of plans")
        constraints = [
            one_of("kind", ActivityKind),
            models.UniqueConstraint(fields=["plan", "key"], name="returns_planbudgetline_once"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="returns_planbudgetline_positive"),
        ]
        triggers = frozen_with_plan("returns_planbudgetline_frozen")

    def __str__(self) -> str:
        return f"{self.plan_id} {self.kind}"
