"""Records of the app `accounts`."""

from accounts.models.grant import Grant
from accounts.models.organisation import Organisation, OrganisationKind
from accounts.models.role import STAFF_ROLES, Country, Mandate, Role
from accounts.models.user import User

__all__ = ["STAFF_ROLES", "Country", "Grant", "Mandate", "Organisation", "OrganisationKind", "Role", "User"]
