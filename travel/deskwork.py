"""What travel puts on the desk: arrivals of fourteen days, and what will be lost if nobody acts in time."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from cases.desk import Deadline
from cases.models import Status
from travel import addresses
from travel.actions.watch import SOON
from travel.lists import soon
from travel.models import (
    LIVE,
    AttemptState,
    AttemptStep,
    BookingAttempt,
    Clearance,
    ClearanceState,
    Movement,
    Traveller,
)
from travel.permissions import may_somewhere
from travel.windows import DAY, Intersection

DAYS = 14
MOST = 20
A = AttemptState


@dataclass
class StripDay:
    """One day of the strip."""

    day: date
    movements: list[Movement] = field(default_factory=list)

    @property
    def people(self) -> int:
        """How many arrive."""
        return sum(one.people for one in self.movements)

    @property
    def is_today(self) -> bool:
        """Today?"""
        return self.day == timezone.localdate()

    @property
    def is_rest(self) -> bool:
        """Saturday or Sunday?"""
        return self.day.weekday() >= 5


def arrivals_panel(request: HttpRequest) -> dict:
    """Who arrives on which of the next fourteen days."""
    seated = Count("travellers", filter=Q(travellers__standing__in=LIVE), distinct=True)
    today = timezone.localdate()
    strip = {today + timedelta(days=n): StripDay(today + timedelta(days=n)) for n in range(DAYS)}
    for movement in soon(request.user, DAYS).annotate(people=seated)[:200]:
        strip[movement.arrives_on].movements.append(movement)
    return {"strip": list(strip.values()), "people": sum(each.people for each in strip.values())}


def deadlines(request: HttpRequest) -> Iterator[Deadline]:
    """Orders that a person must decide about, holds that lapse, and travel windows that close."""
    yield from _lost_orders(request)
    yield from _closing_windows(request)


def _lost_orders(request: HttpRequest) -> Iterator[Deadline]:
    waiting = BookingAttempt.objects.visible_to(request.user).filter(state__in=[A.NEEDS_PERSON, A.HELD])
    for attempt in waiting.select_related("booking__movement").prefetch_related("steps")[:MOST]:
        movement, steps = attempt.booking.movement, list(attempt.steps.all())
        last = steps[-1] if steps else AttemptStep(state=attempt.state, came_at=attempt.claimed_at)
        address = addresses.of_movement(movement)
        if attempt.state == A.NEEDS_PERSON:
            words = _("%(movement)s: a lost order waits for your decision") % {"movement": movement.reference}
            hint = _("The airline's answer was lost; until then nothing is booked anew.")
            if may_somewhere(request.user, "decide"):  # whoever may not is told on the movement's page who may
                yield Deadline(last.came_at, words, address, hint, _("Decide"))
        elif until := parse_datetime(last.facts.get("pay_by") or ""):
            words = _("%(movement)s: held seats are given back") % {"movement": movement.reference}
            yield Deadline(until, words, address, _("They are paid by the portal; look if it does not go on."))


def _closing_windows(request: HttpRequest) -> Iterator[Deadline]:
    today = timezone.localdate()
    seated = Traveller.objects.filter(case=OuterRef("case"), standing__in=LIVE)
    rows = (
        Clearance.objects.of_travellers()
        .filter(~Exists(seated), state=ClearanceState.HELD, case__officer=request.user, case__status=Status.OPEN)
        .order_by()
        .values("case", "case__code", "case__reference")
        .annotate(days=Intersection("valid"))
        .filter(days__endswith__gt=today, days__endswith__lte=today + SOON + DAY)
    )
    for row in rows[:MOST]:
        words = _("%(case)s: the travel window closes") % {"case": row["case__reference"]}
        address = f"/travel/cases/{row['case__code']}/clearances/"
        yield Deadline(row["days"].upper - DAY, words, address, _("Nobody of the case has a seat."), _("Look"))
