"""Reintegration plans: what a person who returned sets out to do, and who answers for the money behind it."""

import uuid
from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from accounts.models import Organisation, OrganisationKind, Role, User
from cases.records import RecordQuerySet
from returns.models.award import GrantAward
from returns.models.return_file import Return


class PlanState(models.TextChoices):
    """Written, looked at by a colleague, then by the receiving mission; each may send it back."""

    DRAFT = "draft", _("Draft")
    AT_OFFICE = "at_office", _("Waits for a colleague")
    AT_MISSION = "at_mission", _("Waits for the mission")
    SENT_BACK = "sent_back", _("Sent back")
    APPROVED = "approved", _("Approved")
    REPLACED = "replaced", _("Replaced by an amendment")
    DROPPED = "dropped", _("Dropped")


P = PlanState
WRITABLE = (P.DRAFT, P.SENT_BACK)
OPEN_STATES = (P.DRAFT, P.AT_OFFICE, P.AT_MISSION, P.SENT_BACK)
SHOWN_TO_MISSION = (P.AT_MISSION, P.APPROVED, P.REPLACED)


class PlanQuerySet(RecordQuerySet):
    """Reads of plans: the office by its cases; a mission what was sent to it, nothing that is still being written."""

    via_case = "return_file__case__"

    def visible_to(self, user: User) -> Self:
        """The records this person may see."""
        if is_of_mission(user):
            return self.filter(mission=user.organisation_id, state__in=SHOWN_TO_MISSION)
        return super().visible_to(user)

    def sent_to(self, mission: Organisation) -> Self:
        """What a mission was sent, and what it sent back: of that it sees that it is written anew, not what."""
        returned = Q(state=PlanState.SENT_BACK, notes__written_by__organisation=mission)
        return self.filter(Q(state__in=SHOWN_TO_MISSION) | returned, mission=mission).distinct()

    def open(self) -> Self:
        """Not approved yet, and not given up."""
        return self.filter(state__in=OPEN_STATES)

    def in_force(self) -> Self:
        """Approved by both, and not replaced."""
        return self.filter(state=PlanState.APPROVED)


def is_of_mission(user: User) -> bool:
    """Does this person act for a mission that receives people?"""
    return (
        user.is_authenticated
        and user.is_active
        and user.standing.has(Role.PARTNER)
        and user.organisation.kind == OrganisationKind.IOM_MISSION
    )


HOLDS = """
    IF NEW.return_file_id <> OLD.return_file_id OR NEW.n <> OLD.n OR (
        OLD.state NOT IN ('draft', 'sent_back') AND (
            NEW.award_id <> OLD.award_id OR NEW.mission_id <> OLD.mission_id OR NEW.situation <> OLD.situation
            OR NEW.reason <> OLD.reason OR NEW.edition <> OLD.edition
            OR NEW.written_at <> OLD.written_at OR NEW.written_by_id <> OLD.written_by_id
        )
    ) OR (OLD.state IN ('approved', 'replaced') AND (
            NEW.office_at IS DISTINCT FROM OLD.office_at OR NEW.office_by_id IS DISTINCT FROM OLD.office_by_id
            OR NEW.mission_at IS DISTINCT FROM OLD.mission_at OR NEW.mission_by_id IS DISTINCT FROM OLD.mission_by_id
            OR NEW.submitted_at IS DISTINCT FROM OLD.submitted_at
            OR NEW.submitted_by_id IS DISTINCT FROM OLD.submitted_by_id
        )
    ) OR (NEW.state <> OLD.state AND NOT (
        (OLD.state IN ('draft', 'sent_back') AND NEW.state IN ('at_office', 'dropped'))
        OR (OLD.state = 'at_office' AND NEW.state IN ('at_mission', 'sent_back', 'dropped'))
        OR (OLD.state = 'at_mission' AND NEW.state IN ('approved', 'sent_back', 'dropped'))
        OR (OLD.state = 'approved' AND NEW.state = 'replaced')
    )) THEN
        RAISE EXCEPTION 'this version of the plan is not changed' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'returns_plan_holds';
    END IF;
    IF NEW.state IN ('at_office', 'at_mission', 'approved') AND NEW.state <> OLD.state
       AND (SELECT coalesce(sum(amount), 0) FROM returns_planbudgetline WHERE plan_id = NEW.id)
         > (SELECT coalesce(sum(amount), 0) FROM returns_instalment WHERE award_id = NEW.award_id
            AND state <> 'cancelled' AND (mode = 'in_kind' OR kind = 'after_plan')) THEN
        RAISE EXCEPTION 'the budget is more than the award gives' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'returns_plan_within_award';
    END IF;
    RETURN NEW;
"""


