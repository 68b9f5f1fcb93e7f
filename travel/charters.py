"""A charter as pages show it: every seat by its number, named or not, and what speaks for haste."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from travel.followers import charter_warnings
from travel.models import LIVE, Movement, Traveller
from travel.models.movement import AHEAD


@dataclass(frozen=True)
class NumberedSeat:
    """One seat: its number, and who sits in it, if it has a name."""

    number: int
    traveller: Traveller | None


class Cabin:
    """The seats of one charter, from the travellers that were read for its page."""

    def __init__(self, movement: Movement, travellers: Iterable[Traveller]) -> None:
        self.movement, self.charter = movement, movement.charter
        self.sitting = {one.seat: one for one in travellers if one.standing in LIVE}

    @cached_property
    def seats(self) -> list[NumberedSeat]:
        """Every seat."""
        return [NumberedSeat(n, self.sitting.get(n)) for n in range(1, self.charter.seats + 1)]

    @property
    def named(self) -> int:
        """How many seats have a name: so many people travel, and no more."""
        return len(self.sitting)

    @property
    def unnamed(self) -> int:
        """How many seats are held for nobody yet."""
        return self.charter.seats - self.named

    @cached_property
    def warnings(self) -> list[str]:
        """What the mandate warns of while it has not left."""
        if self.movement.stage not in AHEAD:
            return []
        return charter_warnings(self.charter.mandate, self.movement.country, self.movement.departs_on)
