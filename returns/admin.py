"""What administrators keep of money: up to what amount which role approves."""

from django.contrib import admin

from returns.models import ApprovalLimit


@admin.register(ApprovalLimit)
class ApprovalLimitAdmin(admin.ModelAdmin):
    """The office's own limits."""

    list_display = ["role", "currency", "up_to"]
    list_editable = ["up_to"]
