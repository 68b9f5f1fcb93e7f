"""Grant awards: what one return is granted, for whom, by which rule, and who answers for it."""

import uuid

import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from accounts.models import Role
from cases.models import Person
from returns.guards.awards import AWARD_BOOKED, AWARD_HOLDS, LINE_ONCE, LINE_RELEASED, frozen
from returns.guards.identities import AWARD_ONCE_PER_IDENTITY, LINE_ONCE_PER_IDENTITY
from returns.models.computation import Computation
from returns.models.return_file import Return
from returns.money import Currency, MoneyQuerySet, amount_column


class AwardState(models.TextChoices):
    """Proposed by one person, approved by another, cancelled while nothing is paid."""

    PROPOSED = "proposed", _("Waits for approval")
    APPROVED = "approved", _("Approved")
    CANCELLED = "cancelled", _("Cancelled")


class Mode(models.TextChoices):
    """How something is given."""

    CASH = "cash", _("cash")
    IN_KIND = "in_kind", pgettext_lazy("form of assistance", "in kind")


class AwardQuerySet(MoneyQuerySet):
    """Reads of awards."""

    via_case = "return_file__case__"

    def waiting(self) -> "AwardQuerySet":
        """Those that somebody must approve."""
        return self.filter(state=AwardState.PROPOSED)


class ApprovalLimit(models.Model):
    """Up to what amount a role may approve an award in a currency. The office sets it; nothing is approved without."""

    role = models.CharField(_("role"), max_length=20, choices=[(Role.LEAD, _("Team lead")), (Role.FINANCE, _("Finance approver"))])  # fmt: skip  # noqa: E501
    currency = models.CharField(_("currency"), max_length=3, choices=Currency)
    up_to = amount_column(verbose_name=_("up to"))

    PERSONAL = SPECIAL = ""
    PLAIN = "role currency up_to"
    KEPT = Kept.ALWAYS

    class Meta:
        verbose_name = _("approval limit")
        verbose_name_plural = _("approval limits")
        ordering = ["currency", "up_to"]
        constraints = [
            one_of("currency", Currency),
            models.UniqueConstraint(fields=["role", "currency"], name="returns_approvallimit_once"),
            models.CheckConstraint(condition=Q(up_to__gt=0), name="returns_approvallimit_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.currency}"


class GrantAward(models.Model):
    """The grant of one return under one scheme, from a computation that is kept with its sentences and rules.

    It is proposed, then approved by a second person whose limit covers it, or cancelled. Postgres refuses approval
    where lines or instalments do not come to the amount, by the one who proposed, any later change of the amount; and
    at the commit an approved award without its commitment in the ledger, or a cancelled one of which something is paid.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    return_file = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="awards")
    computation = models.ForeignKey(Computation, on_delete=models.PROTECT, related_name="awards")
    scheme = models.CharField(max_length=40)
    currency = models.CharField(max_length=3, choices=Currency)
    amount = amount_column()
    rule_ids = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=AwardState, default=AwardState.PROPOSED)
    proposed_at = models.DateTimeField(default=timezone.now, editable=False)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, editable=False)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    cancelled_at = models.DateTimeField(null=True, editable=False)
    cancelled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    cancel_reason = models.TextField(blank=True)

    PERSONAL = "amount cancel_reason"
    SPECIAL = ""
    PLAIN = (
        "code return_file computation scheme currency rule_ids state proposed_at proposed_by approved_at approved_by "
        "cancelled_at cancelled_by"
    )
    KEPT = Kept.ALWAYS
    UNPAIRED = {"cancelled_at": "a withdrawal that the person asked for on the own page has no user"}

    objects = AwardQuerySet.as_manager()

    class Meta:
        verbose_name = _("grant award")
        verbose_name_plural = _("grant awards")
        ordering = ["id"]
        indexes = [models.Index(fields=["state", "id"], name="returns_award_by_state")]
        constraints = [
            one_of("state", AwardState),
            one_of("currency", Currency),
            paired("proposed"),
            paired("approved"),
            models.UniqueConstraint(
                fields=["return_file", "scheme"], condition=~Q(state="cancelled"), name="returns_award_one_per_scheme"
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="returns_award_positive"),
            models.CheckConstraint(
                condition=~Q(state="approved") | Q(approved_by__isnull=False), name="returns_award_approved_by_somebody"
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("proposed_by")), name="returns_award_second_person"
            ),
        ]
        triggers = [
            AWARD_HOLDS,
            AWARD_BOOKED,
            pgtrigger.Protect(name="returns_award_stays", operation=pgtrigger.Delete),
            AWARD_ONCE_PER_IDENTITY,
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.currency}"

    @property
    def case_id(self) -> int:
        """The case it belongs to."""
        return self.return_file.case_id

    @property
    def names(self) -> str:
        """For whom."""
        return ", ".join(dict.fromkeys(line.person.name for line in self.lines.all()))


class AwardLine(models.Model):
    """What one person is granted for what, and why: the sentence in every language of the house.

    `once_key` names a grant that a person gets once in life; Postgres refuses the same key for the same person in
    another award, until that award was cancelled before anything was paid (`is_released`).
    """

    award = models.ForeignKey(GrantAward, on_delete=models.PROTECT, related_name="lines")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="award_lines")
    component = models.CharField(max_length=40)
    mode = models.CharField(max_length=10, choices=Mode)
    computed = amount_column(help_text=_("Before a cap."))
    amount = amount_column()
    sentences = models.JSONField(default=dict)
    rule_id = models.CharField(max_length=20)
    source = models.CharField(max_length=400)
    once_key = models.CharField(max_length=60, blank=True)
    is_released = models.BooleanField(default=False)

    PERSONAL = "person computed amount sentences"
    SPECIAL = ""
    PLAIN = "award component mode rule_id source once_key is_released"
    KEPT = Kept.ALWAYS

    class Meta:
        verbose_name = _("line of an award")
        verbose_name_plural = _("lines of awards")
        ordering = ["id"]
        constraints = [
            one_of("mode", Mode),
            models.CheckConstraint(
                condition=Q(amount__gte=0, amount__lte=F("computed")), name="returns_awardline_at_most_computed"
            ),
            ExclusionConstraint(
                name="returns_awardline_once_per_life",
                expressions=[("person", "="), ("once_key", "="), ("award", "<>")],
                condition=Q(once_key__gt="", is_released=False),
            ),
        ]
        triggers = [
            frozen("returns_awardline_frozen", "person_id", "once_key"),
            LINE_ONCE,
            LINE_ONCE_PER_IDENTITY,
            LINE_RELEASED,
        ]

    def __str__(self) -> str:
        return f"{self.component} {self.rule_id}"

    @property
    def sentence(self) -> str:
        """Why, in the reader's language."""
        return self.sentences.get((get_language() or "en")[:2]) or self.sentences.get("en", "")
