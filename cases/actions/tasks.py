"""Tasks: made by hand, kept in step with what a stage needs, done."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cases.actions.events import record_event
from cases.models import Case, EventKind, Person, Task, TaskStatus
from cases.stages import Missing


@transaction.atomic
def add_task(
    *, case: Case, title: str, by: User, due_on: date | None = None, assignee: User | None = None,
    person: Person | None = None,
) -> Task:  # fmt: skip
    """A task somebody thought of."""
    task = Task.objects.create(case=case, title=title, due_on=due_on, assignee=assignee or by, person=person)
    record_event(case=case, kind=EventKind.CASE, verb="cases.task_added", by=by, facts={"title": title})
    return task


@transaction.atomic
def finish_task(*, task: Task, by: User, note: str = "") -> bool:
    """Tick a task off; ticking it twice changes nothing and gives False."""
    done = Task.objects.filter(pk=task.pk, status=TaskStatus.TODO).update(
        status=TaskStatus.DONE, done_at=timezone.now(), done_by=by
    )
    if done:
        facts = {"title": task.title, "need": task.need}
        record_event(case=task.case, kind=EventKind.CASE, verb="cases.task_done", by=by, facts=facts, note=note)
    return bool(done)


@transaction.atomic
def follow_needs(*, case: Case, missing: list[Missing], due_on: date | None, assignee: User | None) -> None:
    """Keep the tasks that stages made in step with what is really missing now.

    A new need makes a task; a need that was met drops its task. Tasks made by hand are never touched.
    """
    wanted = {(one.need, one.person_id): one for one in missing}
    open_tasks = {(t.need, t.person_id): t for t in case.tasks.select_for_update().todo().exclude(need="")}
    for key, task in open_tasks.items():
        if key not in wanted:
            task.status = TaskStatus.DROPPED
            task.save(update_fields=["status"])
    Task.objects.bulk_create(
        Task(case=case, need=need, person_id=person, due_on=due_on, assignee=assignee)
        for need, person in wanted
        if (need, person) not in open_tasks
    )
