"""Who may do what in monitoring: officers and leads of returns, and missions for the returns they receive."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from accounts.models import Role, User
from cases.door import note_looks
from returns.models import Return
from returns.monitoring.reach import country_of_mission, is_mission, mission_policy
from returns.permissions import COUNSELLORS, counsels_returns, may_act

MONITORS = (*COUNSELLORS, Role.PARTNER)


def monitors(user: User) -> bool:
    """Does this person visit and call returnees, or organise it?"""
    return counsels_returns(user) or is_mission(user)


def may_monitor(user: User, record: Return) -> bool:
    """May this person act on this return?"""
    if is_mission(user):
        return record.return_country == country_of_mission(user)
    return may_act(user, record.case)


def returns_in_reach(user: User) -> QuerySet[Return]:
    """The returns whose monitoring this person sees."""
    policy = mission_policy(user)
    seen = Return.objects.visible_to(user) if policy is None else Return.objects.filter(policy)
    return seen.select_related("case", "case__officer")


def return_in_reach(request: HttpRequest, code: UUID) -> Return:
    """The return of this code, through the door, for somebody who may act on it; or 404."""
    record = returns_in_reach(request.user).filter(code=code).first()
    if record is None or not may_monitor(request.user, record):
        raise Http404
    note_looks(request, [record])
    return record
