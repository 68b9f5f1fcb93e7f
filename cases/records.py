"""The one way by which a request reaches records: `visible_to(user)`, and `get_for(user, code)` for one of them.

The same policy serves pages, bulk actions, exports, files, autocomplete and the administration.

* The office's people see cases of the mandates and countries their grants cover.
* A liaison sees what the liaison's own authority decided.
* Everybody else sees nothing; what one may not see cannot be told from what does not exist.
"""

from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.http import Http404

from accounts.models import STAFF_ROLES, Role, User


def case_policy(user: User, via: str = "") -> Q | None:
    """The condition a case must meet for this person; `via` is the path to the case (`case__`). None: sees nothing."""
    if not user.is_authenticated or not user.is_active:
        return None
    policy = None
    for scope in user.standing.within(*STAFF_ROLES):
        allowed = Q()
        if scope.mandate:
            allowed &= Q(**{f"{via}mandate": scope.mandate})
        if scope.country:
            allowed &= Q(**{f"{via}country": scope.country})
        if not allowed:
            return Q()
        policy = allowed if policy is None else policy | allowed
    if user.standing.has(Role.LIAISON):
        decided = Q(**{f"{via}numbers__issuer": user.organisation_id})
        policy = decided if policy is None else policy | decided
    return policy


class RecordQuerySet(models.QuerySet):
    """Records that belong to cases. `via_case` is the path from the record to its case."""

    via_case = "case__"

    def visible_to(self, user: User) -> Self:
        """The records this person may see."""
        policy = case_policy(user, self.via_case)
        if policy is None:
            return self.none()
        if not policy:
            return self
        keys = self.model._base_manager.filter(policy).values("pk")  # a subquery: joins would repeat rows
        return self.filter(pk__in=keys)

    def get_for(self, user: User, code: UUID) -> models.Model:
        """The record of this code, or 404: for a stranger it does not exist."""
        record = self.visible_to(user).filter(code=code).first()
        if record is None:
            raise Http404
        return record
