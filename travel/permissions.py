"""Who may do what with journeys. What a person may see is said by the records themselves."""

from collections.abc import Iterable

from django.http import Http404

from accounts.models import Mandate, Role, User
from cases.models import Case
from travel.models import Movement

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


def may_move(user: User, verb: str, movement: Movement) -> bool:
    """May this person do that with a movement: in every case that travels; on a charter, in what it is held for."""
    if movement.is_charter:
        mandate = movement.charter.mandate
        return any(user.standing.covers(role, mandate, movement.country) for role in MAY[verb])
    return may(user, verb, *movement.cases)


def held_for_choices(user: User) -> list[tuple[str, str]]:
    """The mandates for which this person may hold a charter."""
    return [
        (one.value, one.label) for one in Mandate
        if any(scope.mandate in ("", one) for scope in user.standing.within(*MAY["plan"]))
    ]  # fmt: skip


def may_somewhere(user: User, verb: str) -> bool:
    """May this person do that in any case at all?"""
    return user.standing.has(*MAY[verb])


def insist(user: User, verb: str, cases: Iterable[Case]) -> None:
    """404 where the person may not: what one may not do is not offered and cannot be told from nothing."""
    if not may(user, verb, *cases):
        raise Http404
