"""What receivers were told of a journey, in words: the snapshot of one version, and what changed since the last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from travel.models import Mode, Need, Notification, NotificationKind, TravellerStanding
from travel.places import words_of

FIELDS = {
    "departs": gettext_lazy("departs"), "arrives": gettext_lazy("arrives"), "carrier": gettext_lazy("carrier"),
    "number": gettext_lazy("flight"), "origin": gettext_lazy("from"), "destination": gettext_lazy("to"),
    "mode": gettext_lazy("by"), "standing": gettext_lazy("standing"), "needs": gettext_lazy("needs"),
    "name": gettext_lazy("name"), "born_on": gettext_lazy("born"), "sex": gettext_lazy("sex"),
    "on_lap": gettext_lazy("on a lap"), "alone": gettext_lazy("travels alone"),
}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One thing that changed: what, from what, to what; empty on one side: came new, or fell away."""

    what: str
    old: str
    new: str


def changes_of(differences: Iterable[dict]) -> list[Change]:
    """The differences of a version in words."""
    return [change for one in differences for change in _changes(one)]


def _changes(one: dict) -> Iterable[Change]:
    old, new = one["old"], one["new"]
    words = _leg_words if one["what"] == "leg" else _person_words
    if not (old and new):
        yield Change("", words(old) if old else "", words(new) if new else "")
        return
    for field in one["fields"]:
        what = f"{words(new)}: {FIELDS.get(field, field)}"
        yield Change(what, value_words(field, old.get(field)), value_words(field, new.get(field)))


def _leg_words(leg: dict) -> str:
    return f"{leg['carrier']} {leg['number']}".strip() or f"{words_of(leg['origin'])}–{words_of(leg['destination'])}"


def _person_words(person: dict) -> str:
    return person["name"]


def value_words(field: str, value: object) -> str:
    """A value of a snapshot in words."""
    return str(VALUES.get(field, str)(value))


def day_words(value: str) -> str:
    """14.03.1989."""
    return date_format(date.fromisoformat(value), "d.m.Y") if value else ""


def _moment_words(value: str) -> str:
    return date_format(datetime.fromisoformat(value), "D d.m. H:i")


def _yes_or_no(value: bool) -> str:
    return _("yes") if value else _("no")


def needs_words(codes: Iterable[str]) -> str:
    """wheelchair to the seat (WCHC), cot (BSCT)."""
    return ", ".join(f"{Need(code).label} ({code})" for code in codes)


VALUES = {
    "departs": _moment_words, "arrives": _moment_words, "born_on": day_words, "origin": words_of,
    "destination": words_of, "on_lap": _yes_or_no, "alone": _yes_or_no,
    "standing": lambda value: TravellerStanding(value).label, "mode": lambda value: Mode(value).label,
    "needs": lambda value: needs_words(value) or _("none"),
}  # fmt: skip


@dataclass(frozen=True)
class ToldLeg:
    """A leg of a snapshot with its local times."""

    words: str
    origin: str
    destination: str
    departs: datetime
    arrives: datetime

    @classmethod
    def read(cls, leg: dict) -> "ToldLeg":
        """From a snapshot."""
        times = datetime.fromisoformat(leg["departs"]), datetime.fromisoformat(leg["arrives"])
        name = f"{leg['carrier']} {leg['number']}".strip() or str(Mode(leg["mode"]).label)
        return cls(name, leg["origin"], leg["destination"], *times)

    @property
    def duration(self):
        """How long it takes."""
        return self.arrives - self.departs


@dataclass(frozen=True)
class Telling:
    """One version as it went to all its receivers."""

    kind: str
    version: int
    ones: Sequence[Notification]

    @property
    def words(self) -> str:
        """What was told."""
        return str(NotificationKind(self.kind).label)

    @property
    def made_at(self) -> datetime:
        """When."""
        return self.ones[0].made_at

    @property
    def readers(self) -> list[Notification]:
        """Those who opened it."""
        return [one for one in self.ones if one.read_at]

    @property
    def unread(self) -> list[Notification]:
        """Those who did not yet."""
        return [one for one in self.ones if not one.read_at]

    @property
    def changes(self) -> list[Change]:
        """What changed since the version before."""
        return list(dict.fromkeys(change for one in self.ones for change in changes_of(one.differences)))


def tellings_of(notifications: Iterable[Notification]) -> list[Telling]:
    """Versions, the newest first, each with all its receivers."""

    def key(one: Notification) -> tuple[str, int]:
        return one.kind, one.version

    grouped = groupby(sorted(notifications, key=key), key=key)
    found = [Telling(kind, version, list(ones)) for (kind, version), ones in grouped]
    return sorted(found, key=lambda each: each.made_at, reverse=True)
