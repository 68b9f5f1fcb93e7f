"""Journeys for administrators: read-only, under the same record rules; what has no names shows how the lines run."""

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from travel.models import BookingAttempt, Charter, Movement, ProviderLine, ReconciliationRun, WebhookEvent


class ReadOnly(admin.ModelAdmin):
    """Written by actions and workers only."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Records come from acts."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Nothing is edited."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Nothing is removed."""
        return False


class OfCases(ReadOnly):
    """Records of cases: those this person may see, as everywhere else."""

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        """By policy."""
        return super().get_queryset(request).visible_to(request.user)


@admin.register(Movement)
class MovementAdmin(OfCases):
    """Journeys by day."""

    list_display = ["reference", "stage", "country", "origin", "destination", "departs_on", "seats_from"]
    list_filter = ["stage", "country", "seats_from"]


@admin.register(Charter)
class CharterAdmin(ReadOnly):
    """Charters with their seats; as visible as their movements."""

    list_display = ["movement", "mandate", "seats", "operator", "reference", "confirmed_at"]
    list_filter = ["mandate"]
    list_select_related = ["movement"]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        """By policy."""
        return super().get_queryset(request).filter(movement__in=Movement.objects.visible_to(request.user))


@admin.register(BookingAttempt)
class BookingAttemptAdmin(OfCases):
    """Attempts and where they stand."""

    list_display = ["code", "n", "state", "error_code", "http_status", "searches", "sent_at", "claimed_at"]
    list_filter = ["state", "error_code"]
    ordering = ["-claimed_at"]


@admin.register(ProviderLine)
class ProviderLineAdmin(ReadOnly):
    """Which lines are open."""

    list_display = ["provider", "stopped_at", "why", "failures", "quiet_until", "opened_at"]


@admin.register(ReconciliationRun)
class ReconciliationRunAdmin(ReadOnly):
    """Daily comparisons: matched, theirs only, ours only."""

    list_display = ["ran_at", "provider", "matched", "provider_only", "local_only"]


@admin.register(WebhookEvent)
class WebhookEventAdmin(ReadOnly):
    """What providers told us."""

    list_display = ["received_at", "provider", "kind", "event_id", "looked_at"]
    list_filter = ["kind"]
