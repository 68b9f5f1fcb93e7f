"""Declarations of free will: signed by every adult before documents are asked for, and taken back at any time."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, paired
from cases.models import Case, Document, Person
from cases.records import RecordQuerySet


class DeclarationQuerySet(RecordQuerySet):
    """Reads of declarations."""

    def in_force(self) -> Self:
        """Signed and not taken back."""
        return self.filter(withdrawn_at=None)


class Declaration(models.Model):
    """A person's signature under a version of the declaration, in a language the person reads or was read to in."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="declarations")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="declarations")
    text_version = models.CharField(_("version of the text"), max_length=20)
    language = models.CharField(_("language of the text"), max_length=40)
    signed_on = models.DateField(_("signed on"), default=timezone.localdate)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    PERSONAL = "language"
    SPECIAL = ""
    PLAIN = "code case person text_version signed_on document recorded_at recorded_by withdrawn_at withdrawn_by"
    KEPT = Kept.WITH_CASE
    UNPAIRED = {"withdrawn_at": "the person may take it back on the own page, without an account"}

    objects = DeclarationQuerySet.as_manager()

    class Meta:
        verbose_name = _("declaration of free will")
        verbose_name_plural = _("declarations of free will")
        constraints = [
            paired("recorded"),
            models.UniqueConstraint(
                fields=["case", "person"], condition=models.Q(withdrawn_at=None), name="returns_declaration_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.case_id}"
