"""Returns: one case of assisted voluntary return, from the first question to the last visit."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.declared import Kept, one_of
from accounts.models import Organisation
from cases.models import Case, Member
from cases.records import RecordQuerySet
from cases.stages import after
from returns.models.attached import attached, is_brought
from returns.models.counselling import Counselling
from returns.models.declaration import Declaration
from returns.models.eligibility import EligibilityCheck
from returns.models.stage import ASIDE, MAIN_LINE, Stage, following
from returns.models.survey import Screening
from returns.models.visit import Visit
from returns.needs import NEEDS_OF_STAGES
from travel.windows import HasWindow


class Category(models.TextChoices):
    """On what ground assistance is given: the words of the grant rules."""

    REJECTED = "rejected", _("asylum refused")
    WITHDRAWN = "withdrawn", _("asylum application withdrawn")
    STATUS_ENDED = "status_ended", _("protection status ended")
    TEMPORARY_PROTECTION = "temporary_protection", _("temporary protection")
    VICTIM_OF_TRAFFICKING = "victim_of_trafficking", _("victim of trafficking")
    SECTION_51 = "section_51", _("permit of section 51")
    RESIDENCE_PERMIT = "residence_permit", _("residence permit")


class AssistanceForm(models.TextChoices):
    """How assistance is given."""

    CASH = "cash", _("cash")
    IN_KIND = "in_kind", pgettext_lazy("form of assistance", "in kind")
    MIXED = "mixed", _("cash and in kind")
    TRAVEL_ONLY = "travel_only", _("journey only")


class AppliedBy(models.TextChoices):
    """Through whom the return came to us."""

    OFFICER = "officer", _("an officer of the office")
    RECEPTION_CENTRE = "reception_centre", _("a reception centre")
    COORDINATOR = "coordinator", _("a regional coordinator")
    MIGRANT = "migrant", _("the person")
    AUTHORITY = "authority", _("a decision of the authority")


class Statement(models.TextChoices):
    """What the police or the authority say to the return."""

    NOT_ASKED = "not_asked", _("not asked yet")
    ASKED = "asked", _("asked")
    GIVEN = "given", _("given, no obstacle")
    REFUSED = "refused", _("refused")
    NOT_NEEDED = "not_needed", _("not needed")


class Ending(models.TextChoices):
    """How a return ended for the person; the case's own outcome is coarser."""

    REINTEGRATED = "reintegrated", _("assistance completed")
    LOST_CONTACT = "lost_contact", _("contact lost")
    LEFT_AGAIN = "left_again", _("left the country again")
    NOT_RETURNED = "not_returned", _("did not return")
    FORCED_RETURN = "forced_return", _("returned by the police")
    DECEASED = "deceased", _("deceased")
    WITHDRAWN = "withdrawn", _("withdrew")
    REFUSED = "refused", _("not eligible")


