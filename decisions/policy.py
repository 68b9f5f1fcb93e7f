"""Who may see which uploads and decisions; the one policy for pages, files, lists and the administration.

The office's people see those of the mandates and countries their grants cover, a liaison those of the own authority,
everybody else none.
"""

from typing import Self
from uuid import UUID

from django.db import models
from django.http import Http404

from accounts.models import STAFF_ROLES, Role, User
from decisions.kinds import layouts_seen_by


class AuthorityQuerySet(models.QuerySet):
    """Records of an authority's files. `layout_path` and `authority_path` lead to the layout and the authority."""

    layout_path = "layout"
    authority_path = "organisation"

    def visible_to(self, user: User) -> Self:
        """The records this person may see."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if user.standing.has(Role.LIAISON):
            return self.filter(**{self.authority_path: user.organisation_id})
        if user.standing.has(*STAFF_ROLES):
            return self.filter(**{f"{self.layout_path}__in": layouts_seen_by(user)})
        return self.none()

    def get_for(self, user: User, code: UUID) -> models.Model:
        """The record of this code, or 404: for a stranger it does not exist."""
        record = self.visible_to(user).filter(code=code).first()
        if record is None:
            raise Http404
        return record
