"""Administrators configure: they see no case, open nobody's account, and give themselves nothing."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib import admin as administration
from django.urls import NoReverseMatch, reverse

from accounts.models import Grant, Role, User
from cases.models import Person
from tests.house.world import make_world


def texts_of(client, addresses: list[str]) -> dict[str, str]:
    return {address: client.get(address).content.decode(errors="replace") for address in addresses}


def every_page_of(model) -> list[str]:
    """List, first record, history and removal of a model in the administration."""
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    found = [reverse(f"{name}_changelist")]
    for one in model._base_manager.all()[:2]:
        found += [reverse(f"{name}_{verb}", args=[one.pk]) for verb in ("change", "history", "delete")]
    return found


def names_in(texts: dict[str, str]) -> list[tuple[str, str]]:
    """Where a name of a person of the cases stands."""
    names = {word for one in Person.objects.all() for word in (one.family_name, one.given_names) if word}
    return [(address, name) for address, text in texts.items() for name in names if name in text]


def test_no_page_of_the_administration_names_a_person(sign_in, db):
    world = make_world()
    pages = [page for model in administration.site._registry for page in every_page_of(model)]
    found = texts_of(sign_in(world.people["admin"]), [*pages, reverse("admin:index")])
    assert len(found) > 40
    assert names_in(found) == []
    assert names_in(texts_of(sign_in(world.people["aino"]), [reverse("cases:list")]))  # the check can find


def test_records_of_cases_cannot_be_asked_for_sideways(sign_in, admin):
    client = sign_in(admin)
    asked = {"app_label": "cases", "model_name": "access", "field_name": "person", "term": "a"}
    assert client.get(reverse("admin:autocomplete"), asked).status_code in (403, 404)
    sideways = {"person__family_name__startswith": "B"}
    assert client.get(reverse("admin:cases_access_changelist"), sideways).status_code == 400


def test_nobody_gives_a_role_to_themselves(sign_in, admin, aino):
    for who in (admin, aino):
        asked = {"user": who.pk, "role": Role.LEAD, "mandate": "", "country": ""}
        sign_in(admin).post(reverse("admin:accounts_grant_add"), asked)
    assert list(Grant.objects.filter(role=Role.LEAD).values_list("user", flat=True)) == [aino.pk]


def test_an_administrator_takes_no_account_over(sign_in, admin, aino):
    aino.set_password("her own long password")
    aino.save()
    client, before = sign_in(admin), (aino.email, aino.password)
    address = reverse("admin:auth_user_password_change", args=[aino.pk])
    assert client.post(address, {"password1": "x" * 20, "password2": "x" * 20}).status_code == 404
    asked = {"email": "admin@evil.example", "password": "x", "name": "Aino K", "organisation": aino.organisation_id}
    client.post(reverse("admin:accounts_user_change", args=[aino.pk]), asked | {"language": "fi", "is_active": "on"})
    aino.refresh_from_db()
    assert (aino.email, aino.password, aino.name) == (*before, "Aino K")


def test_the_secret_of_a_second_factor_is_shown_to_nobody(sign_in, admin, aino):
    secret = generate_totp_secret()
    TOTP.activate(aino, secret)
    one = Authenticator.objects.get()
    page = sign_in(admin).get(reverse("admin:mfa_authenticator_change", args=[one.pk])).content.decode()
    assert aino.name in page
    assert one.data["secret"] not in page and secret not in page
    assert sign_in(admin).get(reverse("admin:mfa_authenticator_add")).status_code == 403


def test_borrowed_pages_that_change_accounts_are_closed(db):
    with pytest.raises(NoReverseMatch):
        reverse("admin:account_emailaddress_changelist")


@pytest.mark.parametrize("column", ["is_superuser", "is_staff", "grants", "last_login", "joined_at", "code"])
def test_no_column_beyond_the_form_is_taken(sign_in, admin, chidi, column):
    before = User.objects.filter(pk=chidi.pk).values().get()
    asked = {"name": chidi.name, "organisation": chidi.organisation_id, "language": chidi.language, "is_active": "on"}
    asked |= {column: "1", f"{column}_0": "2020-01-01", f"{column}_1": "00:00"}
    sign_in(admin).post(reverse("admin:accounts_user_change", args=[chidi.pk]), asked)
    assert User.objects.filter(pk=chidi.pk).values().get() == before
    assert not chidi.grants.exists()