class Return(HasWindow, models.Model):
    """The office's own record of one return.

    It begins as an enquiry or with an authority's decision, and goes along the line: counselled, applied, found
    eligible, no obstacle by the police, decided, declared of free will, documents, ready, booked, departed, arrived,
    planned, paid in instalments, monitored, closed. It may rest on hold and go on where it stood; it may be refused
    with reasons; and at any moment, even at the gate, the person may withdraw without penalty.

    `granted` keeps the lines of the authority's decision as they were said: `person` (code), `component` (support,
    travel, reintegration, bonus), `amount` (a plain decimal, as text), `currency`. What is computed and
    paid lies with the money.
    """

    Stage = Stage
    NEXT = following()
    NEEDS = NEEDS_OF_STAGES

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="return_file")
    stage = models.CharField(max_length=12, choices=Stage, default=Stage.ENQUIRY)
    stage_before = models.CharField(max_length=12, choices=Stage, blank=True)
    scheme = models.CharField(_("scheme"), max_length=40, blank=True)
    beneficiary_category = models.CharField(_("ground"), max_length=25, choices=Category, blank=True)
    assistance_form = models.CharField(_("form of assistance"), max_length=12, choices=AssistanceForm, blank=True)
    applied_by = models.CharField(_("came through"), max_length=20, choices=AppliedBy, default=AppliedBy.OFFICER)
    applied_through = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="returns",
        verbose_name=_("reception centre or coordinator"),
    )  # fmt: skip
    reception_unit = models.CharField(_("reception unit"), max_length=1000, blank=True)
    return_country = models.CharField(_("country of return"), max_length=3, blank=True)
    return_place = models.CharField(_("place of return"), max_length=1000, blank=True)
    has_permit_there = models.BooleanField(
        _("permanent permit there"), null=True, blank=True, help_text=_("Only where it is not the own country.")
    )
    departure_airport = models.CharField(_("departure airport"), max_length=3, blank=True)
    application_date = models.DateField(_("applied on"), null=True, blank=True)
    first_decision_served_date = models.DateField(_("first decision served on"), null=True, blank=True)
    withdrawal_date = models.DateField(_("asylum application withdrawn on"), null=True, blank=True)
    appeal_outcome_date = models.DateField(_("appeal decided on"), null=True, blank=True)
    departure_deadline = models.DateField(_("to leave until"), null=True, blank=True)
    decision_date = models.DateField(_("decided on"), null=True, blank=True)
    statement = models.CharField(_("statement"), max_length=12, choices=Statement, default=Statement.NOT_ASKED)
    statement_asked_on = models.DateField(_("statement asked on"), null=True, blank=True)
    statement_answered_on = models.DateField(_("statement answered on"), null=True, blank=True)
    state_group = models.CharField(_("country group in the decision"), max_length=10, blank=True)
    granted = models.JSONField(_("granted by the authority"), default=list, blank=True)
    is_charter = models.BooleanField(_("charter"), default=False)
    is_retroactive = models.BooleanField(_("recorded after the return"), default=False)
    withdrawal_due_at = models.DateTimeField(null=True, blank=True)
    ending = models.CharField(_("how it ended"), max_length=15, choices=Ending, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    PERSONAL = "return_place reception_unit granted withdrawal_due_at"
    SPECIAL = "beneficiary_category statement"
    PLAIN = (
        "code case stage stage_before scheme assistance_form applied_by applied_through return_country "
        "has_permit_there departure_airport application_date first_decision_served_date withdrawal_date "
        "appeal_outcome_date departure_deadline decision_date statement_asked_on statement_answered_on state_group "
        "is_charter is_retroactive ending ended_at ended_by"
    )
    KEPT = Kept.WITH_CASE
    UNPAIRED = {
        "ended_at": "a withdrawal that the person asked for on the own page has no user",
        "withdrawal_due_at": "asked for by the person on the own page",
    }

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("return")
        verbose_name_plural = _("returns")
        indexes = [
            models.Index(fields=["stage", "id"], name="returns_by_stage"),
            models.Index(fields=["return_country"], name="returns_by_country"),
        ]
        constraints = [
            one_of("stage", Stage),
            one_of("stage_before", Stage, blank=True),
            one_of("beneficiary_category", Category, blank=True),
            one_of("assistance_form", AssistanceForm, blank=True),
            one_of("applied_by", AppliedBy),
            one_of("statement", Statement),
            one_of("ending", Ending, blank=True),
            models.CheckConstraint(
                condition=~Q(stage__in=["closed", "withdrawn", "refused"]) | Q(ending__gt="", ended_at__isnull=False),
                name="returns_return_ended_says_how",
            ),
            models.CheckConstraint(
                condition=~Q(stage="on_hold") | Q(stage_before__gt=""), name="returns_return_hold_knows_the_way_back"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.stage}"

    @property
    def is_aside(self) -> bool:
        """On hold, withdrawn or refused."""
        return self.stage in ASIDE

    @property
    def talks(self) -> list[Counselling]:
        """The counselling of the case, the latest last."""
        return attached(self, "talk_rows", self.case.counsellings.order_by("held_on", "pk"))

    @property
    def checks(self) -> list[EligibilityCheck]:
        """The looks at eligibility, the latest last: it counts."""
        return attached(self, "check_rows", self.case.eligibility_checks.order_by("pk"))

    @property
    def signatures(self) -> list[Declaration]:
        """The declarations of free will in force."""
        return attached(self, "signature_rows", self.case.declarations.in_force().order_by("pk"))

    @property
    def visits(self) -> list[Visit]:
        """Visits and calls after the return, the last one last."""
        return attached(self, "visit_rows", self.case.visits.order_by("due_on", "pk"))

    @property
    def screenings_due(self) -> list[Screening]:
        """Follow-up screenings that wait for their result."""
        return attached(self, "screening_rows", self.case.screenings.filter(state="due").order_by("due_on", "pk"))

    @property
    def travellers(self) -> list[Member]:
        """Who is to return with the family."""
        if is_brought(self):
            return [member for member in self.case.household if member.travels]
        return list(self.case.members.travelling().select_related("person"))

    @property
    def next_on_the_line(self) -> str:
        """The next stage of the main line; empty at its end and on the side ways."""
        return after(self.stage, MAIN_LINE)

    def may_become(self, stage: str) -> bool:
        """May this stage follow, as far as the line says?"""
        return stage in self.NEXT[self.stage]
