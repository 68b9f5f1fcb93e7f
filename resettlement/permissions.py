"""Who may act on dossiers. What they may see is said by the records themselves."""

from accounts.models import Role, User
from resettlement.models import Dossier

MAY_ACT = (Role.OFFICER, Role.LEAD)


def may_act(user: User, dossier: Dossier) -> bool:
    """Does one of these roles hold for the dossier's own mandate and country?"""
    case = dossier.case
    return any(user.standing.covers(role, case.mandate, case.country) for role in MAY_ACT)
