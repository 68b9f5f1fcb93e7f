"""Mandates announce themselves here, from `AppConfig.ready()`; nothing below them imports them.

A mandate tells how its cases are labelled, where its own page is, what its stages and needs are called, and which panel
it puts on the case page.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.translation import gettext as _

from accounts.models import STAFF_ROLES
from cases.models import Case, Status, Task
from cases.stages import Missing


@dataclass(frozen=True)
class StageWords:
    """Where a case stands, for a list: the kind of status (todo, stop, now, wait, late, done, off) and its words."""

    kind: str
    words: str


@dataclass(frozen=True)
class Step:
    """A stage that may come next: its words, where it is begun and by which roles, what keeps it from beginning."""

    words: str
    address: str = ""
    missing: tuple[Missing, ...] = ()
    hint: str = ""
    opens_to: tuple[str, ...] = STAFF_ROLES


@dataclass(frozen=True)
class MandateRoom:
    """What the rest of the house knows of one mandate.

    `home` is the address name of the mandate's list, `detail(case)` the address of its own page, `needs` the words of
    each need a task may be made of. `stages(cases)` gives the stages of many cases by their keys, in a fixed number of
    questions to the database; `steps(case)` what may come next. `panel` is a template for the case page, drawn with
    `panel_context(case, request)`. `opens_to` are the roles that may open `home`.
    """

    name: str
    label: str
    prefixes: dict[str, str]
    home: str
    detail: Callable[[Case], str]
    stages: Callable[[Sequence[Case]], Mapping[int, StageWords]]
    steps: Callable[[Case], Sequence[Step]] = field(default=lambda case: ())
    needs: Mapping[str, str] = field(default_factory=dict)
    panel: str = ""
    panel_context: Callable[[Case, HttpRequest], dict] = field(default=lambda case, request: {})
    opens_to: tuple[str, ...] = STAFF_ROLES


_rooms: dict[str, MandateRoom] = {}


def register(room: MandateRoom) -> None:
    """Announce a mandate. Twice under one name is a mistake."""
    if room.name in _rooms:
        raise ValueError(f"mandate {room.name} is registered twice")
    _rooms[room.name] = room


def room_of(case: Case) -> MandateRoom | None:
    """The mandate of a case, if it is installed."""
    return _rooms.get(case.mandate)


def rooms() -> list[MandateRoom]:
    """Every mandate, in the order they were registered."""
    return list(_rooms.values())


def stages_of(cases: Sequence[Case]) -> dict[int, StageWords]:
    """The stage of each of these cases, by key; a case that is not open says that instead."""
    found: dict[int, StageWords] = {}
    for name in {case.mandate for case in cases} & set(_rooms):
        found |= _rooms[name].stages([case for case in cases if case.mandate == name])
    return {case.pk: own_words(case) or found.get(case.pk) or StageWords("todo", _("Opened")) for case in cases}


def own_words(case: Case) -> StageWords | None:
    """What the case itself says, whatever its mandate's stage: suspended, or how it ended."""
    if case.status == Status.SUSPENDED:
        return StageWords("stop", case.get_status_display())
    if case.status == Status.CLOSED:
        return StageWords("done" if case.outcome == "arrived" else "off", case.get_outcome_display())
    return None


def title_of(task: Task) -> str:
    """What a task is about: what somebody typed, or the need it was made of, in the reader's language."""
    if task.title:
        return task.title
    room = _rooms.get(task.case.mandate)
    return str(room.needs.get(task.need, task.need)) if room else task.need
