"""The way in: no second entrance, no skipped second factor, no guessing, no telling who has an account."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from axes.models import AccessAttempt
from django.test import Client
from django.urls import reverse

SIGN_IN = "/accounts/login/"
PASSWORD = "correct horse battery"


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
