"""What administrators may look at: jobs, periodic work and who looked, never changed here.

Cases and their events are listed under the record rules of `visible_to` like everywhere else. An administrator's role
covers no case, so these lists are empty for one who holds nothing else, and a case's address is a 404.
"""

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest

from cases.models import Access, Case, Event, Job, PeriodRun, Task


class ReadOnly(admin.ModelAdmin):
    """Rows that are looked at and never edited, added or removed."""

    actions = None
    show_full_result_count = False

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Never."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Never."""
        return False

    def _get_obj_does_not_exist_redirect(self, request: HttpRequest, opts, object_id: str) -> None:
        raise Http404


class Ruled(ReadOnly):
    """Records of cases: only what `visible_to` gives."""

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """The same policy as on every page."""
        return super().get_queryset(request).visible_to(request.user)


@admin.register(Case)
class CaseAdmin(Ruled):
    """Cases."""

    list_display = ["reference", "mandate", "country", "status", "officer", "opened_at"]
    list_filter = ["mandate", "country", "status"]
    list_select_related = ["officer"]
    search_fields = ["reference"]


@admin.register(Event)
class EventAdmin(Ruled):
    """The timeline of all cases."""

    list_display = ["recorded_at", "case", "kind", "verb", "recorded_by"]
    list_filter = ["kind"]
    list_select_related = ["case", "recorded_by"]


@admin.register(Task)
class TaskAdmin(Ruled):
    """Tasks."""

    list_display = ["case", "need", "status", "due_on", "assignee"]
    list_filter = ["status"]
    list_select_related = ["case", "assignee"]


@admin.register(Job)
class JobAdmin(ReadOnly):
    """Work nobody waits for: what is due, what failed and why."""

    list_display = ["task", "about", "state", "due_at", "attempts", "error"]
    list_filter = ["state", "task"]
    ordering = ["-due_at"]


@admin.register(PeriodRun)
class PeriodRunAdmin(ReadOnly):
    """Periodic work that was begun."""

    list_display = ["name", "period", "begun_at"]
    list_filter = ["name"]
    ordering = ["-begun_at"]


@admin.register(Access)
class AccessAdmin(ReadOnly):
    """Who looked, when and from which page; cases by their codes only."""

    list_display = ["looked_at", "user", "page", "case_code"]
    list_filter = ["page"]
    list_select_related = ["user", "case"]
    search_fields = ["user__email"]
    fields = readonly_fields = ["looked_at", "user", "page", "case_code"]

    @admin.display(description="case")
    def case_code(self, look: Access) -> str:
        """The code, which tells nothing to somebody who may not see the case."""
        return str(look.case.code) if look.case else ""
