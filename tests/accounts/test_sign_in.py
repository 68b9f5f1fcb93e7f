"""The door: by e-mail and password, in one's own language, with a second factor where one is required."""

import pytest

from accounts.models import User

PASSWORD = "a-long-way-to-go-2026"


@pytest.fixture
def anna(migri):
    return User.objects.create_user("anna@migri.example", PASSWORD, name="Anna", organisation=migri, language="fi")


def sign_in_by_page(client, password=PASSWORD):
    return client.post("/accounts/login/", {"login": "Anna@migri.example", "password": password})


def test_an_address_in_any_case_signs_in(client, anna):
    assert sign_in_by_page(client).status_code == 302


def test_a_wrong_password_says_nothing_about_the_account(client, anna):
    wrong = sign_in_by_page(client, "wrong").content
    unknown = client.post("/accounts/login/", {"login": "nobody@migri.example", "password": "wrong"}).content
    assert b"errorlist" in wrong or b"error-summary" in wrong
    assert len(wrong) - len(unknown) == len("Anna@migri.example") - len("nobody@migri.example")


def test_the_language_of_the_account_holds_after_sign_in(client, anna):
    sign_in_by_page(client)
    assert b'lang="fi"' in client.get("/notices/").content


def test_there_is_no_sign_up(client, db):
    page = client.post("/accounts/signup/", {"email": "new@migri.example", "password1": PASSWORD})
    assert not User.objects.filter(email="new@migri.example").exists()
    assert page.status_code in {200, 302, 404}


def test_where_a_second_factor_is_required_nothing_opens_before_it_is_set_up(aino, sign_in, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    browser = sign_in(aino)
    for path in ("/desk/", "/cases/", "/notices/", "/people/?q=a"):
        assert browser.get(path).url == "/accounts/2fa/"


def test_a_session_ends_after_its_longest_time(aino, sign_in, settings):
    browser = sign_in(aino)
    assert browser.get("/desk/").status_code == 200
    settings.SESSION_LONGEST = -1
    assert browser.get("/desk/").status_code == 302
