"""Opening accounts: the person chooses the password, and the first administrators are two."""

import re

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse

from accounts.models import Grant, Role, User
from tests import factories

NEW = {"email": "Nina@iom.example", "name": "Nina Berg", "language": "sv"}


def open_account(client, office):
    return client.post(reverse("admin:accounts_user_add"), NEW | {"organisation": office.pk}, follow=True)


def test_a_new_account_has_no_password_and_its_owner_gets_a_link(sign_in, admin, office, client):
    open_account(sign_in(admin), office)
    nina = User.objects.get(email="nina@iom.example")
    assert not nina.has_usable_password()
    assert mail.outbox[0].to == [nina.email]
    link = re.search(r"https?://[^/]+(/\S+)", mail.outbox[0].body)[1]
    page = client.get(link, follow=True)
    client.post(
        page.redirect_chain[-1][0], {"password1": "a long walk by the sea", "password2": "a long walk by the sea"}
    )
    nina.refresh_from_db()
    assert nina.check_password("a long walk by the sea")


def test_an_account_is_open_though_the_mail_server_is_away(sign_in, admin, office, monkeypatch):
    def away(*args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr(mail.EmailMessage, "send", away)
    page = open_account(sign_in(admin), office)
    assert User.objects.filter(email="nina@iom.example").exists()
    assert "The mail server did not answer" in page.content.decode()


def test_two_administrators_see_a_role_through(sign_in, admin, office, chidi):
    second = factories.user("second", office, (Role.ADMINISTRATOR, "", ""))
    add = {"user": chidi.pk, "role": Role.OFFICER, "mandate": "returns", "country": "FI"}
    sign_in(admin).post(reverse("admin:accounts_grant_add"), add)
    chosen = {"action": "confirm", "_selected_action": [chidi.grants.get().pk]}
    for who, holds in ((admin, False), (second, True)):
        sign_in(who).post(reverse("admin:accounts_grant_changelist"), chosen)
        assert User.objects.get(pk=chidi.pk).standing.has(Role.OFFICER) is holds


def test_the_first_two_administrators_are_appointed_once(db, capsys):
    names = ("Anna Berg <anna@office.example>", "Bo Ek <bo@office.example>")
    call_command("appoint_administrators", *names)
    assert "/accounts/password/reset/" in capsys.readouterr().out
    assert all(one.standing.has(Role.ADMINISTRATOR) for one in User.objects.filter(name__in=["Anna Berg", "Bo Ek"]))
    assert Grant.objects.in_force().count() == 2
    with pytest.raises(CommandError):
        call_command("appoint_administrators", *names)


@pytest.mark.parametrize("second", ["Anna <ANNA@office.example>", "nobody"])
def test_one_person_is_not_two_administrators(db, second):
    with pytest.raises(CommandError):
        call_command("appoint_administrators", "Anna <anna@office.example>", second)
    assert not User.objects.exists()
