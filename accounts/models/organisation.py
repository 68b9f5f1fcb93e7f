"""The authorities, ministries, municipalities and missions that people of the portal act for."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of


class OrganisationKind(models.TextChoices):
    """What the body does for a case."""

    IOM_OFFICE = "iom_office", _("IOM office")
    IOM_MISSION = "iom_mission", _("IOM mission")
    AUTHORITY = "authority", _("Authority that decides")
    MINISTRY = "ministry", _("Ministry")
    MUNICIPALITY = "municipality", _("Municipality")
    RED_CROSS = "red_cross", _("Red Cross")
    UN_AGENCY = "un_agency", _("United Nations agency")
    RECEPTION_CENTRE = "reception_centre", _("Reception centre")
    COORDINATOR = "coordinator", _("Regional coordinator")
    TRAVEL_AGENCY = "travel_agency", _("Travel agency")


class Organisation(models.Model):
    """A body that decides, receives, or works with the office. Liaisons and partners act for exactly one."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(unique=True, help_text=_("Short name that settings and files refer to, such as migri."))
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=OrganisationKind)
    country = models.CharField(max_length=3, help_text=_("ISO 3166-1 alpha-2 of the seat."))
    email = models.EmailField(blank=True, help_text=_("Functional mailbox that notices go to."))
    language = models.CharField(max_length=2, choices=settings.LANGUAGES, default="en")
    municipality = models.CharField(max_length=4, blank=True, help_text=_("Official code, for municipalities."))

    PERSONAL = ""
    SPECIAL = ""
    PLAIN = "code slug name kind country email language municipality"
    KEPT = Kept.ALWAYS

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]
        constraints = [
            one_of("kind", OrganisationKind),
            models.UniqueConstraint(
                fields=["country", "municipality"],
                condition=models.Q(kind="municipality"),
                name="accounts_organisation_one_per_municipality",
            ),
        ]

    def __str__(self) -> str:
        return self.name
