"""Mandates announce themselves here, from `AppConfig.ready()`; nothing below them imports them.

A mandate tells how its cases are labelled, where its own page is, which panel it puts on the case page and the desk.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.http import HttpRequest

from cases.models import Case


@dataclass(frozen=True)
class MandateRoom:
    """What the rest of the house knows of one mandate.

    `stage(case)` is the stage in words, `steps(case)` what may be done next and what stops it, `panel` a template for
    the case page with `panel_context(case, request)`; `home` the address name of the mandate's list.
    """

    name: str
    label: str
    prefixes: dict[str, str]
    home: str
    detail: Callable[[Case], str]
    stage: Callable[[Case], str]
    panel: str = ""
    panel_context: Callable[[Case, HttpRequest], dict] = field(default=lambda case, request: {})
    desk: Callable[[HttpRequest], list[dict]] = field(default=lambda request: [])


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
