"""Timetables: which flights leave on a day, and journeys put together from them with connections people can make.

Everything follows from the seed, the link and the date: the same question always has the same answer.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from itertools import pairwise

from travel.sandbox.geography import kilometres, zone
from travel.sandbox.network import Link, ways

SHORTEST_CHANGE = timedelta(minutes=60)
LONGEST_CHANGE = timedelta(hours=9)
WANTED = 5
# minute of the day of each daily departure, and how far it may slide
SHORT_HAUL = ((6 * 60 + 40, 80), (12 * 60 + 30, 110), (18 * 60 + 10, 120))
LONG_HAUL = ((9 * 60, 160), (21 * 60 + 30, 145), (2 * 60 + 30, 90))


@dataclass(frozen=True)
class Flight:
    """One flight of one day, its times local to each end."""

    airline: str
    number: str
    origin: str
    destination: str
    departs: datetime
    arrives: datetime
    aircraft: str

    @property
    def duration(self) -> timedelta:
        """Real time in the air and on the ground."""
        return self.arrives.astimezone(UTC) - self.departs.astimezone(UTC)


Journey = tuple[Flight, ...]


def lasted(journey: Journey) -> timedelta:
    """From first departure to last arrival."""
    return journey[-1].arrives.astimezone(UTC) - journey[0].departs.astimezone(UTC)


def draw(seed: str, *words: object) -> int:
    """A number that always falls the same for the same words."""
    return int.from_bytes(hashlib.sha256("|".join(map(str, (seed, *words))).encode()).digest()[:8], "big")


def local(moment: datetime, airport: str) -> datetime:
    """A moment on the clock of an airport; an hour that a clock change skips never appears."""
    return moment.astimezone(UTC).astimezone(zone(airport))


@cache
def departures(seed: str, link: Link) -> tuple[tuple[time, str], ...]:
    """Daily departures of a link with their flight numbers."""
    waves = SHORT_HAUL if kilometres(link[1], link[2]) < 2600 else LONG_HAUL
    found = []
    for wave, (minute, slide) in enumerate(waves):
        lot = draw(seed, *link, wave)
        at = minute + 5 * (lot % (slide // 5))
        found.append((time(at // 60 % 24, at % 60), str(100 + lot // 1000 % 1800)))
    return tuple(sorted(found))


def block_time(km: float) -> timedelta:
    """Gate to gate."""
    return timedelta(minutes=5 * round((40 + km / 13.6) / 5))


def plane(km: float) -> str:
    """What usually flies so far."""
    return "AT7" if km < 350 else "E90" if km < 800 else "32N" if km < 3600 else "789" if km < 6200 else "359"


def flights(seed: str, link: Link, day: date) -> list[Flight]:
    """The flights of a link on a local day, earliest first."""
    airline, origin, destination = link
    km = kilometres(origin, destination)
    found = []
    for at, number in departures(seed, link):
        leaves = local(datetime.combine(day, at, zone(origin)), origin)
        arrives = local(leaves.astimezone(UTC) + block_time(km), destination)
        found.append(Flight(airline, number, origin, destination, leaves, arrives, plane(km)))
    return found


def _onward(seed: str, link: Link, after: datetime) -> Flight:
    """The first flight of a link that can be reached."""
    earliest = after.astimezone(UTC) + SHORTEST_CHANGE
    day = local(after, link[1]).date()
    soon = (flight for ahead in range(3) for flight in flights(seed, link, day + timedelta(ahead)))
    return next(flight for flight in soon if flight.departs.astimezone(UTC) >= earliest)


def _journey(seed: str, way: tuple[Link, ...], first: Flight) -> Journey:
    journey = [first]
    for link in way[1:]:
        journey.append(_onward(seed, link, journey[-1].arrives))
    return tuple(journey)


def longest_change(journey: Journey) -> timedelta:
    """The longest wait between two flights."""
    pairs = pairwise(journey)
    waits = (b.departs.astimezone(UTC) - a.arrives.astimezone(UTC) for a, b in pairs)
    return max(waits, default=timedelta(0))


def journeys(seed: str, origin: str, destination: str, day: date, connections: int) -> list[Journey]:
    """Up to five good journeys that leave on this local day, best first; long waits only where nothing else goes."""
    found = []
    for way in ways(origin, destination, connections):
        found += [_journey(seed, way, first) for first in flights(seed, way[0], day) if first.departs.date() == day]
    found.sort(key=lambda one: (lasted(one) + timedelta(minutes=90) * len(one), one[0].departs))
    good = [one for one in found if longest_change(one) <= LONGEST_CHANGE]
    good += [one for one in found if one not in good][: max(0, 2 - len(good))]
    return good[:WANTED]
