"""What administrators keep: paused countries, limits of approval, RIAT files, the schedule of visits."""

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from returns.models import ApprovalLimit, MonitoringStep, ReturnCountryNote, RiatFile


@admin.register(ApprovalLimit)
class ApprovalLimitAdmin(admin.ModelAdmin):
    """The office's own limits."""

    list_display = ["role", "currency", "up_to"]
    list_editable = ["up_to"]


@admin.register(ReturnCountryNote)
class ReturnCountryNoteAdmin(admin.ModelAdmin):
    """Which countries are paused, for whom, from when until when."""

    list_display = ["country", "host", "kind", "reason", "valid_from", "valid_to"]
    list_filter = ["kind", "host"]
    search_fields = ["country", "reason"]


@admin.register(RiatFile)
class RiatFileAdmin(admin.ModelAdmin):
    """Files of the EU programme: read here, changed by acts only, and under the rules of records."""

    list_display = ["reference", "status", "support", "partner", "return_country", "answer_by", "registered_at"]
    list_filter = ["status", "support"]
    search_fields = ["reference", "partner"]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        """By policy."""
        return super().get_queryset(request).visible_to(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Files come from acts."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: RiatFile | None = None) -> bool:
        """Nothing is edited."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: RiatFile | None = None) -> bool:
        """Nothing is removed."""
        return False


@admin.register(MonitoringStep)
class MonitoringStepAdmin(admin.ModelAdmin):
    """When returnees are visited or called; what changes holds for people who arrive from then on."""

    list_display = ["months", "way", "by_whom", "days_before", "days_after", "with_survey", "is_in_use"]
    list_editable = ["way", "by_whom", "days_before", "days_after", "with_survey", "is_in_use"]