class ReintegrationPlan(models.Model):
    """One version of the plan of a return: objectives, activities, budget lines under one award.

    It is written here, approved by a colleague of the author, then by the receiving mission; either sends it back with
    a comment. From the moment it is submitted nothing in it changes unless it is sent back, and an approved version
    never changes: Postgres refuses. An amendment is the next version with its reason; the approved one holds until the
    amendment is approved. `edition` counts the savings of a draft, so that two writers do not overwrite each other.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    return_file = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="plans")
    n = models.PositiveSmallIntegerField(_("version"), default=1)
    award = models.ForeignKey(GrantAward, on_delete=models.PROTECT, related_name="plans", verbose_name=_("grant"))
    mission = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="plans", verbose_name=_("receiving mission")
    )
    situation = models.TextField(_("situation, skills and wishes"), blank=True)
    reason = models.TextField(_("why it is amended"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=PlanState, default=PlanState.DRAFT)
    edition = models.PositiveIntegerField(default=1)
    begun_at = models.DateTimeField(default=timezone.now, editable=False)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now, editable=False)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(null=True, editable=False)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    office_at = models.DateTimeField(null=True, editable=False)
    office_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    mission_at = models.DateTimeField(null=True, editable=False)
    mission_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    PERSONAL = "reason"
    SPECIAL = "situation"
    PLAIN = (
        "code return_file n award mission state edition begun_at begun_by written_at written_by submitted_at "
        "submitted_by office_at office_by mission_at mission_by"
    )
    KEPT = Kept.WITH_CASE

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("reintegration plan")
        verbose_name_plural = _("reintegration plans")
        ordering = ["return_file", "-n"]
        indexes = [
            models.Index(fields=["state", "id"], name="returns_plan_by_state"),
            models.Index(fields=["mission", "state"], name="returns_plan_of_mission"),
        ]
        constraints = [
            one_of("state", PlanState),
            paired("begun"), paired("written"), paired("submitted"), paired("office"), paired("mission"),
            models.UniqueConstraint(fields=["return_file", "n"], name="returns_plan_numbered"),
            models.UniqueConstraint(
                fields=["return_file"], condition=Q(state__in=OPEN_STATES), name="returns_plan_one_open"
            ),
            models.UniqueConstraint(
                fields=["return_file"], condition=Q(state="approved"), name="returns_plan_one_in_force"
            ),
            models.CheckConstraint(condition=Q(n=1) | Q(reason__gt=""), name="returns_plan_amended_for_a_reason"),
            models.CheckConstraint(
                condition=Q(office_by=None)
                | ~Q(office_by=F("begun_by")) & ~Q(office_by=F("written_by")) & ~Q(office_by=F("submitted_by")),
                name="returns_plan_second_person",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["approved", "replaced"]) | Q(office_at__isnull=False, mission_at__isnull=False),
                name="returns_plan_approved_by_both",
            ),
            models.CheckConstraint(
                condition=~Q(state="at_mission") | Q(office_at__isnull=False), name="returns_plan_office_first"
            ),
        ]  # fmt: skip
        triggers = [
            pgtrigger.Trigger(
                name="returns_plan_holds", operation=pgtrigger.Update, when=pgtrigger.Before, func=HOLDS
            ),
            pgtrigger.Trigger(
                name="returns_plan_begins_as_draft",
                operation=pgtrigger.Insert,
                when=pgtrigger.Before,
                condition=pgtrigger.Q(new__state__df="draft"),
                func="RAISE EXCEPTION 'a plan begins as a draft' USING ERRCODE = 'check_violation';",
            ),
            pgtrigger.Protect(name="returns_plan_stays", operation=pgtrigger.Delete),
            pgtrigger.Trigger(
                name="returns_plan_stays_whole", operation=pgtrigger.Truncate, when=pgtrigger.Before,
                level=pgtrigger.Statement, func="RAISE EXCEPTION 'plans are kept';",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.return_file_id} v{self.n}"

    @property
    def case_id(self) -> int:
        """The case it belongs to."""
        return self.return_file.case_id

    @property
    def is_writable(self) -> bool:
        """May it still be written?"""
        return self.state in WRITABLE

    @property
    def is_amendment(self) -> bool:
        """Does it follow an approved version?"""
        return self.n > 1

    @property
    def authors(self) -> set[int]:
        """Whoever began, wrote or submitted it: none of them approves it."""
        return {self.begun_by_id, self.written_by_id, self.submitted_by_id} - {None}
