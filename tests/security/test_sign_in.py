"""The way in: no second entrance, no skipped second factor, no guessing, no telling who has an account."""

from datetime import timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from axes.models import AccessAttempt
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions.grants import withdraw_grant
from accounts.models import Grant

SIGN_IN = "/accounts/login/"
PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def quick_hashes(settings):
    """Guessing is slow by design; tests guess a lot."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def guarded(admin):
    """An administrator with a password and a second factor."""
    admin.set_password(PASSWORD)
    admin.save(update_fields=["password"])
    TOTP.activate(admin, generate_totp_secret())
    return admin


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_password_alone_opens_nothing_at_any_entrance(guarded):
    for address in (SIGN_IN, "/admin/login/", "/admin/login/?next=/admin/"):
        client = Client()
        client.post(address, {"login": guarded.email, "username": guarded.email, "password": PASSWORD})
        assert not is_signed_in(client), address


def test_without_a_second_factor_the_password_signs_in(guarded):
    """What the check above looks for can be seen."""
    guarded.authenticator_set.all().delete()
    client = Client()
    client.post(SIGN_IN, {"login": guarded.email, "password": PASSWORD})
    assert is_signed_in(client)


HERE, ELSEWHERE = "10.0.0.1", "10.0.0.2"


def guess(login: str, times: int, place: str = HERE) -> int:
    """The status of the last of some wrong guesses."""
    client = Client(REMOTE_ADDR=place)
    answers = [client.post(SIGN_IN, {"login": login, "password": f"wrong {n}"}) for n in range(times)]
    return answers[-1].status_code


def right(login: str, place: str) -> int:
    return Client(REMOTE_ADDR=place).post(SIGN_IN, {"login": login, "password": PASSWORD}).status_code


def test_guessing_locks_the_pair_of_account_and_place(guarded, chidi, settings):
    chidi.set_password(PASSWORD)
    chidi.save(update_fields=["password"])
    assert guess(guarded.email, settings.AXES_FAILURE_LIMIT) == 429
    assert (right(guarded.email, HERE), right(guarded.email, ELSEWHERE), right(chidi.email, HERE)) == (429, 302, 302)


def test_an_address_in_other_letters_is_no_fresh_account_to_guess(guarded, settings):
    for login in (guarded.email.upper(), f" {guarded.email}"):
        guess(login, settings.AXES_FAILURE_LIMIT // 2)
    assert AccessAttempt.objects.get().username == guarded.email
    assert right(guarded.email, HERE) == 429


def test_guesses_counted_for_nobody_are_found(guarded, settings):
    """Without our word for it, axes looks for a field that the sign-in never hands over: no account can be locked."""
    settings.AXES_USERNAME_CALLABLE, settings.AXES_USERNAME_FORM_FIELD = None, "login"
    guess(guarded.email, 1)
    assert AccessAttempt.objects.get().username is None


def test_behind_a_proxy_people_are_told_apart(guarded, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    client = Client(REMOTE_ADDR="10.9.9.9", HTTP_X_FORWARDED_FOR="192.0.2.66, 192.0.2.7")
    client.post(SIGN_IN, {"login": guarded.email, "password": "wrong"})
    assert AccessAttempt.objects.get().ip_address == "192.0.2.7"


def hashes_of(monkeypatch, login: str) -> int:
    """How often a password is worked out: what makes an answer slow."""
    worked = []
    plain = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *one: worked.append(one) or plain(*one))
    guess(login, 1)
    monkeypatch.setattr(MD5PasswordHasher, "encode", plain)
    return len(worked)


def test_an_unknown_account_takes_as_long_as_a_known_one(guarded, chidi, monkeypatch):
    chidi.set_password(PASSWORD)
    chidi.is_active = False
    chidi.save()
    logins = (guarded.email, chidi.email, "nobody@nowhere.example")
    assert len({hashes_of(monkeypatch, login) for login in logins}) == 1


def asked_anew(email: str) -> tuple[int, str]:
    answer = Client().post("/accounts/password/reset/", {"email": email})
    return answer.status_code, answer["Location"]


def test_asking_for_a_new_password_tells_nobody_who_has_an_account(guarded, mailoutbox):
    assert asked_anew(guarded.email) == asked_anew("nobody@nowhere.example")
    assert len(mailoutbox) == 2  # also as slow: a mail each
    assert guarded.name not in mailoutbox[0].body


@pytest.mark.parametrize("aim", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_no_way_in_leads_out_of_the_house(guarded, aim):
    guarded.authenticator_set.all().delete()
    answer = Client().post(SIGN_IN, {"login": guarded.email, "password": PASSWORD, "next": aim})
    assert answer.url == "/"
    chosen = Client().post("/language/", {"language": "fi", "next": aim})
    assert chosen.url == "/"


def test_the_way_back_inside_the_house_is_kept(guarded):
    guarded.authenticator_set.all().delete()
    answer = Client().post(SIGN_IN, {"login": guarded.email, "password": PASSWORD, "next": "/notices/"})
    assert answer.url == "/notices/"


@pytest.mark.parametrize("name", ["email", "email/x", "signup", "signup/passkey", "confirm-email/x", "phone/change"])
def test_nobody_changes_the_address_of_an_account(sign_in, chidi, name):
    client = sign_in(chidi)
    answers = [client.get(f"/accounts/{name}/"), client.post(f"/accounts/{name}/", {"email": "x@evil.example"})]
    assert {answer.status_code for answer in answers} == {404}
    chidi.refresh_from_db()
    assert chidi.email == "chidi@iom-finland.example"


def test_a_stolen_session_replaces_no_second_factor(sign_in, guarded):
    client = sign_in(guarded)
    for name in ("mfa_deactivate_totp", "mfa_generate_recovery_codes", "mfa_add_webauthn"):
        answer = client.post(reverse(name))
        assert "/reauthenticate/" in answer.url, name
    assert guarded.authenticator_set.count() == 1


OPEN_BEFORE = ["/desk/", "/admin/", "/notices/", "/", "/language/../desk/", "/static/../desk/", "//accounts/../desk/"]


@pytest.mark.parametrize("address", OPEN_BEFORE)
def test_before_the_second_factor_is_set_up_nothing_opens(sign_in, aino, settings, address):
    settings.SECOND_FACTOR_REQUIRED = True
    answer = sign_in(aino).get(address)
    assert answer.status_code == 404 or answer.url == "/accounts/2fa/", address


def test_with_a_second_factor_the_desk_opens(sign_in, aino, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    TOTP.activate(aino, generate_totp_secret())
    assert sign_in(aino).get("/desk/").status_code == 200


def test_a_closed_account_ends_at_the_next_request(sign_in, aino):
    client = sign_in(aino)
    assert client.get("/desk/").status_code == 200
    type(aino).objects.update(is_active=False)
    assert client.get("/desk/").url.startswith(SIGN_IN)


def test_a_withdrawn_or_ended_grant_ends_at_the_next_request(sign_in, aino):
    client = sign_in(aino)
    withdraw_grant(grant=aino.grants.get(), by=aino)
    assert client.get("/desk/").status_code == 404
    Grant.objects.update(withdrawn_at=None, withdrawn_by=None)
    assert client.get("/desk/").status_code == 200
    yesterday = timezone.localdate() - timedelta(days=1)
    Grant.objects.update(starts_on=yesterday, ends_on=yesterday)
    assert client.get("/desk/").status_code == 404


def test_a_session_ends_after_its_longest_time_however_busy(sign_in, aino, settings):
    client = sign_in(aino)
    client.get("/desk/")
    settings.SESSION_LONGEST = -1
    assert client.get("/desk/").url.startswith(SIGN_IN)
    assert not is_signed_in(client)
