"""Mandates that follow journeys: they announce themselves here, and are called in the same transaction.

Travel knows no mandate. A mandate says what its case still lacks before seats are bought, whom the arrival notices go
to, and what its own record does when a journey is booked, changed, departs, arrives, is missed or is cancelled.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from accounts.models import Organisation, User
from cases.models import Case
from cases.stages import Missing
from travel.models import Movement


def _nothing(**said: object) -> None:
    """A mandate that does not mind."""


@dataclass(frozen=True)
class Route:
    """Where the people of a case are, and at which airport they are awaited; countries by ISO 3166-1 alpha-3.

    `goes_to` is empty where people come to the country of the case; `leaves_from` where any airport will do.
    """

    stay: str = ""
    airport: str = ""
    goes_to: str = ""
    leaves_from: str = ""


@dataclass(frozen=True)
class Follower:
    """What one mandate wants to hear. Each call gets `case`, `movement`, `by` and `happened_on`; `cleared`, which tells
    that a clearance of the case changed, only `case` and `by`. `no_show` means that nobody of the case flies.
    `charter_warnings` says what speaks for haste before a charter of a country on a day. `ready_of` and `routes_of`
    answer for many cases in a fixed number of questions to the database, by their keys."""

    mandate: str
    ready: Callable[[Case], list[Missing]] = lambda case: []
    ready_of: Callable[[Sequence[Case]], Mapping[int, list[Missing]]] = lambda cases: {}
    routes_of: Callable[[Sequence[Case]], Mapping[int, Route]] = lambda cases: {}
    receivers: Callable[[Case], list[Organisation]] = lambda case: []
    charter_warnings: Callable[[str, date], list[str]] = lambda country, day: []
    cleared: Callable[..., object] = _nothing
    booked: Callable[..., object] = _nothing
    changed: Callable[..., object] = _nothing
    departed: Callable[..., object] = _nothing
    arrived: Callable[..., object] = _nothing
    no_show: Callable[..., object] = _nothing
    cancelled: Callable[..., object] = _nothing


_followers: dict[str, Follower] = {}


def register(follower: Follower) -> None:
    """Announce a mandate, from `AppConfig.ready()`. Twice is a mistake."""
    if follower.mandate in _followers:
        raise ValueError(f"mandate {follower.mandate} follows journeys twice")
    _followers[follower.mandate] = follower


def forget(mandate: str) -> None:
    """Take a follower away again: for tests that register their own."""
    _followers.pop(mandate, None)


def follower_of(case: Case) -> Follower:
    """The follower of the case's mandate; one that minds nothing where the mandate did not register."""
    return _followers.get(case.mandate) or Follower(case.mandate)


def not_ready(case: Case) -> list[Missing]:
    """What the mandate still wants before seats are bought."""
    return follower_of(case).ready(case)


def not_ready_of(cases: Sequence[Case]) -> dict[int, list[Missing]]:
    """What the mandates of many cases still want, by the key of the case."""
    return {case.pk: [] for case in cases} | _gather(cases, lambda follower, own: follower.ready_of(own))


def routes_of(cases: Sequence[Case]) -> dict[int, Route]:
    """Where the people of many cases are and where they are awaited, by the key of the case."""
    return {case.pk: Route() for case in cases} | _gather(cases, lambda follower, own: follower.routes_of(own))


def _gather(cases: Sequence[Case], ask: Callable[[Follower, list[Case]], Mapping]) -> dict:
    found: dict = {}
    for mandate in {case.mandate for case in cases} & set(_followers):
        found |= ask(_followers[mandate], [case for case in cases if case.mandate == mandate])
    return found


def receivers_of(case: Case) -> list[Organisation]:
    """Whom the arrival notices go to, each once, in the mandate's order."""
    return list(dict.fromkeys(follower_of(case).receivers(case)))


def charter_warnings(mandate: str, country: str, departs_on: date) -> list[str]:
    """What the mandate warns of before a charter leaves on this day."""
    follower = _followers.get(mandate)
    return follower.charter_warnings(country, departs_on) if follower else []


def tell(
    what: str, *, movement: Movement, by: User | None, cases: Iterable[Case] | None = None,
    happened_on: date | None = None,
) -> None:  # fmt: skip
    """Tell the mandates of these cases (of all aboard) what happened."""
    for case in movement.cases_aboard if cases is None else cases:
        call = getattr(follower_of(case), what)
        call(case=case, movement=movement, by=by, happened_on=happened_on or timezone.localdate())
