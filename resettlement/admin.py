"""Dossiers for administrators, under the same record rules; the list of hold reasons is theirs."""

from django.contrib import admin

from resettlement.models import HoldReason


@admin.register(HoldReason)
class HoldReasonAdmin(admin.ModelAdmin):
    """The office's own list of reasons."""

    list_display = ["code", "words", "is_offered"]
    list_editable = ["is_offered"]
