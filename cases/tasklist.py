"""The task list of a case: few statuses, and every obstacle with its owner and its age."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from cases.mandates import Step, room_of, title_of
from cases.models import Case, Task, TaskStatus
from cases.stages import Missing

DONE_SHOWN = 5
TODO = TaskStatus.TODO


@dataclass(frozen=True)
class Line:
    """One line: its words, its status, what stops it; its task, or the address where it is begun."""

    title: str
    kind: str
    words: str
    task: Task | None = None
    address: str = ""
    hint: str = ""
    stops: list[str] = field(default_factory=list)


def lines_of(case: Case, reader: User) -> list[Line]:
    """What is to do: what others owe, what can be done, what cannot start yet, what was done last."""
    room = room_of(case)
    steps = list(room.steps(case)) if room else []
    owed = {(one.need, one.person_id): one for step in steps for one in step.missing}
    tasks = list(case.tasks.exclude(status=TaskStatus.DROPPED).select_related("person", "assignee", "done_by"))
    for task in tasks:
        task.case = case
    to_do = [line_of(one, owed.get((one.need, one.person_id))) for one in tasks if one.status == TODO]
    done = sorted(
        (task for task in tasks if task.status == TaskStatus.DONE), key=lambda task: task.done_at, reverse=True
    )
    next_ones = [step_line(step, may_begin=begins(step, case, reader)) for step in steps]
    return [*to_do, *next_ones, *map(done_line, done[:DONE_SHOWN])]


def line_of(task: Task, missing: Missing | None = None) -> Line:
    """An open task. Where somebody else owes what it needs, that is said with the days."""
    title = f"{missing.what}" if missing and not task.title else title_of(task)
    if missing and missing.owed_by:
        return Line(title, "wait", waiting_words(missing.days), task, hint=missing.owed_by)
    if task.due_on and task.due_on < timezone.localdate():
        return Line(title, "late", _("Late"), task)
    return Line(title, "todo", str(task.get_status_display()), task)


def waiting_words(days: int | None) -> str:
    """Waiting, 12 days; on the first day without a number."""
    return ngettext("Waiting, %(n)s day", "Waiting, %(n)s days", days) % {"n": days} if days else _("Waiting")


def begins(step: Step, case: Case, reader: User) -> bool:
    """May this person begin that stage of this case? Who may not is not led to a page that is not for them."""
    return any(reader.standing.covers(role, case.mandate, case.country) for role in step.opens_to)


def step_line(step: Step, *, may_begin: bool = True) -> Line:
    """A stage that may come next, or what keeps it."""
    if step.missing:
        return Line(step.words, "stop", _("Cannot start yet"), hint=step.hint, stops=[str(one) for one in step.missing])
    return Line(step.words, "todo", _("Can begin"), address=step.address if may_begin else "", hint=step.hint)


def done_line(task: Task) -> Line:
    """A task that was done."""
    return Line(title_of(task), "done", _("Done"), task)


def count_words(lines: Sequence[Line]) -> str:
    """5 open, 2 done."""
    done = sum(line.kind == "done" for line in lines)
    return _("%(open)s open, %(done)s done") % {"open": len(lines) - done, "done": done}
