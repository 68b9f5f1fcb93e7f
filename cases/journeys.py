"""What a mandate says to its traveller on the own page (`/journey/`): where it stands, what to do, whom to call.

A mandate announces itself from `AppConfig.ready()`. The door (code and birth date) knows no mandate; a mandate knows no
door. Withdrawing on the page is offered only where the mandate gives an action for it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cases.models import Case, Person


@dataclass(frozen=True)
class Standing:
    """One person's journey in one language. `words` are texts of the page that this mandate says in its own way."""

    stands: str
    act: str
    facts: list[str] = field(default_factory=list)
    steps: list[dict] = field(default_factory=list)
    callers: list[dict] = field(default_factory=list)
    follows_rule: bool = False
    may_withdraw: bool = False
    undo_until: str = ""
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class OwnPage:
    """One mandate's page. `standing(case, person, language)` is None before the mandate has a record of the case.

    `withdraw(case)` asks for a withdrawal in the person's name; `undo(case)` says whether there was still time.
    """

    mandate: str
    standing: Callable[[Case, Person, str], Standing | None]
    withdraw: Callable[[Case], object] | None = None
    undo: Callable[[Case], bool] | None = None


_pages: dict[str, OwnPage] = {}


def register(page: OwnPage) -> None:
    """Announce a mandate. Twice is a mistake."""
    if page.mandate in _pages:
        raise ValueError(f"mandate {page.mandate} has an own page twice")
    _pages[page.mandate] = page


def page_of(case: Case) -> OwnPage | None:
    """The page of the case's mandate, if it has one."""
    return _pages.get(case.mandate)


def steps_to(stands: str, steps: tuple[str, ...], said: Mapping[str, str]) -> list[dict]:
    """The way as a list, with the place where the journey is; none on the side ways."""
    if stands not in steps:
        return []
    here = steps.index(stands)
    return [{"words": said[step], "is_done": place < here, "is_now": place == here} for place, step in enumerate(steps)]
