"""Notices."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of
from accounts.models import Organisation, User


class Channel(models.TextChoices):
    """How a notice travels. Every notice also stands in the portal inbox of its receiver."""

    EMAIL = "email", _("E-mail")
    PORTAL = "portal", _("Portal only")


class NoticeState(models.TextChoices):
    """A notice is queued, sending while a worker holds it, sent, or failed where a person must look."""

    QUEUED = "queued", _("Queued")
    SENDING = "sending", _("Sending")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Failed")


class NoticeQuerySet(models.QuerySet):
    """Reads of notices."""

    def due(self) -> "NoticeQuerySet":
        """Notices that may be sent now: queued and due, or left by a worker that died."""
        now = timezone.now()
        return self.filter(
            Q(state=NoticeState.QUEUED, due_at__lte=now) | Q(state=NoticeState.SENDING, lease_until__lt=now)
        )

    def for_reader(self, user: User) -> "NoticeQuerySet":
        """The inbox of a person: their own, and those to the organisation they act for."""
        return self.filter(Q(user=user) | Q(user=None, organisation=user.organisation_id))

    def failed(self) -> "NoticeQuerySet":
        """Those that nobody will try again by themselves."""
        return self.filter(state=NoticeState.FAILED)

    def older_than(self, mark: str) -> "NoticeQuerySet":
        """The page after a mark: the code of the last notice seen. An unknown mark begins anew."""
        last = Notice.objects.filter(code=mark).values_list("made_at", "pk").first() if mark else None
        if last is None:
            return self
        made_at, pk = last
        return self.filter(Q(made_at__lt=made_at) | Q(made_at=made_at, pk__lt=pk))

    def unread(self) -> "NoticeQuerySet":
        """Not opened yet."""
        return self.filter(read_at=None)


class Notice(models.Model):
    """One message to one receiver: a person with an account, or an organisation's mailbox.

    `kind` names the templates (`<app>/notices/<kind>`), `facts` fills them: codes, references and dates, never names.
    What the message is about is read in the portal, behind sign-in, at `link`.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=60, help_text="app.event")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="notices"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="notices"
    )
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.EMAIL)
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    facts = models.JSONField(default=dict, blank=True)
    link = models.CharField(max_length=300, blank=True, help_text=_("Path within the portal."))
    once = models.CharField(max_length=120, unique=True, help_text=_("The same thing is never told twice."))
    state = models.CharField(max_length=10, choices=NoticeState, default=NoticeState.QUEUED)
    due_at = models.DateTimeField(default=timezone.now)
    lease_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    sent_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = (
        "code kind user organisation channel language facts link once state due_at lease_until attempts error made_at "
        "sent_at read_at read_by"
    )
    KEPT = Kept.WITH_CASE
    UNPAIRED = {"due_at": "a deadline", "made_at": "by the act it tells of", "sent_at": "by the worker"}

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-made_at", "-id"]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(state__in=["queued", "sending"]), name="notices_notice_due"),
            models.Index(fields=["user", "-made_at"], name="notices_notice_user"),
            models.Index(fields=["organisation", "-made_at"], name="notices_notice_org"),
        ]
        constraints = [
            one_of("channel", Channel),
            one_of("state", NoticeState),
            models.CheckConstraint(
                condition=Q(user__isnull=False) | Q(organisation__isnull=False), name="notices_notice_has_a_receiver"
            ),
            models.CheckConstraint(
                condition=Q(read_at=None, read_by=None) | Q(read_at__isnull=False, read_by__isnull=False),
                name="notices_notice_read_pair",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"
