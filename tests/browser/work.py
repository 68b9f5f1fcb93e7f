"""The work of the portal as people do it in the browser: every step clicks what a person would click."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from django.utils import timezone

from tests.browser.conftest import Visitor

OWED = 'a[href*="/clearances/"][href$="/hold/"]'
LACKING = '[aria-labelledby="h-lacks"] a'
ORDERS = """[...document.querySelectorAll('.booking')].map(order => ({
    now: [...order.querySelectorAll('[aria-current=step]')].map(step => step.firstChild.textContent.trim()),
    is_done: order.querySelector('.steps .is-end') !== null,
}))"""


def day(days: int = 0) -> str:
    """A day as date fields take it."""
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def send(liaison: Visitor, file: Path, layout: str = "FI-KIINTIO") -> None:
    """Send a file from the first page and wait until it was read."""
    page = liaison.open("/authority/")
    page.select_option("form.upload [name=layout]", layout)
    page.set_input_files("form.upload [name=file]", file)
    liaison.press("form.upload button[type=submit]")
    liaison.wait_for("dl.tally")


def tally(liaison: Visitor) -> list[int]:
    """New, changed, unchanged, waiting for correction, persons to travel."""
    return [int(words) for words in liaison.page.locator("dl.tally dd").all_inner_texts()]


def accept(liaison: Visitor, clicks: int = 1) -> None:
    """Accept what was read and wait for the receipt."""
    liaison.press('form[action$="/accept/"] button', clicks)
    liaison.wait_for('a[href$="/receipt/"]')


def find_case(officer: Visitor, number: str) -> str:
    """Search for the authority's number in the head of the page, and open the case; gives its address."""
    page = officer.open("/desk/")
    page.fill("#q", number)
    with page.expect_navigation():
        page.press("#q", "Enter")
    officer.press('#found a[href^="/cases/"]')
    return officer.path


def take(officer: Visitor, name: str) -> None:
    """Make the case one's own, and begin to collect documents."""
    officer.press('.identity a[href$="/assign/"]')
    officer.page.select_option("[name=officer]", label=name)
    officer.press("main form.form-narrow button[type=submit]")
    begin_next_stage(officer)


def begin_next_stage(officer: Visitor) -> None:
    """What the list of tasks offers as the next stage."""
    officer.press('.tasks a[href$="/advance/"]')
    officer.press("main form.form-narrow button[type=submit]")


def clear(officer: Visitor) -> None:
    """Record all that is owed as held, and what a travel document says where the decision left it open."""
    page = officer.press('a[href$="/clearances/"]')
    while page.locator(f".blocked {OWED}").count():
        officer.press(f".blocked {OWED}")
        page.fill("[name=valid_from]", day(-20))
        page.fill("[name=valid_until]", day(120))
        officer.press("main form.form-narrow button[type=submit]")
    while page.locator(LACKING).count():
        officer.press(LACKING)
        page.fill("[name=document_birth_date]", date(1955, 7, 1).isoformat())
        officer.press("main form.form-narrow button[type=submit]")
    officer.press(".crumb a")


def plan(officer: Visitor, name: str) -> str:
    """Choose the case in the planner, look at its days, check, plan for today; gives the movement's address."""
    page = officer.open("/travel/plan/")
    page.locator("[aria-labelledby=h-ready] tr", has_text=name).locator("[name=case]").check()
    officer.press("[aria-labelledby=h-ready] button")
    page.fill("[name=departs_on]", day())
    page.fill("[name=arrives_on]", day(1))
    officer.press("main form[method=post] button[type=submit]")
    officer.press("#check [name=confirmed]")
    return officer.path


def choose_flights(travel: Visitor, movement: str) -> None:
    """Search, compare, choose: the cheapest that is held first and paid then."""
    travel.open(movement)
    page = travel.press('a[href$="/seats/"]')
    travel.press('form[action$="/search/"] button')
    travel.wait_for("#offers [name=key]")
    held = page.locator("#offers li", has_text="held first")  # none in the last minutes of the day
    (held if held.count() else page.locator("#offers li")).first.locator("[name=key]").check()
    travel.press('form[action$="/choose/"] button')


def approve(travel: Visitor, clicks: int = 1) -> None:
    """Approve a little more than the price; the seats are asked for."""
    page = travel.press('a[href$="/seats/book/"]')
    cap = float(page.input_value("[name=cap]"))
    page.fill("[name=cap]", f"{cap * 1.05:.2f}")
    travel.press("main form.form-narrow button[type=submit]", clicks)


def watch(travel: Visitor, seconds: float = 90) -> list[str]:
    """Watch the page of the movement until every order has its tickets; gives the steps that were seen going on."""
    page, seen = travel.page, []
    for __ in range(int(seconds / 0.25)):
        orders = page.evaluate(ORDERS)
        seen += [step for order in orders for step in order["now"]]
        if orders and all(order["is_done"] for order in orders):
            return list(dict.fromkeys(seen))
        page.wait_for_timeout(250)
        if not travel.scripts:
            page.goto(page.url)
    raise AssertionError(page.locator("#bookings").inner_text())


def record_at_the_gate(officer: Visitor, movement: str) -> None:
    """On the phone: choose today's journey, look at the answers, save."""
    officer.open("/travel/today/")
    officer.press(f'a[href="{movement}gate/"]')
    officer.press(".stick button")
    officer.press("#check [name=confirmed]")
    assert officer.path == "/travel/today/"


def hand_over(officer: Visitor, case: str, received_by: str) -> None:
    """The municipality has met them."""
    page = officer.open(case)
    officer.press('.tasks a[href$="/advance/"]')
    page.fill("[name=received_by]", received_by)
    officer.press("main form.form-narrow button[type=submit]")


def timeline(officer: Visitor, case: str) -> list[str]:
    """All that the case's timeline tells, the earliest first."""
    page = officer.open(case)
    told: list[str] = []
    while True:
        told += [words.replace("\n", " ") for words in page.locator("ol.timeline > li").all_inner_texts()]
        if not page.locator('a[href*="earlier="]').count():
            return told[::-1]
        officer.press('a[href*="earlier="]')


def tells_in_order(words: Iterable[str], lines: list[str]) -> None:
    """The timeline tells this, one after the other."""
    place, told = 0, "\n".join(lines)
    for one in words:
        place = told.find(one, place)
        assert place >= 0, f"“{one}” is not told in its place:\n{told}"
