"""Followers whose own record goes along with the journey: ready, booked, departed, arrived, and back where nobody flew.

A mandate whose stages have these names says where its records are, how one is advanced, and whose turn it is after
arrival; what a journey tells is then the same for all of them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from accounts.models import User
from cases.actions.cases import wait_for
from cases.models import Case, WaitingFor
from cases.stages import Missing, Staged, missing_for
from travel.followers import Follower
from travel.models import Movement
from travel.windows import windows_of_cases

READY, BOOKED, DEPARTED, ARRIVED = "ready", "booked", "departed", "arrived"


@dataclass(frozen=True)
class Along:
    """One mandate's records. `back`: where one stands whose people did not fly, the first stage that lacks nothing.

    The last of them is taken without a look: what happened at the gate is recorded even if a clearance lapsed
    meanwhile. `for_many` brings along what the needs of many records read.
    """

    mandate: str
    records: QuerySet
    advance: Callable[..., None]
    follow: Callable[[Staged], None]
    turn_after_arrival: WaitingFor
    back: tuple[str, ...]
    for_many: Callable[[QuerySet], QuerySet] = lambda records: records

    def record_of(self, case: Case) -> Staged:
        """The record of a case of this mandate."""
        return self.records.get(case=case)

    def missing_before_booking(self, case: Case) -> list[Missing]:
        """What keeps the case from being planned on a movement."""
        return _missing(self.record_of(case))

    def missing_of(self, cases: Sequence[Case]) -> Mapping[int, list[Missing]]:
        """The same for many cases, in a fixed number of questions to the database."""
        windows = windows_of_cases(cases)
        found = {}
        for record in self.for_many(self.records.filter(case__in=cases)):
            record.known_window = windows[record.case_id]
            found[record.case_id] = _missing(record)
        return found

    def booked(self, *, case: Case, movement: Movement, by: User | None, happened_on: date | None = None) -> None:
        """Every ticket is there."""
        record = self.record_of(case)
        if record.stage == READY:
            self.advance(record, to=BOOKED, by=by)
            wait_for(case=case, whom=WaitingFor.CARRIER, by=by)

    def changed(self, *, case: Case, movement: Movement, by: User | None, happened_on: date | None = None) -> None:
        """The journey is another than before; the tasks follow."""
        self.follow(self.record_of(case))

    def cleared(self, *, case: Case, by: User | None) -> None:
        """A clearance of the case changed; the tasks follow."""
        if record := self.records.filter(case=case).first():
            self.follow(record)

    def departed(self, *, case: Case, movement: Movement, by: User | None, happened_on: date | None = None) -> None:
        """They are in the air."""
        record = self.record_of(case)
        if record.stage == BOOKED:
            self.advance(record, to=DEPARTED, by=by, happened_on=happened_on)

    def arrived(self, *, case: Case, movement: Movement, by: User | None, happened_on: date | None = None) -> None:
        """They are there; the next one's turn."""
        record = self.record_of(case)
        if record.stage == DEPARTED:
            self.advance(record, to=ARRIVED, by=by, happened_on=happened_on)
            wait_for(case=case, whom=self.turn_after_arrival, by=by)

    def not_flying(self, *, case: Case, movement: Movement, by: User | None, happened_on: date | None = None) -> None:
        """Nobody of the case came to the gate, or the seats were given back: to be booked anew."""
        record = self.record_of(case)
        if record.stage == BOOKED:
            *looked_at, last = self.back
            to = next((stage for stage in looked_at if not missing_for(record, stage)), last)
            self.advance(record, to=to, by=by, happened_on=happened_on)
            wait_for(case=case, whom=WaitingFor.US, by=by)

    def follower(self, **own: Callable) -> Follower:
        """What travel is told to call; `own` is what this mandate does in its own way."""
        calls = {
            "ready": self.missing_before_booking, "ready_of": self.missing_of, "cleared": self.cleared,
            "booked": self.booked, "changed": self.changed, "departed": self.departed, "arrived": self.arrived,
            "no_show": self.not_flying, "cancelled": self.not_flying,
        }  # fmt: skip
        return Follower(self.mandate, **(calls | own))


def _missing(record: Staged) -> list[Missing]:
    return [] if record.stage == READY else missing_for(record, READY)
