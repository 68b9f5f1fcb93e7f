"""The desk: the first page of a day's work."""

from datetime import timedelta

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.gates import staff
from cases.casefile import EventLine
from cases.desk import MOST, Deadline, deadlines_for, face, panels_for
from cases.door import note_looks
from cases.listing import principals
from cases.mandates import title_of
from cases.models import Case, Event, Status, Task, WaitingFor
from cases.tasklist import line_of
from cases.timeline import sentence_of

TASKS_SHOWN, WAITING_SHOWN, CHANGES_SHOWN = 15, 8, 8
TICKS = ((6, gettext_lazy("6 h"), True), (24, gettext_lazy("1 day"), False), (72, gettext_lazy("3 days"), True),
         (168, gettext_lazy("1 week"), False), (336, gettext_lazy("2 weeks"), True),
         (720, gettext_lazy("1 month"), False))  # fmt: skip


@staff
def desk(request: HttpRequest) -> HttpResponse:
    """My tasks, deadlines on one clock, whom we wait for, what changed, and what higher floors add."""
    tasks = list(my_tasks(request)[: TASKS_SHOWN + 1])
    deadlines = deadlines_for(request, [deadline_of(task) for task in tasks if task.due_on])
    waiting, changes = list(waiting_cases(request)[:WAITING_SHOWN]), list(changed(request)[:CHANGES_SHOWN])
    note_looks(request, {case.pk: case for case in (*waiting, *(task.case for task in tasks))}.values())
    seen = {
        "sentence": sentence(deadlines, waiting), "today": timezone.localdate(),
        "deadlines": deadlines[:MOST], "deadline_count": len(deadlines),
        "ticks": [(face(hours), words, optional) for hours, words, optional in TICKS],
        "tasks": [(task, line_of(task)) for task in tasks[:TASKS_SHOWN]], "more_tasks": len(tasks) > TASKS_SHOWN,
        "waiting": waiting, "changes": [EventLine(event, sentence_of(event)) for event in changes],
        "panels": panels_for(request),
    }  # fmt: skip
    return render(request, "cases/desk.html", seen)


def my_tasks(request: HttpRequest) -> QuerySet[Task]:
    """Open tasks of this person, those with the nearest day first."""
    mine = Task.objects.visible_to(request.user).todo().of(request.user)
    mine = mine.filter(case__status=Status.OPEN).select_related("case", "person").order_by("due_on", "pk")
    return mine.prefetch_related(principals("case__"))


def waiting_cases(request: HttpRequest) -> QuerySet[Case]:
    """Open cases of this person that wait for others, the longest first."""
    mine = Case.objects.visible_to(request.user).filter(officer=request.user, status=Status.OPEN)
    return mine.exclude(waiting_for=WaitingFor.US).order_by("waiting_since", "pk").prefetch_related(principals())


def changed(request: HttpRequest) -> QuerySet[Event]:
    """What others did lately in this person's cases."""
    since = timezone.now() - timedelta(days=14)
    events = Event.objects.visible_to(request.user).filter(case__officer=request.user, recorded_at__gte=since)
    return events.exclude(recorded_by=request.user).select_related("case", "recorded_by")


def deadline_of(task: Task) -> Deadline:
    """A task as a line of the clock."""
    return Deadline(task.due_on, title_of(task), reverse("cases:case", args=[task.case.code]), known_as(task.case))


def known_as(case: Case) -> str:
    """The reference, and by whom one remembers the case."""
    person = case.principals[0].person if case.principals else None
    return f"{case.reference}, {person.name}" if person else case.reference


def sentence(deadlines: list[Deadline], waiting: list[Case]) -> str:
    """What matters now, in words with numbers."""
    late, today = sum(one.is_late for one in deadlines), sum(one.is_today and not one.is_late for one in deadlines)
    parts = []
    if late:
        parts.append(ngettext("One thing is late.", "%(n)s things are late.", late) % {"n": late})
    if today:
        parts.append(ngettext("One deadline falls today.", "%(n)s deadlines fall today.", today) % {"n": today})
    if not parts:
        parts.append(_("Nothing is late and nothing falls due today."))
    if waiting:
        words = ngettext("One of your cases waits for others.", "%(n)s of your cases wait for others.", len(waiting))
        parts.append(words % {"n": len(waiting)})
    return " ".join(parts)
