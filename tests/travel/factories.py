"""Makes cases that may travel."""

from datetime import date, timedelta

from django.utils import timezone

from accounts.models import User
from cases.actions.cases import add_member
from cases.births import Birth
from cases.models import Case, Relation
from tests import factories
from travel.actions.clearances import hold_clearance
from travel.actions.planning import Party, plan_movement
from travel.models import ClearanceKind, Movement

NAMES = ["Furaha", "Jean", "Amani", "Neema", "Baraka", "Zawadi", "Imani", "Rehema", "Juma", "Salama", "Pendo", "Asha"]


def soon(days: int = 30) -> date:
    """A day of travel."""
    return timezone.localdate() + timedelta(days=days)


def family(by: User, *ages: int, **columns) -> Case:
    """An open case whose members have these ages on the day of travel, the first being the principal."""
    case = factories.case(by, members=0, **columns)
    for index, age in enumerate(ages):
        born = date(soon().year - age, 1, 1) if age else soon() - timedelta(days=200)
        person = factories.person("Bahati", NAMES[index % len(NAMES)], birth=Birth.on(born))
        add_member(case=case, person=person, relation=Relation.PRINCIPAL if index == 0 else Relation.CHILD)
    return case


def cleared(by: User, *ages: int, **columns) -> Case:
    """A family whose entry permit holds around the day of travel."""
    case = family(by, *ages, **columns)
    hold_clearance(
        case=case, people=Party.whole(case).people, kind=ClearanceKind.ENTRY_PERMIT, by=by,
        valid_from=soon(0), valid_until=soon(60),
    )  # fmt: skip
    return case


def movement(by: User, *cases: Case, **columns) -> Movement:
    """A planned movement of whole families."""
    options = {"origin": "FIH", "destination": "HEL", "departs_on": soon(), "arrives_on": soon(31)}
    return plan_movement(parties=[Party.whole(case) for case in cases], by=by, **(options | columns))
