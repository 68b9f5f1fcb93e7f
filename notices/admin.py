"""Notices for administrators: their life, never their words."""

from django.contrib import admin
from django.http import HttpRequest

from notices.models import Notice


@admin.register(Notice)
class NoticeAdmin(admin.ModelAdmin):
    """Read-only: a notice is written by an action and sent by a worker."""

    list_display = ["made_at", "kind", "channel", "language", "state", "attempts", "sent_at", "error"]
    list_filter = ["state", "channel", "kind"]
    fields = readonly_fields = [
        "code", "kind", "channel", "language", "state", "attempts", "error", "due_at", "made_at", "sent_at", "read_at",
    ]  # fmt: skip

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Notices come from acts."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Notice | None = None) -> bool:
        """Nothing is edited."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Notice | None = None) -> bool:
        """Nothing is removed."""
        return False
