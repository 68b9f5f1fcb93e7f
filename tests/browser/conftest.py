"""The running portal, once per process of the tests, and browsers in which the demo's people sign in."""

import mailbox
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_binary_file, policy
from functools import cache, partial
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from iomfi.demo.accounts import PASSWORD
from iomfi.demo.families import Relative
from iomfi.local.places import Places
from tests.local import free_port

HOUSE = Path(__file__).resolve().parent.parent.parent
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
WITHOUT = "NO CHROMIUM WAS FOUND: the browser tests did not run. Install Debian's chromium, or name one in CHROMIUM."


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs a browser; all of it runs in one process, on one portal."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason=WITHOUT))


@dataclass
class RunningPortal:
    """The portal that the browser visits."""

    address: str
    places: Places

    def mails_to(self, receiver: str) -> list[str]:
        """Subjects and bodies of all mail to a mailbox."""
        box = mailbox.Maildir(self.places.mail, factory=partial(message_from_binary_file, policy=policy.default))
        return [f"{mail['Subject']}\n{mail.get_content()}" for mail in box if receiver in mail["To"]]

    def mail_to(self, receiver: str, about: str, seconds: float = 30) -> str:
        """The first mail to a mailbox that speaks of this; the worker may just be sending it."""
        deadline = time.monotonic() + seconds
        while not (mails := [mail for mail in self.mails_to(receiver) if about in mail]):
            assert time.monotonic() < deadline, f"no mail about {about} to {receiver}"
            time.sleep(0.3)
        return mails[0]

    @property
    def airline(self) -> str:
        """The address of the sandbox airline."""
        return f"http://127.0.0.1:{self.places.port('airline')}"

    def orders_of(self, person: Relative) -> list[dict]:
        """Every order the airline ever made for this person."""
        orders = httpx.get(f"{self.airline}/sandbox/ledger").json()["data"]
        who = {"family_name": person.family_name, "born_on": str(person.born)}
        return [one for one in orders if any(who.items() <= each.items() for each in one["passengers"])]

    @contextmanager
    def slow_airline(self, family_name: str) -> Iterator[None]:
        """The airline takes longer over each order of a family than the page waits between two looks (2 s)."""
        faults = f"{self.airline}/sandbox/faults"
        for endpoint in ("create_order", "create_payment"):
            slow = {"kind": "slow", "seconds": 5, "endpoint": endpoint, "match": {"family_name": family_name}}
            httpx.post(faults, json=slow).raise_for_status()
        yield
        httpx.delete(faults).raise_for_status()


@pytest.fixture(scope="session")
def portal(tmp_path_factory) -> Iterator[RunningPortal]:
    """`manage.py up` with the demo world."""
    data_dir, port = tmp_path_factory.mktemp("portal") / "data", free_port()
    words = data_dir.parent / "words"
    environ = {key: value for key, value in os.environ.items() if key not in {"PORT", "DATA_DIR"}}
    with words.open("wb") as out:
        command = [sys.executable, str(HOUSE / "manage.py"), "up", "--port", str(port)]
        child = subprocess.Popen(
            command, stdout=out, stderr=out, start_new_session=True, env=environ | {"DATA_DIR": str(data_dir)}
        )
    deadline = time.monotonic() + 240
    while "Portal ready" not in words.read_text():
        assert child.poll() is None and time.monotonic() < deadline, words.read_text()
        time.sleep(0.2)
    yield RunningPortal(f"http://127.0.0.1:{port}", Places.of(data_dir))
    child.send_signal(signal.SIGINT)
    child.wait(30)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Visitor:
    """Somebody of the demo at a screen of some width. Words on the browser's console are complaints and are kept."""

    def __init__(self, portal: RunningPortal, context: BrowserContext, scripts: bool = True) -> None:
        self.portal, self.context, self.scripts = portal, context, scripts
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda said: said.type == "error" and self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, path: str) -> Page:
        """Go to an address of the portal."""
        self.page.goto(self.portal.address + path)
        return self.page

    @property
    def path(self) -> str:
        """Where this person is."""
        return self.page.url.removeprefix(self.portal.address)

    def status_of(self, path: str) -> int:
        """What the portal answers this person at an address."""
        return self.context.request.get(self.portal.address + path).status

    def press(self, selector: str, clicks: int = 1) -> Page:
        """A link or a button that leads to another page, pressed once or by a hasty double click."""
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.page.locator(selector).first.click(click_count=clicks)
        return self.page

    def wait_for(self, selector: str, seconds: float = 60) -> Page:
        """Until the page shows this: by itself with scripts, by loading it anew without."""
        deadline = time.monotonic() + seconds
        while not self.page.locator(selector).count():
            assert time.monotonic() < deadline, f"{selector} did not come:\n{self.page.locator('main').inner_text()}"
            self.page.wait_for_timeout(300)
            if not self.scripts:
                self.page.goto(self.page.url)
        return self.page

    def sign_in(self, email: str) -> "Visitor":
        """By the sign-in page, like anybody."""
        self.open("/accounts/login/")
        self.page.fill("[name=login]", email)
        self.page.fill("[name=password]", PASSWORD)
        self.page.click("form:has([name=password]) button[type=submit]")
        self.page.wait_for_url(lambda url: "/accounts/login/" not in url)
        return self


@pytest.fixture(scope="session")
def signed_in(portal, chromium) -> Callable[[str], dict]:
    """`signed_in("aino@iom.example")`: the cookies of a person who has come in by the sign-in page, once."""

    @cache
    def cookies_of(email: str) -> dict:
        context = chromium.new_context()
        Visitor(portal, context).sign_in(email)
        kept = context.storage_state()
        context.close()
        return kept

    return cookies_of


@pytest.fixture
def visitor(portal, chromium, signed_in):
    """`visitor("aino@iom.example", width=360, scripts=False)`: a browser in which this person has signed in."""
    contexts: list[BrowserContext] = []

    def visit(email: str = "", width: int = 1440, scripts: bool = True, **options) -> Visitor:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts, accept_downloads=True,
            storage_state=signed_in(email) if email else None, **options,
        )  # fmt: skip
        context.set_default_timeout(20_000)
        contexts.append(context)
        return Visitor(portal, context, scripts)

    yield visit
    for context in contexts:
        context.close()


def pytest_terminal_summary(terminalreporter) -> None:
    """Say loudly what was not proved."""
    if CHROMIUM is None:
        terminalreporter.section("BROWSER TESTS DID NOT RUN", red=True)
        terminalreporter.write_line(WITHOUT)
