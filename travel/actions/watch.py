"""What the portal watches by itself: windows that close, and journeys that a change has broken. It makes tasks."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.actions.tasks import add_task
from cases.models import Case, Person, Status, Task
from cases.outbox import begin_period
from notices.actions.sending import write_notice
from travel import addresses
from travel.models import LIVE, Clearance, ClearanceState, Movement, Traveller, TravellerStanding
from travel.windows import DAY, Intersection, broken_clearances

SOON = timedelta(days=14)
UNDERWAY = (TravellerStanding.PLANNED, TravellerStanding.BOOKED)


def raise_task(
    *, case: Case, sentence: Promise, facts: dict, due_on: date | None = None, person: Person | None = None,
    movement: Movement | None = None,
) -> Task | None:  # fmt: skip
    """A task the portal makes because something happened, in the language of whom it falls to; one while it is open."""
    assignee = case.officer or (movement.planned_by if movement else None)
    with translation.override(assignee.language if assignee else None):
        title = (str(sentence) % facts)[:200]
    if case.tasks.todo().filter(title=title, person=person).exists():
        return None
    due_on = due_on or timezone.localdate()
    return add_task(case=case, title=title, by=None, due_on=due_on, assignee=assignee, person=person)


BROKEN = _("%(movement)s: check the journey, a clearance no longer fits")


def look_at_journeys(*, case: Case) -> list[Movement]:
    """After clearances changed: the case's movements ahead whose days they no longer allow, each with a task."""
    broken = []
    travellers = Traveller.objects.filter(case=case, standing__in=UNDERWAY).select_related("movement", "person")
    for movement in {one.movement for one in travellers}:
        people = [one.person for one in travellers if one.movement == movement]
        if broken_clearances(case, people, movement.departs_on, movement.arrives_on):
            raise_task(case=case, sentence=BROKEN, facts={"movement": movement.reference}, movement=movement)
            broken.append(movement)
    return broken


CLOSING = _("The travel window closes on %(day)s")


@transaction.atomic
def announce_closing() -> int:
    """Once a day: windows of open cases that close soon and in which nobody has a seat. A task and a notice each."""
    today = timezone.localdate()
    if not begin_period("travel.announce_closing", today.isoformat()):
        return 0
    closing = _closing(today)
    cases = Case.objects.filter(pk__in=closing, status=Status.OPEN).select_related("officer")
    return sum(_announce(case, closing[case.pk]) for case in cases)


def _closing(today: date) -> dict[int, date]:
    """The last day of each window that closes soon, by the key of its case."""
    seated = Traveller.objects.filter(standing__in=LIVE).values("case")
    rows = (
        Clearance.objects.of_travellers()
        .filter(state=ClearanceState.HELD, case__status=Status.OPEN)
        .exclude(case__in=seated)
        .order_by()
        .values("case")
        .annotate(days=Intersection("valid"))
        .filter(days__endswith__gt=today, days__endswith__lte=today + SOON + DAY)
    )
    return {row["case"]: row["days"].upper - DAY for row in rows}


def _announce(case: Case, last: date) -> bool:
    if not begin_period(f"travel.closing {case.reference}", last.isoformat()):  # told once for each last day
        return False
    raise_task(case=case, sentence=CLOSING, facts={"day": last.isoformat()}, due_on=last)
    if case.officer:
        write_notice(
            kind="travel.window_closing", once=f"travel.window_closing {case.reference} {last}",
            facts={"reference": case.reference, "day": last.isoformat()}, link=addresses.of_case(case),
            user=case.officer,
        )  # fmt: skip
    return True
