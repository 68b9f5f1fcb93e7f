"""Who reaches the records of monitoring: the office by its mandates and countries, a mission the returns to it."""

from typing import Self

from django.db.models import Q

from accounts.models import OrganisationKind, Role, User
from cases.records import RecordQuerySet
from cases.reference.countries import countries
from returns.models.stage import AFTER_ARRIVAL


def is_mission(user: User) -> bool:
    """Somebody of an IOM mission, with an account as a partner."""
    return user.standing.has(Role.PARTNER) and user.organisation.kind == OrganisationKind.IOM_MISSION


def country_of_mission(user: User) -> str:
    """The mission's country, as returns name countries."""
    return next((code for code, one in countries().items() if one.alpha2 == user.organisation.country), "")


def mission_policy(user: User, via: str = "") -> Q | None:
    """What a return must be for a mission to see it: it leads to the mission's country, and the people are there."""
    if not user.is_active or not is_mission(user):
        return None
    return Q(**{f"{via}return_country": country_of_mission(user), f"{via}stage__in": AFTER_ARRIVAL})


class MonitoringQuerySet(RecordQuerySet):
    """Records of monitoring: they belong to a case, and a mission sees those of its own returns."""

    def visible_to(self, user: User) -> Self:
        """The records this person may see."""
        policy = mission_policy(user, "case__return_file__") if user.is_authenticated else None
        return super().visible_to(user) if policy is None else self.filter(policy)

    def running(self) -> Self:
        """Those of people who are there and whose return has not ended."""
        return self.filter(case__return_file__stage__in=AFTER_ARRIVAL)
