"""Decisions of the authorities and their versions."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, paired
from accounts.models import Organisation
from cases.models import Case, Person
from decisions.models.upload import Upload
from decisions.policy import AuthorityQuerySet


class DecisionQuerySet(AuthorityQuerySet):
    """Reads of decisions."""

    authority_path = "issuer"


class Decision(models.Model):
    """What an authority decided on one of its cases. `case` is empty while nobody of it may travel.

    `current` is the latest version; earlier ones stay readable.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    layout = models.CharField(max_length=20)
    issuer = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="decisions")
    case_number = models.CharField(max_length=50)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions")
    current = models.OneToOneField(
        "decisions.DecisionVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    first_at = models.DateTimeField(default=timezone.now, editable=False)

    PERSONAL = "case_number"
    SPECIAL = ""
    PLAIN = "code layout issuer case current first_at"
    KEPT = Kept.WITH_CASE
    UNPAIRED = {"first_at": "the first version tells who accepted it"}

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        indexes = [models.Index(fields=["issuer", "-first_at", "-id"], name="decisions_decision_newest")]
        constraints = [models.UniqueConstraint(fields=["layout", "case_number"], name="decisions_number_once")]

    def __str__(self) -> str:
        return self.case_number


class DecisionVersion(models.Model):
    """One version of a decision: the persons as one accepted file gave them. Never changed afterwards."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="versions")
    differences = models.JSONField(default=list, blank=True, help_text=_("From the version before."))
    accepted_at = models.DateTimeField(default=timezone.now, editable=False)
    accepted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    PERSONAL = "differences"
    SPECIAL = ""
    PLAIN = "decision number upload accepted_at accepted_by"
    KEPT = Kept.WITH_CASE

    class Meta:
        verbose_name = _("version of a decision")
        verbose_name_plural = _("versions of decisions")
        ordering = ["-number"]
        constraints = [
            paired("accepted"),
            models.UniqueConstraint(fields=["decision", "number"], name="decisions_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.decision_id} v{self.number}"


class DecidedPerson(models.Model):
    """A person in one version: the values of the file by field. `person` is empty where nobody of the case travels."""

    version = models.ForeignKey(DecisionVersion, on_delete=models.PROTECT, related_name="persons")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="decided")
    position = models.PositiveSmallIntegerField()
    row = models.PositiveIntegerField()
    outcome = models.CharField(max_length=10)
    values = models.JSONField()

    PERSONAL = "outcome"
    SPECIAL = "values"
    PLAIN = "version person position row"
    KEPT = Kept.WITH_CASE

    class Meta:
        verbose_name = _("person in a decision")
        verbose_name_plural = _("persons in decisions")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["version", "position"], name="decisions_person_once")]

    def __str__(self) -> str:
        return f"{self.position}"

    @property
    def travels(self) -> bool:
        """Does the decision open a journey for this person?"""
        return bool(self.values.get("opens_travel"))
