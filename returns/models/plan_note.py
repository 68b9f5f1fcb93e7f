"""What office and mission write on a plan: why it was sent back, a visit, a referral at the place of return."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from accounts.models import User
from cases.models.event import only_grows
from cases.records import RecordQuerySet
from returns.models.plan import ReintegrationPlan, is_of_mission


class PlanNoteKind(models.TextChoices):
    """What is written down."""

    SENT_BACK = "sent_back", _("Sent back")
    VISIT = "visit", _("Visit")
    REFERRAL = "referral", _("Referral there")


class PlanNoteQuerySet(RecordQuerySet):
    """Reads of notes: the office by its cases, a mission its own."""

    via_case = "plan__return_file__case__"

    def visible_to(self, user: User) -> Self:
        """The records this person may see."""
        if is_of_mission(user):
            return self.filter(written_by__organisation=user.organisation_id)
        return super().visible_to(user)


class PlanNote(models.Model):
    """One note on a version of a plan, by the office or the mission. It stands as it was written."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    plan = models.ForeignKey(ReintegrationPlan, on_delete=models.PROTECT, related_name="notes")
    kind = models.CharField(max_length=10, choices=PlanNoteKind)
    words = models.TextField()
    whom = models.CharField(_("referred to"), max_length=200, blank=True)
    happened_on = models.DateField(default=timezone.localdate)
    written_at = models.DateTimeField(default=timezone.now, editable=False)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    PERSONAL = "whom"
    SPECIAL = "words"
    PLAIN = "code plan kind happened_on written_at written_by"
    KEPT = Kept.WITH_CASE

    objects = PlanNoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("note on a plan")
        verbose_name_plural = _("notes on plans")
        ordering = ["-written_at", "-id"]
        constraints = [one_of("kind", PlanNoteKind), paired("written")]
        triggers = only_grows("returns_plannote_only_grows")

    def __str__(self) -> str:
        return f"{self.plan_id} {self.kind}"

    @property
    def case_id(self) -> int:
        """The case it belongs to."""
        return self.plan.case_id
