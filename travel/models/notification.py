"""Notifications: the paperwork of travel that goes to those who receive, decide or sell."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from accounts.models import Organisation, Role, User
from cases.models import Case
from travel.models.movement import Movement
from travel.models.records import TravelQuerySet


class NotificationKind(models.TextChoices):
    """What is told."""

    ABN = "abn", _("Advance booking notification")
    DEPARTED = "departed", _("Departure")
    ARRIVED = "arrived", _("Arrival")
    NO_SHOW = "no_show", _("Did not travel")
    CANCELLED = "cancelled", _("Journey cancelled")
    MANIFEST = "manifest", _("Request for seats, with the manifest")


OUTSIDERS = (Role.PARTNER, Role.LIAISON)


class NotificationQuerySet(TravelQuerySet):
    """Reads of notifications."""

    def visible_to(self, user: User) -> Self:
        """Staff of the case; and the receiver's own people, to whom it was sent."""
        if user.is_authenticated and user.is_active and user.standing.has(*OUTSIDERS):
            return self.filter(organisation=user.organisation_id)
        return super().visible_to(user)

    def current(self) -> Self:
        """The newest version of each."""
        newer = self.model._base_manager.filter(
            case=models.OuterRef("case"), movement=models.OuterRef("movement"), kind=models.OuterRef("kind"),
            organisation=models.OuterRef("organisation"), version__gt=models.OuterRef("version"),
        )  # fmt: skip
        return self.exclude(models.Exists(newer))


class Notification(models.Model):
    """What one receiver was told about the journey of one case, as it stood then; a change makes the next version.

    `contents` is the snapshot (flights, persons, needs as codes), `differences` what changed since the last version.
    The mail carries the reference only; this is read behind sign-in, and the first reader is written down.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    movement = models.ForeignKey(Movement, on_delete=models.PROTECT, related_name="notifications")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notifications")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="notifications")
    kind = models.CharField(max_length=10, choices=NotificationKind)
    version = models.PositiveSmallIntegerField()
    contents = models.JSONField(default=dict)
    differences = models.JSONField(default=list, blank=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    PERSONAL = "differences"
    SPECIAL = "contents"
    PLAIN = "code movement case organisation kind version made_at made_by read_at read_by"
    KEPT = Kept.WITH_CASE
    UNPAIRED = {"made_at": "empty made_by means that the portal itself told it"}

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        ordering = ["-made_at", "-id"]
        indexes = [models.Index(fields=["organisation", "-made_at"], name="travel_notification_inbox")]
        constraints = [
            one_of("kind", NotificationKind),
            paired("read"),
            models.UniqueConstraint(
                fields=["movement", "case", "organisation", "kind", "version"], name="travel_notification_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.movement.reference} v{self.version}"
