"""One verb for many cases: each row is done, refused with its reason, or changed by somebody meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import STAFF_ROLES, User
from cases.actions.cases import assign_case
from cases.models import Case, Status
from cases.permissions import may


class Result(models.TextChoices):
    """What became of one row."""

    DONE = "done", gettext_lazy("Done")
    REFUSED = "refused", gettext_lazy("Refused")
    CHANGED = "changed", gettext_lazy("Changed meanwhile")


@dataclass(frozen=True)
class Seen:
    """A chosen row: the case, and the officer it had when the person chose it (empty: nobody)."""

    code: UUID
    officer: str


@dataclass(frozen=True)
class RowResult:
    """What became of the row, and why."""

    reference: str
    result: str
    why: str = ""


def assign_cases(*, chosen: Sequence[Seen], officer: User, by: User) -> list[RowResult]:
    """Give cases to an officer. Cases that the person may not see are left out as if they did not exist."""
    codes = [one.code for one in chosen]
    visible = set(Case.objects.visible_to(by).filter(code__in=codes).values_list("code", flat=True))
    return [_assign_one(one, officer, by) for one in chosen if one.code in visible]


@transaction.atomic
def _assign_one(seen: Seen, officer: User, by: User) -> RowResult:
    case = Case.objects.select_for_update(of=["self"]).select_related("officer").get(code=seen.code)
    if seen.officer != (str(case.officer.code) if case.officer else ""):
        now = case.officer.name if case.officer else _("nobody")
        return RowResult(case.reference, Result.CHANGED, _("The officer is now %(name)s.") % {"name": now})
    if reason := _refusal(case, officer, by):
        return RowResult(case.reference, Result.REFUSED, reason)
    assign_case(case=case, officer=officer, by=by)
    return RowResult(case.reference, Result.DONE)


def _refusal(case: Case, officer: User, by: User) -> str:
    if case.status == Status.CLOSED:
        return _("The case is closed.")
    if not may(by, "assign", case):
        return _("Your role does not give cases of this mandate to others.")
    if not any(officer.standing.covers(role, case.mandate, case.country) for role in STAFF_ROLES):
        return _("%(name)s has no role in this mandate and country.") % {"name": officer.name}
    return ""
