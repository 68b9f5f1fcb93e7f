"""The running portal, once per process of the tests, and browsers in which the demo's people sign in."""

import mailbox
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from iomfi.demo.accounts import PASSWORD
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
        box = mailbox.Maildir(self.places.mail)
        mails = [mail for mail in box if receiver in mail["To"]]
        return [f"{mail['Subject']}\n{mail.get_payload(decode=True).decode()}" for mail in mails]


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

    def __init__(self, portal: RunningPortal, context: BrowserContext) -> None:
        self.portal, self.context = portal, context
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", lambda said: said.type == "error" and self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, path: str) -> Page:
        """Go to an address of the portal."""
        self.page.goto(self.portal.address + path)
        return self.page

    def sign_in(self, email: str) -> "Visitor":
        """By the sign-in page, like anybody."""
        self.open("/accounts/login/")
        self.page.fill("[name=login]", email)
        self.page.fill("[name=password]", PASSWORD)
        self.page.click("main button[type=submit]")
        self.page.wait_for_url(lambda url: "/accounts/login/" not in url)
        return self


@pytest.fixture
def visitor(portal, chromium):
    """`visitor("aino@iom.example", width=360, scripts=False)`: a browser in which this person has signed in."""
    contexts: list[BrowserContext] = []

    def visit(email: str = "", width: int = 1440, scripts: bool = True, **options) -> Visitor:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts, accept_downloads=True, **options
        )
        context.set_default_timeout(20_000)
        contexts.append(context)
        somebody = Visitor(portal, context)
        return somebody.sign_in(email) if email else somebody

    yield visit
    for context in contexts:
        context.close()


def pytest_terminal_summary(terminalreporter) -> None:
    """Say loudly what was not proved."""
    if CHROMIUM is None:
        terminalreporter.section("BROWSER TESTS DID NOT RUN", red=True)
        terminalreporter.write_line(WITHOUT)
