"""What administrators keep: countries to which no return is possible for now, and who approves up to what amount."""

from django.contrib import admin

from returns.models import ApprovalLimit, ReturnCountryNote


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
