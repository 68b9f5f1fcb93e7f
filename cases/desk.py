"""What higher floors put on the desk: panels of their own, and deadlines on the one clock that all share.

Registered from `AppConfig.ready()`; called once per page with the request of the person whose desk it is.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

MOST = 8  # rows on the clock; the rest is one click away
Look = Callable[[HttpRequest], "Iterable[Deadline]"]


@dataclass(frozen=True)
class Deadline:
    """One line of the clock: when, what, what happens otherwise, and where it is done."""

    at: date | datetime
    words: str
    address: str
    hint: str = ""
    button: str = ""

    @property
    def moment(self) -> datetime:
        """A deadline by day ends with that day."""
        if isinstance(self.at, datetime):
            return self.at
        return timezone.make_aware(datetime.combine(self.at, time(23, 59)))

    @property
    def has_time(self) -> bool:
        """Is the hour known?"""
        return isinstance(self.at, datetime)

    @property
    def is_late(self) -> bool:
        """Has it passed?"""
        return self.moment < timezone.now()

    @property
    def is_today(self) -> bool:
        """Does it fall today?"""
        return timezone.localtime(self.moment).date() == timezone.localdate()

    @property
    def place(self) -> str:
        """Where it stands on the clock's face, in per cent: near hours far apart, far days close together."""
        hours = (self.moment - timezone.now()).total_seconds() / 3600
        return "6" if hours < 0 else face(hours)


@dataclass(frozen=True)
class DeskPanel:
    """A panel of the desk; its template draws a whole `section.sec`."""

    name: str
    template: str
    context: Callable[[HttpRequest], dict]


_panels: list[DeskPanel] = []
_looks: list[Look] = []


def register_panel(name: str, template: str, context: Callable[[HttpRequest], dict]) -> None:
    """Announce a panel, drawn under the sections of the desk in the order of registration."""
    if any(panel.name == name for panel in _panels):
        raise ValueError(f"desk panel {name} is registered twice")
    _panels.append(DeskPanel(name, template, context))


def register_deadlines(look: Look) -> None:
    """Announce a source of deadlines; it gives those of this person that are still to be met."""
    _looks.append(look)


def panels_for(request: HttpRequest) -> list[SafeString]:
    """Every panel, drawn with what it shows."""
    return [render_to_string(panel.template, panel.context(request), request) for panel in _panels]


def deadlines_for(request: HttpRequest, own: Iterable[Deadline] = ()) -> list[Deadline]:
    """All deadlines of this person, the nearest first."""
    found = [*own, *(deadline for look in _looks for deadline in look(request))]
    return sorted(found, key=lambda deadline: deadline.moment)


def face(hours: float) -> str:
    """The clock's scale: 13 per cent is now, 98 per cent is 45 days."""
    return f"{min(98.0, 13 + 85 * math.log1p(hours / 2) / math.log1p(540)):.1f}"
