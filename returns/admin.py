"""What administrators keep: paused countries, limits, providers, the schedule of visits; files and plans to see.

Possible duplicates and what was decided of them are looked at, never changed: without names, without reasons.
"""

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from cases.admin import ReadOnly
from returns.models import (
    ApprovalLimit,
    DuplicateDecision,
    DuplicatePair,
    MonitoringStep,
    ReintegrationPlan,
    ReturnCountryNote,
    RiatFile,
    ServiceProvider,
)


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


class Ruled(admin.ModelAdmin):
    """Records of cases: written by actions only, listed under the same rules as on every page."""

    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """What this person may see."""
        return super().get_queryset(request).visible_to(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Never."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Never."""
        return False


@admin.register(RiatFile)
class RiatFileAdmin(Ruled):
    """Files of the EU programme."""

    list_display = ["reference", "status", "support", "partner", "return_country", "answer_by", "registered_at"]
    list_filter = ["status", "support"]
    search_fields = ["reference", "partner"]


@admin.register(ReintegrationPlan)
class ReintegrationPlanAdmin(Ruled):
    """Versions of plans and where they stand."""

    list_display = ["return_file", "n", "state", "mission", "written_by", "office_by", "mission_by"]
    list_filter = ["state", "mission"]
    list_select_related = ["return_file", "mission", "written_by", "office_by", "mission_by"]


@admin.register(ServiceProvider)
class ServiceProviderAdmin(admin.ModelAdmin):
    """Who gives services at the places of return: kind, place and contact are kept; the name stays."""

    list_display = ["name", "country", "kind", "place", "contact", "organisation"]
    list_filter = ["kind", "country"]
    search_fields = ["name", "place"]
    autocomplete_fields = ["organisation"]

    def get_readonly_fields(self, request: HttpRequest, obj: Model | None = None) -> list[str]:
        """Approved plans name it."""
        return ["name", "country"] if obj else []

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Never."""
        return False


@admin.register(MonitoringStep)
class MonitoringStepAdmin(admin.ModelAdmin):
    """When returnees are visited or called; what changes holds for people who arrive from then on."""

    list_display = ["months", "way", "by_whom", "days_before", "days_after", "with_survey", "is_in_use"]
    list_editable = ["way", "by_whom", "days_before", "days_after", "with_survey", "is_in_use"]


@admin.register(DuplicatePair)
class DuplicatePairAdmin(ReadOnly):
    """How many wait, how strong they are, since when."""

    list_display = fields = readonly_fields = ["code", "state", "is_strong", "changed_since", "found_at"]
    list_filter = ["state", "is_strong", "changed_since"]


@admin.register(DuplicateDecision)
class DuplicateDecisionAdmin(ReadOnly):
    """Who decided what, when."""

    list_display = fields = readonly_fields = ["pair_code", "verdict", "decided_by", "decided_at"]
    list_filter = ["verdict"]
    list_select_related = ["pair", "decided_by"]

    @admin.display(description=_("pair"))
    def pair_code(self, decision: DuplicateDecision) -> str:
        """The code, which tells nothing of the people."""
        return str(decision.pair.code)
