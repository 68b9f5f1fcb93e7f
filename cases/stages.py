"""Stages: two tables and one function.

A mandate record declares `NEXT` (what may follow what) and `NEEDS` (what must be present before a stage). `move` is
the only writer of stages; the same tables draw the task list: "cannot start yet, exit permit missing, IOM Kampala owes
it since 12 days".
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from cases.models import Case, Event, EventKind


@dataclass(frozen=True)
class Missing:
    """One thing that is not there yet: what, of whom, who owes it and since when."""

    need: str
    what: str
    owed_by: str = ""
    since: date | None = None
    person_id: int | None = None

    @property
    def days(self) -> int | None:
        """For how many days it has been owed."""
        return (timezone.localdate() - self.since).days if self.since else None

    def __str__(self) -> str:
        if self.owed_by and self.days is not None:
            words = {"what": self.what, "who": self.owed_by, "days": self.days}
            return str(_("%(what)s: %(who)s owes it since %(days)s days") % words)
        return str(self.what)


@dataclass(frozen=True)
class Need:
    """What a stage needs: a name, and a look that gives what is missing (nothing when it is met)."""

    name: str
    look: Callable[["Staged"], Iterable[Missing]]


class Staged(Protocol):
    """A mandate's record with a stage."""

    NEXT: Mapping[str, tuple[str, ...]]
    NEEDS: Mapping[str, tuple[Need, ...]]
    Stage: type[models.TextChoices]
    stage: str
    case: Case


class NotYet(ValidationError):
    """The stage cannot begin yet; `missing` says why."""

    def __init__(self, missing: list[Missing]) -> None:
        self.missing = missing
        super().__init__([str(one) for one in missing])


def missing_for(record: Staged, stage: str) -> list[Missing]:
    """All that keeps the record from this stage."""
    return [one for need in record.NEEDS.get(stage, ()) for one in need.look(record)]


def line_of(record: Staged, main_line: Sequence[models.TextChoices]) -> list[dict]:
    """The main line as a list of stages in words, with the place where the record is; none is reached on a side way."""
    reached = main_line.index(record.stage) if record.stage in main_line else -1
    return [
        {"words": stage.label, "is_done": place < reached, "is_now": place == reached}
        for place, stage in enumerate(main_line)
    ]


def after(stage: str, main_line: Sequence[models.TextChoices]) -> str:
    """The next stage of the main line; empty at its end and on the side ways."""
    return main_line[main_line.index(stage) + 1] if stage in main_line[:-1] else ""


@transaction.atomic
def move(
    record: Staged,
    to: str,
    *,
    by: User | None,
    note: str = "",
    happened_on: date | None = None,
    facts: dict | None = None,
) -> Event | None:
    """Bring a record to a stage: locks the row, checks both tables, writes stage and event.

    Moving to the stage where it already is changes nothing (a double click, a repeated job) and gives None.
    """
    locked = type(record)._default_manager.select_for_update().get(pk=record.pk)
    old = locked.stage
    if old == to:
        record.stage = to
        return None
    if to not in locked.NEXT.get(old, ()):
        words = {"old": locked.Stage(old).label, "new": locked.Stage(to).label}
        raise ValidationError(format_lazy(_("“{new}” cannot follow “{old}”."), **words))
    if missing := missing_for(locked, to):
        raise NotYet(missing)
    locked.stage = record.stage = to
    locked.save(update_fields=["stage"])
    return Event.objects.create(
        case=locked.case,
        kind=EventKind.STAGE,
        verb=f"{locked._meta.app_label}.moved",
        facts=facts or {},
        note=note,
        old_stage=old,
        new_stage=to,
        happened_on=happened_on or timezone.localdate(),
        recorded_by=by,
    )
