"""Dossiers: one case of resettlement or family reunification, from decision to hand-over."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from accounts.models import Organisation
from cases.models import Case
from cases.records import RecordQuerySet
from cases.stages import after
from resettlement.models.hold import HoldReason
from resettlement.needs import FOR_DOCUMENTS, FOR_HAND_OVER, FOR_READY
from travel.windows import HasWindow


class Stage(models.TextChoices):
    """From decision to hand-over, and the side ways."""

    RECEIVED = "received", _("Decision received")
    DOCUMENTS = "documents", _("Documents")
    READY = "ready", _("Ready to book")
    BOOKED = "booked", _("Booked")
    DEPARTED = "departed", _("Departed")
    ARRIVED = "arrived", _("Arrived")
    HANDED_OVER = "handed_over", _("Handed over")
    ON_HOLD = "on_hold", _("On hold")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    CANCELLED = "cancelled", _("Cancelled")


class Category(models.TextChoices):
    """Why the people come, and who pays: the words of the authorities' files."""

    QUOTA = "quota", _("quota refugee")
    QUOTA_FAMILY = "quota_family", _("family member of a quota refugee")
    FAMILY_STATE_PAID = "family_state_paid", _("family member, the state pays")
    FAMILY_SELF_PAYER = "family_self_payer", _("family member, pays the journey")
    FAMILY_RED_CROSS = "family_red_cross", _("family member, the Red Cross pays")


class Urgency(models.TextChoices):
    """UNHCR's priority."""

    NORMAL = "normal", _("normal")
    URGENT = "urgent", _("urgent")
    EMERGENCY = "emergency", _("emergency")


class CostBearer(models.TextChoices):
    """Who pays the journey."""

    AUTHORITY = "authority", _("the authority")
    FAMILY = "family", _("the family")
    RED_CROSS = "red_cross", _("the Red Cross")


S = Stage
MAIN_LINE = (S.RECEIVED, S.DOCUMENTS, S.READY, S.BOOKED, S.DEPARTED, S.ARRIVED, S.HANDED_OVER)
ENDED = (S.HANDED_OVER, S.WITHDRAWN, S.CANCELLED)
ASIDE = (S.ON_HOLD, S.WITHDRAWN, S.CANCELLED)


class Dossier(HasWindow, models.Model):
    """The office's own record of a resettlement case.

    Received with the decision; documents while clearances are collected; ready to book once every one is held and a
    travel window is open; booked when all tickets are there; departed, arrived, handed over to the municipality. On
    hold with a reason; withdrawn by the people, cancelled by the authority: both cancel seats and may be resumed.
    """

    Stage = Stage
    NEXT = {
        S.RECEIVED: (S.DOCUMENTS, *ASIDE),
        S.DOCUMENTS: (S.READY, *ASIDE),
        S.READY: (S.BOOKED, S.DOCUMENTS, *ASIDE),
        S.BOOKED: (S.DEPARTED, S.READY, S.DOCUMENTS, *ASIDE),
        S.DEPARTED: (S.ARRIVED,),
        S.ARRIVED: (S.HANDED_OVER,),
        S.HANDED_OVER: (),
        S.ON_HOLD: (S.DOCUMENTS, S.WITHDRAWN, S.CANCELLED),
        S.WITHDRAWN: (S.DOCUMENTS,),
        S.CANCELLED: (S.DOCUMENTS,),
    }
    NEEDS = {S.DOCUMENTS: FOR_DOCUMENTS, S.READY: FOR_READY, S.HANDED_OVER: FOR_HAND_OVER}

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="dossier")
    stage = models.CharField(max_length=12, choices=Stage, default=Stage.RECEIVED)
    category = models.CharField(_("category"), max_length=20, choices=Category, blank=True)
    urgency = models.CharField(_("priority"), max_length=10, choices=Urgency, default=Urgency.NORMAL)
    cost_bearer = models.CharField(_("who pays"), max_length=10, choices=CostBearer, blank=True)
    country_of_asylum = models.CharField(_("country of stay"), max_length=3, blank=True)
    place_of_stay = models.CharField(_("place of stay"), max_length=1000, blank=True)
    municipality = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="dossiers",
        verbose_name=_("municipality"),
    )  # fmt: skip
    arrival_airport = models.CharField(_("arrival airport"), max_length=3, blank=True)
    hold_reason = models.ForeignKey(
        HoldReason, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("why on hold")
    )
    received_by = models.CharField(
        _("received by"), max_length=200, blank=True, help_text=_("Who met the people for the municipality.")
    )
    handed_over_at = models.DateTimeField(null=True, blank=True)
    handed_over_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    PERSONAL = "place_of_stay received_by"
    SPECIAL = ""
    PLAIN = (
        "code case stage category urgency cost_bearer country_of_asylum municipality arrival_airport hold_reason "
        "handed_over_at handed_over_by"
    )
    KEPT = Kept.WITH_CASE

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("resettlement dossier")
        verbose_name_plural = _("resettlement dossiers")
        indexes = [models.Index(fields=["stage"], name="resettlement_by_stage")]
        constraints = [
            one_of("stage", Stage),
            one_of("category", Category, blank=True),
            one_of("urgency", Urgency),
            one_of("cost_bearer", CostBearer, blank=True),
            paired("handed_over"),
            models.CheckConstraint(
                condition=~models.Q(stage="on_hold") | models.Q(hold_reason__isnull=False),
                name="resettlement_hold_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.stage}"

    @property
    def is_aside(self) -> bool:
        """On hold, withdrawn or cancelled."""
        return self.stage in ASIDE

    @property
    def may_go_aside(self) -> bool:
        """May it be put on hold, withdrawn or cancelled?"""
        return set(ASIDE) <= set(self.NEXT[self.stage])

    @property
    def next_on_the_line(self) -> str:
        """The next stage of the main line; empty at its end and on the side ways."""
        return after(self.stage, MAIN_LINE)
