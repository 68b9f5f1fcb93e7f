"""The list of movements: what may be chosen, the rows, and pages by key."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from django.db.models import Count, F, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Country, User
from cases.paging import Page, page_of
from travel.models import LIVE, BookingState, Movement, MovementStage, SeatsFrom

SIZE = 40
OVER = (MovementStage.ARRIVED, MovementStage.CLOSED, MovementStage.CANCELLED)
FACETS = {"stage": (_("Stage"), MovementStage), "country": (_("To"), Country), "seats": (_("Seats from"), SeatsFrom)}
COLUMNS = {"stage": "stage", "country": "country", "seats": "seats_from"}
SHAPES = {
    MovementStage.PLANNED: "todo", MovementStage.BOOKING: "now", MovementStage.BOOKED: "now",
    MovementStage.DEPARTED: "now", MovementStage.ARRIVED: "done", MovementStage.CLOSED: "done",
    MovementStage.CANCELLED: "off",
}  # fmt: skip


@dataclass(frozen=True)
class Tag:
    """A chosen filter: its words, and the address of the list without it."""

    words: str
    address: str


class Choice:
    """What the address asks of the list: coming journeys first to last, or past ones last to first, and filters."""

    def __init__(self, query: QueryDict, user: User) -> None:
        self.query, self.user = query, user
        self.is_past = query.get("when") == "past"
        self.chosen = {
            name: [value for value in query.getlist(name) if value in kinds.values]
            for name, (__, kinds) in FACETS.items()
        }

    @cached_property
    def records(self) -> QuerySet[Movement]:
        """The movements chosen, in no order."""
        movements = Movement.objects.visible_to(self.user)
        for name, values in self.chosen.items():
            if values:
                movements = movements.filter(**{f"{COLUMNS[name]}__in": values})
        over = Q(stage__in=OVER)
        return movements.filter(over) if self.is_past else movements.exclude(over)

    @cached_property
    def page(self) -> Page:
        """One page of rows, with how many people, families and orders each has."""
        seated = Q(travellers__standing__in=LIVE)
        counted = self.records.annotate(
            people=Count("travellers", filter=seated, distinct=True),
            families=Count("travellers__case", filter=seated, distinct=True),
            orders=Count("bookings", distinct=True),
            seats=F("charter__seats"),
            ticketed=Count("bookings", filter=Q(bookings__state=BookingState.TICKETED), distinct=True),
        )
        place = {name: self.query.get(name, "") for name in ("after", "before")}
        return page_of(counted, key=F("departs_on"), descending=self.is_past, size=SIZE, **place)

    def tags(self) -> Iterator[Tag]:
        """Each chosen filter with the way to remove it."""
        for name, values in self.chosen.items():
            for value in values:
                yield Tag(str(FACETS[name][1](value).label), self.address(without=(name, value)))

    def facets(self) -> list[dict]:
        """The filter panel."""
        return [
            {"name": name, "heading": heading,
             "choices": [(value, label, value in self.chosen[name]) for value, label in kinds.choices]}
            for name, (heading, kinds) in FACETS.items()
        ]  # fmt: skip

    def address(self, without: tuple[str, str] | None = None) -> str:
        """The list as it is chosen, or without one filter; from its first page on."""
        query = QueryDict(mutable=True)
        if self.is_past:
            query["when"] = "past"
        for name, values in self.chosen.items():
            query.setlist(name, [value for value in values if (name, value) != without])
        return f"?{query.urlencode()}"


def soon(user: User, days: int) -> QuerySet[Movement]:
    """Movements that arrive within some days, today included."""
    today = timezone.localdate()
    coming = Movement.objects.visible_to(user).exclude(stage=MovementStage.CANCELLED)
    return coming.filter(arrives_on__gte=today, arrives_on__lt=today + timedelta(days=days)).order_by(
        F("arrives_on").asc(), "pk"
    )
