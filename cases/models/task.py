"""Tasks: made by hand, or by a stage whose needs are not met."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.declared import Kept, one_of, paired
from cases.models.case import Case
from cases.models.person import Person
from cases.records import RecordQuerySet


class TaskStatus(models.TextChoices):
    """A task is to do until somebody did it, or until what asked for it went away."""

    TODO = "todo", _("To do")
    DONE = "done", _("Done")
    DROPPED = "dropped", _("No longer needed")


class TaskQuerySet(RecordQuerySet):
    """Reads of tasks."""

    def todo(self) -> "TaskQuerySet":
        """Tasks still to do."""
        return self.filter(status=TaskStatus.TODO)

    def of(self, user) -> "TaskQuerySet":
        """Tasks of this person."""
        return self.filter(assignee=user)


class Task(models.Model):
    """Something to be done for a case by a day. `need` says which need of a stage made it; empty: made by hand.

    A task of a need is titled by that need in the reader's language; `title` is what a person typed.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="tasks")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    need = models.CharField(max_length=60, blank=True)
    title = models.CharField(_("what"), max_length=200, blank=True)
    facts = models.JSONField(default=dict, blank=True)
    due_on = models.DateField(_("due"), null=True, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks"
    )
    status = models.CharField(max_length=10, choices=TaskStatus, default=TaskStatus.TODO)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    PERSONAL = "title facts"
    SPECIAL = ""
    PLAIN = "code case person need due_on assignee status made_at done_at done_by"
    KEPT = Kept.WITH_CASE
    UNPAIRED = {"made_at": "made by a stage or a person; the event tells who"}

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(fields=["assignee", "status", "due_on"], name="cases_task_desk"),
            models.Index(fields=["case", "status"], name="cases_task_case"),
        ]
        constraints = [
            one_of("status", TaskStatus),
            paired("done"),
            models.CheckConstraint(condition=~Q(need="", title=""), name="cases_task_says_what"),
            models.UniqueConstraint(
                fields=["case", "need", "person"],
                condition=Q(status="todo", need__gt=""),
                nulls_distinct=False,
                name="cases_task_one_open_per_need",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.need
