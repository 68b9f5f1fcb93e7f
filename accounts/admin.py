"""Accounts, organisations and roles for administrators."""

from allauth.account.admin import EmailAddress
from allauth.mfa.admin import Authenticator
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.actions.grants import confirm_grant, give_grant, withdraw_grant
from accounts.actions.invitations import invite
from accounts.forms import AccountForm, NewAccountForm
from accounts.models import Grant, Organisation, User

for borrowed in (EmailAddress, Authenticator):  # as they come, they show and change what opens other people's accounts
    admin.site.unregister(borrowed)
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
    fieldsets = [
        (None, {"fields": ["email", "name", "organisation", "language"]}),
        (_("Access"), {"fields": ["is_active", "last_login", "joined_at"]}),
    ]
    add_fieldsets = [(None, {"fields": ["email", "name", "organisation", "language"]})]
    form, add_form = AccountForm, NewAccountForm
    actions = ["invite_again"]

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        """The address of an account stays: whoever reads its mail opens the account."""
        return ["last_login", "joined_at"] + (["email"] if obj else [])

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = ""):
        """Nobody gives a password to somebody else's account: its owner asks for a new one by mail."""
        raise Http404

    def save_model(self, request: HttpRequest, obj: User, form, change: bool) -> None:
        """A new account is told to its owner, who chooses the password."""
        super().save_model(request, obj, form, change)
        if not change:
            self._invite(request, obj)

    @admin.action(description=_("Mail the link for choosing a password"))
    def invite_again(self, request: HttpRequest, users) -> None:
        """The first mail was lost, or came too late."""
        for user in users:
            self._invite(request, user)

    def _invite(self, request: HttpRequest, user: User) -> None:
        try:
            invite(user=user, request=request)
        except (ValidationError, OSError) as refusal:  # the account is there; the mail can be sent again
            why = " ".join(getattr(refusal, "messages", [])) or _(
                "The mail server did not answer. Send it again later."
            )
            self.message_user(request, f"{user.name}: {why}", messages.WARNING)
        else:
            words = _("%(name)s gets a link by which to choose a password.") % {"name": user.name}
            self.message_user(request, words)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Accounts are closed, not deleted: what they did stays theirs."""
        return False


@admin.register(Authenticator)
class SecondFactorAdmin(admin.ModelAdmin):
    """Second factors: who has one. Of somebody who lost it an administrator removes it; the secret is in no page."""

    list_display = ["user", "type", "created_at", "last_used_at"]
    list_select_related = ["user"]
    fields = readonly_fields = ["user", "type", "created_at", "last_used_at"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Everybody sets up their own."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Authenticator | None = None) -> bool:
        """A secret is never edited."""
        return False


@admin.register(Grant)
class GrantAdmin(admin.ModelAdmin):
    """Roles: given by one, confirmed by another, never edited; confirmed and withdrawn by actions of the list."""

    list_display = [
        "user", "role", "mandate", "country", "starts_on", "ends_on", "given_by", "confirmed_by", "withdrawn_at",
    ]  # fmt: skip
    list_filter = [("confirmed_at", admin.EmptyFieldListFilter), "role", "mandate", "country"]
    list_select_related = ["user", "given_by", "confirmed_by"]
    search_fields = ["user__name", "user__email"]
    autocomplete_fields = ["user"]
    fields = ["user", "role", "mandate", "country", "ends_on"]
    actions = ["confirm", "withdraw"]

    def save_model(self, request: HttpRequest, grant: Grant, form, change: bool) -> None:
        """Through the action, so that incompatible roles and grants to oneself are refused."""
        try:
            made = give_grant(by=request.user, **{name: form.cleaned_data[name] for name in self.fields})
            grant.pk = made.pk
            self.message_user(request, _("The role holds when another administrator has confirmed it."))
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

    @admin.action(description=_("Confirm the chosen grants"))
    def confirm(self, request: HttpRequest, grants) -> None:
        """The second pair of eyes."""
        for grant in grants:
            try:
                confirm_grant(grant=grant, by=request.user)
            except ValidationError as refusal:
                self.message_user(request, f"{grant.user}: {' '.join(refusal.messages)}", messages.ERROR)

    @admin.action(description=_("Withdraw the chosen grants"))
    def withdraw(self, request: HttpRequest, grants) -> None:
        """End the chosen grants now."""
        for grant in grants:
            withdraw_grant(grant=grant, by=request.user)
