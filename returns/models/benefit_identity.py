"""Under which identity grants are counted: people who were decided to be one person have one."""

import pgtrigger
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept
from cases.models import Person


class BenefitIdentity(models.Model):
    """The identity of one person record: the lowest key of all records of the person.

    Only people who were ever decided, or merged, to be one have a row. Postgres refuses a grant that is given once in
    life to an identity that holds it under another record.
    """

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="benefit_identity")
    identity = models.BigIntegerField()

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "person identity"
    KEPT = Kept.ALWAYS

    class Meta:
        verbose_name = _("benefit identity")
        verbose_name_plural = _("benefit identities")
        indexes = [models.Index(fields=["identity"], name="returns_identity_shared")]
        triggers = [pgtrigger.Protect(name="returns_identity_stays", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.person_id} = {self.identity}"
