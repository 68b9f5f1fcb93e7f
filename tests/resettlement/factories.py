"""Dossiers for tests."""

from datetime import date, timedelta

from accounts.models import OrganisationKind, User
from cases.models import Case
from resettlement.actions.dossiers import open_dossier
from resettlement.models import Dossier
from resettlement.requirements import REQUIRED
from tests import factories
from travel.actions.clearances import hold_clearance, require_clearance


def people_of(case: Case) -> list:
    """The travelling members' persons."""
    return [member.person for member in case.members.travelling()]


def dossier(by: User, issuer=None, placed: bool = True, **columns) -> Dossier:
    """A dossier just opened by a decision, with everything still owed."""
    case = factories.case(by, issuer, **columns)
    for kind in REQUIRED[case.country]:
        require_clearance(case=case, people=people_of(case), kind=kind, by=by)
    place = factories.organisation("jyvaskyla", OrganisationKind.MUNICIPALITY, "FI", municipality="179")
    return open_dossier(case=case, by=by, municipality=place if placed else None)


def clear(dossier: Dossier, by: User, first: date | None = None, days: int = 60) -> None:
    """Everything is held, from today or another day on."""
    first = first or date.today()
    for kind in REQUIRED[dossier.case.country]:
        hold_clearance(
            case=dossier.case, people=people_of(dossier.case), kind=kind, by=by, valid_from=first,
            valid_until=first + timedelta(days=days),
        )  # fmt: skip
