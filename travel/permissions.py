"""Who may do what with journeys. What a person may see is said by the records themselves."""

from collections.abc import Iterable

from django.http import Http404

from accounts.models import Role, User
from cases.models import Case

CASEWORKERS = (Role.OFFICER, Role.LEAD, Role.TRAVEL)
APPROVERS = (Role.TRAVEL, Role.LEAD)

MAY = {
    "clear": CASEWORKERS,  # ask for clearances, record what came, correct what the travel document says
    "waive": (Role.LEAD,),
    "plan": CASEWORKERS,
    "book": APPROVERS,  # approve a price, cancel seats
    "decide": APPROVERS,  # say what became of an order whose answer was lost
    "part": CASEWORKERS,  # ask that somebody of a family travels apart, agree to it as the second person
    "record": CASEWORKERS,  # departed, arrived, did not come
}


def may(user: User, verb: str, *cases: Case) -> bool:
    """May this person do that in every one of these cases?"""
    return bool(cases) and all(
        any(user.standing.covers(role, case.mandate, case.country) for role in MAY[verb]) for case in cases
    )


def may_somewhere(user: User, verb: str) -> bool:
    """May this person do that in any case at all?"""
    return user.standing.has(*MAY[verb])


def insist(user: User, verb: str, cases: Iterable[Case]) -> None:
    """404 where the person may not: what one may not do is not offered and cannot be told from nothing."""
    if not may(user, verb, *cases):
        raise Http404
