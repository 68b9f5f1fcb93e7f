"""All that the page of a movement shows, in a number of questions to the database that never grows with the journey.

A movement may carry families of several mandates. Who may see it sees the names of their own cases only; the others
are counted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby, pairwise
from uuid import UUID

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.utils import timezone

from accounts.models import User
from cases.identities import resolve
from cases.models import Case, Event, Member, Relation, Task
from travel.charters import Cabin
from travel.models import (
    LIVE,
    Booking,
    BookingAttempt,
    BookingState,
    Leg,
    Movement,
    MovementStage,
    Notification,
    Parting,
    Traveller,
)
from travel.permissions import MAY, may, may_move
from travel.planability import shared_window
from travel.steps import BookingLine
from travel.told import Telling, tellings_of
from travel.windows import Window, windows_of_cases

PURPOSE = "travel.manifest"


@dataclass(frozen=True)
class ManifestLine:
    """One traveller as the travel document has it, or a seat of a charter that has no name yet (`one` is empty)."""

    place: int
    one: Traveller | None
    name: str = ""
    sex: str = ""
    born_on: date | None = None

    @classmethod
    def of(cls, place: int, one: Traveller | None) -> "ManifestLine":
        """Asked of those who keep the names."""
        if one is None:
            return cls(place, None)
        who = resolve(one.person, purpose=PURPOSE)
        name = ", ".join(part for part in (who.family_name.upper(), who.given_names) if part)
        return cls(place, one, name, who.sex, who.born_on)


class Sheet:
    """One movement for one reader."""

    def __init__(self, movement: Movement, reader: User) -> None:
        self.movement, self.reader = movement, reader

    @classmethod
    def of(cls, reader: User, code: UUID) -> "Sheet":
        """The movement of this code for this reader, or 404; with what is counted over all of its cases."""
        told = Event.objects.filter(verb__in=["travel.changed", "travel.change_accepted"])
        told = told.alias(reference=KeyTextTransform("movement", "facts"))
        told = told.filter(case__travellers__movement=OuterRef("pk"), reference=OuterRef("reference"))
        counted = Movement.objects.select_related(
            "planned_by", "charter__organisation", "charter__confirmed_by"
        ).annotate(
            people=Count("travellers", filter=Q(travellers__standing__in=LIVE)),
            case_count=Count("travellers__case", distinct=True),
            newest_change=Subquery(told.order_by("-pk").values("verb")[:1]),
        )
        return cls(counted.get_for(reader, code), reader)

    @cached_property
    def travellers(self) -> list[Traveller]:
        """Seats of the cases that the reader may see, family by family, each with what they are in the family."""
        member = Member.objects.filter(case=OuterRef("case"), person=OuterRef("person"))
        found = self.movement.travellers.visible_to(self.reader).annotate(relation=Subquery(member.values("relation")))
        return list(found.select_related("person", "case", "booking").order_by("case", "pk"))

    @property
    def going(self) -> int:
        """How many travel or travelled."""
        return self.movement.people

    @property
    def hidden(self) -> int:
        """How many of them belong to cases that the reader does not see."""
        return self.going - sum(one.standing in LIVE for one in self.travellers)

    @cached_property
    def cases(self) -> list[Case]:
        """The cases that the reader may see, each once."""
        return list({one.case_id: one.case for one in self.travellers}.values())

    @property
    def families(self) -> list[tuple[Case, list[tuple[Traveller, str]]]]:
        """Travellers by case, each with the words of what they are in the family."""
        return [
            (case, [(one, Relation(one.relation).label if one.relation else "") for one in ones])
            for case, ones in groupby(self.travellers, key=lambda one: one.case)
        ]

    @property
    def manifest(self) -> list["ManifestLine"]:
        """Those who travel as their documents print them, in the order of their bookings; a charter seat by seat."""
        if self.cabin:
            return [ManifestLine.of(seat.number, seat.traveller) for seat in self.cabin.seats]
        going = [one for one in self.travellers if one.standing in LIVE]
        ordered = sorted(going, key=lambda one: (one.booking.number, one.pk))
        return [ManifestLine.of(place, one) for place, one in enumerate(ordered, 1)]

    @cached_property
    def cabin(self) -> Cabin | None:
        """The seats of a charter."""
        return Cabin(self.movement, self.travellers) if self.movement.is_charter else None

    @cached_property
    def lines(self) -> list[BookingLine]:
        """Bookings with their steps."""
        bookings = {one.booking_id: one.booking for one in self.travellers if one.booking}.values()
        attempts = BookingAttempt.objects.filter(booking__movement=self.movement).prefetch_related("steps")
        of_booking: dict[int, list[BookingAttempt]] = {}
        for attempt in attempts.select_related("decided_by").order_by("n"):
            of_booking.setdefault(attempt.booking_id, []).append(attempt)
        return [
            BookingLine(booking, self.seats_of(booking), of_booking.get(booking.pk, []), self.movement.seats_from)
            for booking in sorted(bookings, key=lambda one: one.number)
        ]

    def seats_of(self, booking: Booking) -> Sequence[Traveller]:
        """The travellers of one order."""
        return [one for one in self.travellers if one.booking_id == booking.pk]

    @property
    def is_moving(self) -> bool:
        """Does any booking go on by itself, so that the page looks again?"""
        return any(line.is_moving for line in self.lines)

    @property
    def ticketed(self) -> int:
        """How many people have tickets, of those shown."""
        return sum(len(line.travellers) for line in self.lines if line.booking.state == BookingState.TICKETED)

    @cached_property
    def legs(self) -> list[tuple[Leg, object]]:
        """Legs, each with the time until the next one leaves."""
        legs = list(self.movement.legs.all())
        gaps = [other.departs_at - one.arrives_at for one, other in pairwise(legs)]
        return list(zip(legs, [*gaps, None], strict=False))  # without legs there is nothing to pair

    @cached_property
    def window(self) -> Window:
        """The days that all shown cases share."""
        return shared_window(windows_of_cases(self.cases).values())

    @property
    def is_inside(self) -> bool:
        """Does it lie within every travel window?"""
        return self.window.holds(self.movement.departs_on) and self.window.holds(self.movement.arrives_on)

    @cached_property
    def tellings(self) -> list[Telling]:
        """What receivers were told, the newest first."""
        told = Notification.objects.visible_to(self.reader).filter(movement=self.movement)
        return tellings_of(told.select_related("organisation", "read_by"))

    @cached_property
    def partings(self) -> list[Parting]:
        """Who of these families may travel apart, or may if a second person agrees."""
        return list(Parting.objects.filter(case__in=self.cases).select_related("person", "case", "asked_by"))

    @property
    def parted(self) -> list[Traveller]:
        """Those who are not travelling although others of their family are."""
        left = {one.case_id for one in self.travellers if one.standing in LIVE}
        missed = [one for one in self.travellers if one.standing in ("no_show", "offloaded")]
        return [one for one in missed if one.case_id in left]

    @cached_property
    def tasks(self) -> list[Task]:
        """What is still to do in these cases before arrival."""
        open_ones = Task.objects.todo().filter(case__in=self.cases).select_related("case", "assignee")
        return list(open_ones.order_by("due_on", "pk")[:12])

    @cached_property
    def may(self) -> dict[str, bool]:
        """What the reader may do, in every case of the movement."""
        if self.movement.is_charter:
            return {verb: may_move(self.reader, verb, self.movement) for verb in MAY}
        sees_all = len(self.cases) == self.movement.case_count
        return {verb: sees_all and may(self.reader, verb, *self.cases) for verb in MAY}

    @property
    def is_changed(self) -> bool:
        """Did the airline change the times, and nobody has accepted that yet?"""
        open_to_it = self.movement.stage in (MovementStage.BOOKED, MovementStage.BOOKING)
        return open_to_it and self.movement.newest_change == "travel.changed"

    @property
    def is_ahead(self) -> bool:
        """Has it not departed?"""
        return self.movement.stage in (MovementStage.PLANNED, MovementStage.BOOKING, MovementStage.BOOKED)

    @property
    def is_due(self) -> bool:
        """Is something to be recorded today: a departure, or an arrival?"""
        today = timezone.localdate()
        leaves = self.movement.stage == MovementStage.BOOKED and self.movement.departs_on <= today
        return leaves or self.movement.stage == MovementStage.DEPARTED
