"""Roles, mandates and countries: the words in which access is given."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person does here. Each verb of the house names the roles that may do it (`permissions.py`)."""

    OFFICER = "officer", _("Officer")
    LEAD = "lead", _("Team lead")
    TRAVEL = "travel", _("Travel officer")
    FINANCE = "finance", _("Finance approver")
    PROTECTION = "protection", _("Protection officer")
    TRAINER = "trainer", _("Trainer")
    EDITOR = "editor", _("Editor")
    STATISTICS = "statistics", _("Statistics officer")
    AUDITOR = "auditor", _("Data protection officer")
    LIAISON = "liaison", _("Authority liaison")
    PARTNER = "partner", _("Partner")
    ADMINISTRATOR = "administrator", _("Administrator")


class Mandate(models.TextChoices):
    """The areas of the office's mandate."""

    RESETTLEMENT = "resettlement", _("Resettlement")
    RETURNS = "returns", _("Returns")
    INTEGRATION = "integration", _("Integration")
    COUNTER_TRAFFICKING = "counter_trafficking", _("Counter-trafficking")
    DIASPORA = "diaspora", _("Diaspora")
    INFORMATION = "information", _("Information")


class Country(models.TextChoices):
    """The countries the office covers (ISO 3166-1 alpha-2)."""

    FI = "FI", _("Finland")
    SE = "SE", _("Sweden")
    IS = "IS", _("Iceland")


STAFF_ROLES = (Role.OFFICER, Role.LEAD, Role.TRAVEL, Role.PROTECTION)
INCOMPATIBLE = (
    [  # one person never holds both: who configures does not see cases, who decides elsewhere is not us
        {Role.ADMINISTRATOR, role}
        for role in (Role.OFFICER, Role.LEAD, Role.TRAVEL, Role.FINANCE, Role.PROTECTION, Role.LIAISON, Role.PARTNER)
    ]
    + [
        {Role.LIAISON, role}
        for role in (Role.OFFICER, Role.LEAD, Role.TRAVEL, Role.FINANCE, Role.PROTECTION, Role.PARTNER)
    ]
    + [{Role.AUDITOR, role} for role in (Role.OFFICER, Role.LEAD, Role.TRAVEL, Role.PROTECTION)]
)


def clashes(held: set[str], wanted: str) -> str:
    """The role already held that the wanted one must not be combined with; empty when there is none."""
    return next((role for role in sorted(held) if {role, wanted} in INCOMPATIBLE), "")
