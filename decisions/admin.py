"""Decision files for administrators: their life, never what they say. Read-only, under the same record rules."""

from django.contrib import admin

from cases.admin import Ruled
from decisions.models import Decision, Upload


@admin.register(Upload)
class UploadAdmin(Ruled):
    """Files of the authorities."""

    list_display = ["uploaded_at", "organisation", "layout", "state", "file_code", "receipt", "persons"]
    list_filter = ["state", "layout", "organisation"]
    list_select_related = ["organisation"]
    fields = readonly_fields = [
        "code", "organisation", "layout", "size", "sha256", "state", "file_code", "receipt", "rows", "persons",
        "travellers", "cases_new", "cases_changed", "cases_unchanged", "cases_withheld", "uploaded_at", "uploaded_by",
        "accepted_at", "accepted_by", "discarded_at", "discarded_by",
    ]  # fmt: skip


@admin.register(Decision)
class DecisionAdmin(Ruled):
    """Decisions."""

    list_display = ["code", "issuer", "layout", "first_at"]
    list_filter = ["layout", "issuer"]
    list_select_related = ["issuer"]
    fields = readonly_fields = ["code", "issuer", "layout", "first_at"]
