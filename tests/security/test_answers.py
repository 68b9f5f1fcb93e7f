"""Every kind of answer: its headers, its methods, the token of its forms; and what production insists on."""

import os
import re
import secrets
import subprocess
import sys
from collections.abc import Iterator

import pytest
from django.conf import settings as house
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from tests.house.doors import DOORS
from tests.house.world import World, make_world

NAMES = list(DOORS)
PAGES = [name for name, door in DOORS.items() if not door.post_only]
MODEL = "django.contrib.auth.backends.ModelBackend"
READ_MARKS = {"notices_notice", "travel_notification", "cases_access", "decisions_filelook", "django_session"}


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker) -> Iterator[World]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture
def world(built, db) -> World:
    return built


def entered(world: World, name: str, **options) -> Client:
    """A browser of somebody who may pass this door."""
    browser = Client(raise_request_exception=False, **options)
    if who := sorted(DOORS[name].opens_to - {"anonymous"}):
        browser.force_login(world.people[who[0]], backend=MODEL)
    return browser


def address_of(world: World, name: str) -> str:
    return reverse(name, kwargs=DOORS[name].args(world))


def lacks(answer) -> list[str]:
    """What this answer forgot to say to the browser."""
    wanted = {
        "X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin", "Cache-Control": "no-store",
    }  # fmt: skip
    found = [header for header, value in wanted.items() if answer.headers.get(header) != value]
    policy = answer.headers.get("Content-Security-Policy", "")
    return found + [word for word in ("unsafe-inline", "unsafe-eval", " *") if word in policy or not policy]


@pytest.mark.parametrize("name", [*PAGES, "admin:index", "admin:accounts_user_changelist", "mfa_index"])
def test_every_answer_tells_the_browser_to_be_careful(world, name):
    browser = entered(world, name if name in DOORS else "returns:rules_load")
    address = address_of(world, name) if name in DOORS else reverse(name)
    for asked in (address, f"{address}missing/"):
        assert lacks(browser.get(asked)) == [], asked


def test_refusals_and_crashes_are_as_careful(world, monkeypatch, settings):
    browser = Client(enforce_csrf_checks=True, raise_request_exception=False)
    browser.force_login(world.people["aino"], backend=MODEL)
    assert lacks(browser.post(reverse("cases:save_filter"))) == []  # 403
    assert lacks(browser.get(reverse("notices:again", args=[world.notice.code]))) == []  # 405
    settings.SECOND_FACTOR_REQUIRED = True
    assert lacks(browser.get("/desk/")) == []  # 302
    settings.SECOND_FACTOR_REQUIRED = False
    monkeypatch.setattr("cases.views.desk.my_tasks", lambda request: 1 / 0)
    crash = browser.get("/desk/")
    assert (crash.status_code, lacks(crash)) == (500, [])


def test_an_answer_without_its_headers_is_found(world):
    answer = entered(world, "cases:desk").get("/desk/")
    del answer.headers["X-Frame-Options"]
    answer.headers["Content-Security-Policy"] = "script-src 'unsafe-inline'"
    assert lacks(answer) == ["X-Frame-Options", "unsafe-inline"]


def test_the_nonce_of_a_page_is_its_own(world):
    browser = entered(world, "cases:desk")
    policies = [browser.get("/desk/").headers["Content-Security-Policy"] for __ in range(5)]
    nonces = {re.search(r"nonce-([\w+/=-]+)", policy)[1] for policy in policies}
    assert len(nonces) == 5
    assert all(len(nonce) >= 20 for nonce in nonces)


@pytest.mark.parametrize("name", [name for name in NAMES if name != "travel:webhook_flights"])
def test_nothing_is_done_without_the_token_of_a_form(world, name):
    browser = entered(world, name, enforce_csrf_checks=True)
    assert browser.post(address_of(world, name), {"note": "x"}).status_code in (403, 405)


def test_with_the_token_the_same_is_done(world):
    browser = entered(world, "cases:task_done", enforce_csrf_checks=True)
    browser.get("/cases/")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', browser.get("/desk/").content.decode())[1]
    asked = {"csrfmiddlewaretoken": token}
    assert browser.post(address_of(world, "cases:task_done"), asked).status_code == 302
    refused = browser.post(address_of(world, "cases:task_done"), asked, HTTP_ORIGIN="https://evil.example")
    assert refused.status_code == 403


def writes_of(browser: Client, address: str) -> set[str]:
    """The tables that a look at this address writes to."""
    written = []

    def watch(execute, sql, params, many, context):
        written.extend(re.findall(r'^(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"', sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        browser.get(address)
    return set(written)


@pytest.mark.parametrize("name", NAMES)
def test_looking_changes_nothing(world, name):
    assert writes_of(entered(world, name), address_of(world, name)) <= READ_MARKS


def test_a_look_that_changes_something_is_found(world, monkeypatch):
    monkeypatch.setattr("cases.views.desk.sentence", lambda *seen: world.task.save(update_fields=["title"]) or "")
    assert "cases_task" in writes_of(entered(world, "cases:desk"), "/desk/")


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", "testserver:80@evil.example"])
def test_another_host_is_not_answered(db, host):
    assert Client(raise_request_exception=False).get("/accounts/login/", HTTP_HOST=host).status_code == 400


@pytest.mark.parametrize("length", [str(house.MOST_BYTES_SENT + 1), "-1", "many"])
def test_a_huge_request_is_not_read(db, length):
    answer = Client().post("/accounts/login/", {"login": "x"}, CONTENT_LENGTH=length)
    assert answer.status_code == 413


def test_many_files_at_once_are_refused(world):
    many = "".join(
        f'--b\r\nContent-Disposition: form-data; name="f{n}"; filename="{n}"\r\n\r\nx\r\n' for n in range(50)
    )
    browser = entered(world, "cases:new_document")
    answer = browser.generic(
        "POST", address_of(world, "cases:new_document"), f"{many}--b--", "multipart/form-data; boundary=b"
    )
    assert answer.status_code == 400


ASKED = """
from django.conf import settings as s
print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE,
      s.SESSION_COOKIE_HTTPONLY, s.SESSION_COOKIE_SAMESITE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS >= 31536000,
      s.SECOND_FACTOR_REQUIRED, s.DEBUG, "testserver" in s.ALLOWED_HOSTS, bool(s.FLIGHTS_WEBHOOK_SECRET))
"""


def in_production(**more: str) -> str:
    """What the settings say there, as a process of its own reads them."""
    there = {
        "PORTAL": "production", "SECRET_KEY": secrets.token_hex(40), "ALLOWED_HOSTS": "portal.example",
        "DATABASE_URL": "postgres://portal@localhost/portal", "REDIS_URL": "redis://localhost",
        "EMAIL_URL": "smtp://localhost", "PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "iomfi.settings",
    }  # fmt: skip
    told = subprocess.check_output([sys.executable, "-c", ASKED], env=there | more, cwd=house.BASE_DIR)
    return told.decode().strip()


def test_production_insists_on_safe_cookies_and_a_second_factor():
    assert in_production() == "__Host-session __Host-csrf True True True Lax True True True False False False"


def test_an_unsafe_production_would_be_told():
    assert in_production(DEBUG="1", SECOND_FACTOR_REQUIRED="0").split()[8:10] == ["False", "True"]
