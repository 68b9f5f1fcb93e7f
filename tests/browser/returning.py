"""The work of returns as people do it in the browser: every step clicks what a person would click."""

import time
from datetime import date

from django.utils import timezone

from tests.browser import work
from tests.browser.conftest import RunningPortal, Visitor
from tests.browser.return_files import Decided

LAST_FLIGHTS = 17  # o'clock UTC: later in the evening no flight leaves the North for the great hubs
SAVE = "main form.form-narrow button[type=submit]"


def opened(liaison: Visitor, officer: Visitor, one: Decided, layout: str) -> str:
    """The liaison sends and accepts the decision; the officer finds the case and makes it the own one."""
    work.send(liaison, one.file, layout)
    work.accept(liaison)
    case = work.find_case(officer, one.number)
    page = officer.press('.identity a[href$="/assign/"]')
    page.select_option("[name=officer]", label="Bilal Demir")
    officer.press(SAVE)
    return case


def sign_declarations(officer: Visitor, case: str, adults: int, language: str) -> None:
    """Every adult signs; with the last signature the documents are asked for."""
    for place in range(adults):
        officer.open(case)
        page = officer.press('a[href$="/declaration/"]')
        page.select_option("[name=person]", index=place)
        page.fill("[name=text_version]", "3")
        page.fill("[name=language]", language)
        officer.press(SAVE)


def clear(officer: Visitor, case: str) -> None:
    """To the documents, all of them held, and ready to book."""
    officer.open(case)
    work.begin_next_stage(officer)
    work.clear(officer)
    work.begin_next_stage(officer)


def leaves() -> int:
    """In how many days the next flights leave: today, unless it is evening."""
    return 0 if timezone.now().hour < LAST_FLIGHTS else 1


def plan(officer: Visitor, name: str, airport: str) -> str:
    """Plan the journey home from what the planner suggests; gives the movement's address."""
    page = officer.open("/travel/plan/")
    page.locator("[aria-labelledby=h-ready] tr", has_text=name).locator("[name=case]").check()
    officer.press("[aria-labelledby=h-ready] button")
    page.fill("[name=departs_on]", work.day(leaves()))
    page.fill("[name=arrives_on]", work.day(leaves() + 1))
    page.select_option("[name=destination]", airport)
    officer.press("main form[method=post] button[type=submit]")
    officer.press("#check [name=confirmed]")
    return officer.path


def book(officer: Visitor, travel: Visitor, case: str, airport: str) -> str:
    """From ready to tickets; gives the movement's address."""
    officer.open(case)
    movement = plan(officer, officer.page.locator(".identity .ref").inner_text(), airport)
    work.choose_flights(travel, movement)
    work.approve(travel)
    work.watch(travel)
    return movement


def key_for(officer: Visitor, case: str) -> str:
    """A code for the own page, read from the screen."""
    officer.open(case)
    officer.press('a[href^="/journey/give/"]')
    officer.press(SAVE)
    return officer.page.locator(".key").inner_text().strip()


def open_own_page(phone: Visitor, key: str, born: date) -> None:
    """With the code and the date of birth."""
    page = phone.open("/journey/?in=en")
    page.fill("[name=code]", key)
    page.fill("[name=birth_year]", str(born.year))
    page.select_option("[name=birth_month]", str(born.month))
    page.select_option("[name=birth_day]", str(born.day))
    phone.press(SAVE)


def withdraw(officer: Visitor) -> None:
    """On the page of the case."""
    officer.press('a[href$="/withdraw/"]')
    officer.press(SAVE)


def withdraw_at_the_gate(officer: Visitor, movement: str) -> None:
    """On the officer's phone, from the gate over the case: one button, no reason asked."""
    officer.open(f"{movement}gate/")
    officer.press('main a[href^="/cases/"]')
    withdraw(officer)


def seats_are_given_back(portal: RunningPortal, one: Decided, seconds: float = 60) -> None:
    """Nothing lives in the airline's ledger any more; the worker may just be calling it."""
    deadline = time.monotonic() + seconds
    while any(order["live"] for order in portal.orders_of(one.people[0])):
        assert time.monotonic() < deadline, portal.orders_of(one.people[0])
        time.sleep(0.3)


def withdraw_on_the_own_page(phone: Visitor) -> None:
    """Nobody else is needed; so near the journey it holds at once."""
    phone.press('a[href*="/journey/withdraw/"]')
    phone.press('main form button[type=submit]:has-text("Yes")')


def fly(officer: Visitor, movement: str) -> None:
    """At the gate: they leave, and they arrive; the phone is asked twice each."""
    for __ in ("departure", "arrival"):
        officer.open(f"{movement}gate/")
        officer.press(".stick button")
        officer.press("#check [name=confirmed]")


def finish(officer: Visitor, case: str) -> None:
    """Through the stages after the plan to the end: the assistance is completed."""
    for __ in ("instalments", "monitoring"):
        officer.open(case)
        work.begin_next_stage(officer)
    last_visit_not_wanted(officer, case)
    officer.open(case)
    page = officer.press('[aria-labelledby=h-returns] a[href$="/close/"]')
    page.select_option("[name=ending]", "reintegrated")
    officer.press(SAVE)


def last_visit_not_wanted(officer: Visitor, case: str) -> None:
    """Nobody is visited against their will; a return is completed once the last visit is made or not wanted."""
    officer.open(case)
    officer.press('[aria-labelledby=h-returns] a[href*="/monitoring/returns/"]')
    page = officer.press('a[href$="/not-made/"] >> nth=-1')
    page.check("[name=state][value=not_wanted]")
    page.fill("[name=note]", "They manage and ask not to be visited.")
    officer.press(SAVE)
