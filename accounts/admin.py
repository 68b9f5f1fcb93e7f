"""Accounts, organisations and roles for administrators."""

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.actions.grants import give_grant, withdraw_grant
from accounts.forms import AccountForm, NewAccountForm
from accounts.models import Grant, Organisation, User

admin.site.site_header = admin.site.site_title = _("IOM Finland, administration")


@admin.register(Organisation)
class OrganisationAdmin(admin.ModelAdmin):
    """Bodies that people act for."""

    list_display = ["name", "kind", "country", "email", "language"]
    list_filter = ["kind", "country"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    """Accounts. Roles are grants, on their own page, so that each is given by somebody and recorded."""

    list_display = ["email", "name", "organisation", "is_active", "last_login"]
    list_filter = ["is_active", "organisation__kind"]
    list_select_related = ["organisation"]
    search_fields = ["email", "name"]
    ordering = ["name"]
    filter_horizontal = []
    autocomplete_fields = ["organisation"]
    readonly_fields = ["last_login", "joined_at"]
    fieldsets = [
        (None, {"fields": ["email", "password", "name", "organisation", "language"]}),
        (_("Access"), {"fields": ["is_active", "last_login", "joined_at"]}),
    ]
    add_fieldsets = [(None, {"fields": ["email", "name", "organisation", "language", "password1", "password2"]})]
    form, add_form = AccountForm, NewAccountForm


@admin.register(Grant)
class GrantAdmin(admin.ModelAdmin):
    """Roles: given once, never edited; withdrawn by the action in the list."""

    list_display = ["user", "role", "mandate", "country", "starts_on", "ends_on", "given_by", "withdrawn_at"]
    list_filter = ["role", "mandate", "country"]
    list_select_related = ["user", "given_by"]
    search_fields = ["user__name", "user__email"]
    autocomplete_fields = ["user"]
    fields = ["user", "role", "mandate", "country", "ends_on"]
    actions = ["withdraw"]

    def save_model(self, request: HttpRequest, grant: Grant, form, change: bool) -> None:
        """Through the action, so that incompatible roles and grants to oneself are refused."""
        try:
            made = give_grant(by=request.user, **{name: form.cleaned_data[name] for name in self.fields})
            grant.pk = made.pk
        except ValidationError as refusal:
            self.message_user(request, " ".join(refusal.messages), messages.ERROR)

    def response_add(self, request, obj, post_url_continue=None):
        """Back to the list, also after a refusal."""
        return self.response_post_save_add(request, obj)

    def log_addition(self, request, obj, message):
        """A refused grant leaves no entry."""
        return super().log_addition(request, obj, message) if obj.pk else None

    def has_change_permission(self, request: HttpRequest, obj: Grant | None = None) -> bool:
        """A grant is withdrawn and given anew, not edited."""
        return obj is None and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Grant | None = None) -> bool:
        """Grants are evidence."""
        return False

    @admin.action(description=_("Withdraw the chosen grants"))
    def withdraw(self, request: HttpRequest, grants) -> None:
        """End the chosen grants now."""
        for grant in grants:
            withdraw_grant(grant=grant, by=request.user)
