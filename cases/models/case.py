"""Cases, their numbers and their members."""

import uuid
from functools import cached_property

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from accounts.models import Country, Mandate, Organisation
from cases.models.person import Person
from cases.records import RecordQuerySet


class Status(models.TextChoices):
    """Where a case stands as a whole; the mandate's own record has the stage."""

    OPEN = "open", _("Open")
    SUSPENDED = "suspended", _("Suspended")
    CLOSED = "closed", _("Closed")


class Outcome(models.TextChoices):
    """How a case ended."""

    ARRIVED = "arrived", _("Arrived")
    WITHDRAWN = "withdrawn", _("Withdrawn by the person")
    CANCELLED = "cancelled", _("Cancelled by the authority")
    REFUSED = "refused", _("Refused")
    UNTRACEABLE = "untraceable", _("Not to be found")


class WaitingFor(models.TextChoices):
    """Whose turn it is."""

    US = "us", _("us")
    AUTHORITY = "authority", _("the authority")
    MISSION = "mission", _("the mission")
    MUNICIPALITY = "municipality", _("the municipality")
    CARRIER = "carrier", _("the carrier")
    CLIENT = "client", _("the person")


class CaseQuerySet(RecordQuerySet):
    """Reads of cases."""

    via_case = ""

    def open(self) -> "CaseQuerySet":
        """Cases that are not closed."""
        return self.exclude(status=Status.CLOSED)


class Case(models.Model):
    """A household or person on one way through one mandate. Mandate facts live in the mandate's own record.

    A case is open, may be suspended and resumed, and is closed with an outcome. `programme_year` is the quota year of
    the decision, which is not the year of arrival.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(max_length=20, unique=True, editable=False)
    mandate = models.CharField(max_length=30, choices=Mandate)
    programme = models.CharField(max_length=40)
    country = models.CharField(max_length=2, choices=Country)
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="cases"
    )
    waiting_for = models.CharField(max_length=15, choices=WaitingFor, default=WaitingFor.US)
    waiting_since = models.DateField(default=timezone.localdate)
    programme_year = models.SmallIntegerField(null=True, blank=True)
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False)

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = (
        "code reference mandate programme country status outcome officer waiting_for waiting_since programme_year "
        "opened_at opened_by"
    )
    KEPT = Kept.WITH_CASE

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        indexes = [
            models.Index(fields=["-opened_at", "-id"], name="cases_case_newest"),
            models.Index(fields=["mandate", "country", "status"], name="cases_case_scope"),
            models.Index(fields=["officer", "status"], name="cases_case_officer"),
        ]
        constraints = [
            one_of("mandate", Mandate),
            one_of("country", Country),
            one_of("status", Status),
            one_of("outcome", Outcome, blank=True),
            one_of("waiting_for", WaitingFor),
            paired("opened"),
            models.CheckConstraint(
                condition=Q(status="closed", outcome__gt="") | (~Q(status="closed") & Q(outcome="")),
                name="cases_case_outcome_when_closed",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @cached_property
    def household(self) -> list["Member"]:
        """The people of the case with their own facts, asked once per page however many panels want them."""
        return list(self.members.select_related("person").order_by("pk"))


class CaseNumber(models.Model):
    """A number under which somebody else knows the case: Migri, Migrationsverket, Útlendingastofnun, UNHCR.

    The authority that decided is the issuer; this is what its liaisons see the case by.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="numbers")
    issuer = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="case_numbers")
    number = models.CharField(max_length=50)

    PERSONAL = "number"
    SPECIAL = ""
    PLAIN = "case issuer"
    KEPT = Kept.WITH_CASE

    class Meta:
        verbose_name = _("case number")
        verbose_name_plural = _("case numbers")
        constraints = [models.UniqueConstraint(fields=["case", "issuer", "number"], name="cases_number_once_per_case")]
        indexes = [models.Index(fields=["issuer", "number"], name="cases_number_look_up")]

    def __str__(self) -> str:
        return self.number


class CaseLink(models.Model):
    """Two cases that belong together: a sister's household, a sponsor. Read in both directions."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="links")
    other = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="linked_from")

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "case other"
    KEPT = Kept.WITH_CASE

    class Meta:
        verbose_name = _("linked case")
        verbose_name_plural = _("linked cases")
        constraints = [
            models.UniqueConstraint(fields=["case", "other"], name="cases_link_once"),
            models.CheckConstraint(condition=~Q(case=models.F("other")), name="cases_link_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}–{self.other_id}"


class Relation(models.TextChoices):
    """To the principal applicant."""

    PRINCIPAL = "principal", _("principal applicant")
    SPOUSE = "spouse", _("spouse")
    PARTNER = "partner", _("partner")
    CHILD = "child", _("child")
    STEPCHILD = "stepchild", _("stepchild")
    FOSTER_CHILD = "foster_child", _("foster child")
    PARENT = "parent", _("parent")
    SIBLING = "sibling", _("sibling")
    GRANDPARENT = "grandparent", _("grandparent")
    GRANDCHILD = "grandchild", _("grandchild")
    OTHER = "other", _("other relative")


class Standing(models.TextChoices):
    """Of one person within the case: families are split when one is unfit."""

    TRAVELS = "travels", _("travels with the family")
    WAITS = "waits", _("waits, and travels later")
    ARRIVED = "arrived", _("arrived")
    WITHDRAWN = "withdrawn", _("withdrew")
    REFUSED = "refused", _("refused by the authority")
    DECEASED = "deceased", _("deceased")


class AssistanceNeed(models.TextChoices):
    """What a person needs on a journey, as the authorities' files name it."""

    WHEELCHAIR = "wheelchair", _("wheelchair")
    STRETCHER = "stretcher", _("stretcher")
    OXYGEN = "oxygen", _("oxygen")
    MEDICAL_ESCORT = "medical_escort", _("medical escort")
    OPERATIONAL_ESCORT = "operational_escort", _("escort")
    UNACCOMPANIED = "unaccompanied", _("unaccompanied minor")
    VISUAL = "visual", _("does not see well")
    HEARING = "hearing", _("does not hear well")
    PREGNANCY = "pregnancy", _("pregnant")
    DIALYSIS = "dialysis", _("dialysis")
    MEDICATION = "medication", _("medication")
    INFANT = "infant", _("infant on lap")
    OTHER = "other", _("other need, see the decision")


class MemberQuerySet(RecordQuerySet):
    """Reads of members."""

    def travelling(self) -> "MemberQuerySet":
        """Those who are to travel with the family."""
        return self.filter(standing=Standing.TRAVELS)


class Member(models.Model):
    """A person in a case, with the relation to the principal applicant and a standing of their own."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    relation = models.CharField(max_length=15, choices=Relation)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.TRAVELS)
    needs = ArrayField(models.CharField(max_length=20, choices=AssistanceNeed), default=list, blank=True)

    PERSONAL = "relation"
    SPECIAL = "needs"
    PLAIN = "case person standing"
    KEPT = Kept.WITH_CASE

    objects = MemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        ordering = ["id"]
        constraints = [
            one_of("relation", Relation),
            one_of("standing", Standing),
            models.UniqueConstraint(fields=["case", "person"], name="cases_member_once"),
            models.UniqueConstraint(
                fields=["case"], condition=Q(relation="principal"), name="cases_member_one_principal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.case_id}"

    @property
    def travels(self) -> bool:
        """Is the person to travel with the family?"""
        return self.standing == Standing.TRAVELS

    @property
    def needs_in_words(self) -> list[str]:
        """What the person needs on a journey, in the reader's language."""
        return [str(AssistanceNeed(code).label) for code in self.needs]
