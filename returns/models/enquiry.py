"""Enquiries: somebody asks to return, through the public page, a reception centre, a coordinator or an officer."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from accounts.models import Country, Mandate, Organisation, Role, User
from cases.births import Birth
from cases.models import Case, Sex
from returns.models.return_file import AppliedBy

OFFICERS = (Role.OFFICER, Role.LEAD)


class EnquiryState(models.TextChoices):
    """It waits in the inbox until an officer takes it on as a case, or closes it with a reason."""

    NEW = "new", _("New")
    TAKEN = "taken", _("Taken on")
    CLOSED = "closed", _("Closed without a case")


class EnquiryQuerySet(models.QuerySet):
    """Reads of enquiries: the office by countries, a partner only what the own organisation sent."""

    def visible_to(self, user: User) -> Self:
        """The enquiries this person may see."""
        scopes = [one for one in user.standing.within(*OFFICERS) if one.mandate in ("", Mandate.RETURNS)]
        if any(not one.country for one in scopes):
            return self
        policy = Q(country__in=[one.country for one in scopes])
        if user.standing.has(Role.PARTNER):
            policy |= Q(organisation=user.organisation_id)
        return self.filter(policy)

    def new(self) -> Self:
        """Those nobody has taken yet."""
        return self.filter(state=EnquiryState.NEW)


class Enquiry(models.Model):
    """What somebody told us who wants to return: short, in the own words, before there is a case."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    country = models.CharField(_("where the person is"), max_length=2, choices=Country)
    came_through = models.CharField(max_length=20, choices=AppliedBy, default=AppliedBy.MIGRANT)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="enquiries"
    )
    family_name = models.CharField(_("family name"), max_length=100, blank=True)
    given_names = models.CharField(_("given names"), max_length=100, blank=True)
    sex = models.CharField(_("sex"), max_length=1, choices=Sex, default=Sex.X)
    birth_year = models.SmallIntegerField(_("year of birth"))
    birth_month = models.SmallIntegerField(_("month of birth"), null=True, blank=True)
    birth_day = models.SmallIntegerField(_("day of birth"), null=True, blank=True)
    citizenship = models.CharField(_("citizenship"), max_length=3, blank=True)
    return_country = models.CharField(_("country of return"), max_length=3)
    persons = models.PositiveSmallIntegerField(_("how many people"), default=1)
    language = models.CharField(_("language"), max_length=100)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    safe_contact = models.CharField(_("safe contact rule"), max_length=200, blank=True)
    message = models.TextField(_("message"), blank=True)
    consent_version = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=EnquiryState, default=EnquiryState.NEW)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="enquiries")
    close_reason = models.CharField(_("why closed"), max_length=300, blank=True)
    sent_at = models.DateTimeField(default=timezone.now, editable=False)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    PERSONAL = (
        "family_name given_names sex birth_year birth_month birth_day language phone email safe_contact message "
        "close_reason"
    )
    SPECIAL = "citizenship"
    PLAIN = (
        "code country came_through organisation return_country persons consent_version state case sent_at sent_by "
        "answered_at answered_by"
    )
    KEPT = Kept.WITH_CASE
    UNPAIRED = {"sent_at": "a migrant who writes on the public page has no account"}

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        verbose_name = _("enquiry")
        verbose_name_plural = _("enquiries")
        ordering = ["-sent_at", "-id"]
        indexes = [models.Index(fields=["state", "country", "-sent_at"], name="returns_enquiry_inbox")]
        constraints = [
            one_of("country", Country),
            one_of("came_through", AppliedBy),
            one_of("sex", Sex),
            one_of("state", EnquiryState),
            paired("answered"),
            models.CheckConstraint(condition=~Q(family_name="", given_names=""), name="returns_enquiry_has_a_name"),
            models.CheckConstraint(
                condition=Q(state="new", answered_at=None)
                | Q(state="taken", case__isnull=False)
                | Q(state="closed", close_reason__gt=""),
                name="returns_enquiry_says_what_became_of_it",
            ),
        ]

    def __str__(self) -> str:
        return str(self.code)

    @property
    def name(self) -> str:
        """As people are named everywhere here."""
        return ", ".join(part for part in (self.family_name.upper(), self.given_names) if part)

    @property
    def birth(self) -> Birth:
        """The birth date as far as it was told."""
        if self.birth_month and self.birth_day:
            return Birth("day", self.birth_year, self.birth_month, self.birth_day)
        return Birth.in_year(self.birth_year)
