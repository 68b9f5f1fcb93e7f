"""Which role may do which verb in a case. Whether a person sees the case at all is decided in `cases.records`."""

from django.http import Http404

from accounts.models import Role, User
from cases.models import Case

CASEWORKERS = (Role.OFFICER, Role.LEAD, Role.PROTECTION)
EVERYBODY_IN_IT = (*CASEWORKERS, Role.TRAVEL)

MAY = {
    "record": EVERYBODY_IN_IT,  # contacts, tasks, documents
    "assign": CASEWORKERS,
    "suspend": CASEWORKERS,
    "reopen": CASEWORKERS,
    "consent": CASEWORKERS,
    "refer": CASEWORKERS,
}


def may(user: User, verb: str, case: Case) -> bool:
    """May this person do that in this case?"""
    return any(user.standing.covers(role, case.mandate, case.country) for role in MAY[verb])


def insist(user: User, verb: str, case: Case) -> None:
    """404 where the person may not: what one may not do is not offered and cannot be told from nothing."""
    if not may(user, verb, case):
        raise Http404
