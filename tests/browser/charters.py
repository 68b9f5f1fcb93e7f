"""Charters as people work with them in the browser: planned by seats, asked for, named, confirmed by hand."""

from tests.browser import work
from tests.browser.conftest import Visitor

SAVE = "main form.form-narrow button[type=submit]"
SEATS = "[aria-labelledby=h-charter]"


def plan(travel: Visitor, origin: str, destination: str, seats: int) -> str:
    """A charter for today: checked with its warnings, then planned; gives the movement's address."""
    travel.open("/travel/")
    page = travel.press('a[href$="/charters/new/"]')
    page.select_option("[name=mandate]", "returns")
    page.select_option("[name=country]", "FI")
    said = {"origin": origin, "destination": destination, "seats": str(seats), "departs_on": work.day()}
    for name, value in said.items():
        page.fill(f"[name={name}]", value)
    travel.press("main form[method=post] button[type=submit]")
    travel.press("main [name=confirmed]")
    return travel.path


def ask(travel: Visitor, movement: str, agency: str) -> None:
    """Through an agency, by numbers only."""
    travel.open(movement)
    page = travel.press('a[href$="/charter/ask/"]')
    page.select_option("[name=organisation]", label=agency)
    travel.press(SAVE)


def give(officer: Visitor, movement: str, name: str) -> None:
    """The next free seats to the whole of a ready case."""
    officer.open(movement)
    officer.press(f'{SEATS} a[href*="/charter/give/"]')
    officer.press(f"main .rows a:has-text({name!r})")
    officer.press(SAVE)


def confirm(travel: Visitor, movement: str, reference: str) -> None:
    """What the operator wrote back is recorded by hand."""
    travel.open(movement)
    page = travel.press('a[href$="/charter/confirm/"]')
    page.fill("[name=reference]", reference)
    said = {
        "carrier": "TK", "number": "9771", "origin": "HEL", "departs": f"{work.day()}T23:10", "destination": "BGW",
        "arrives": f"{work.day(1)}T05:20",
    }  # fmt: skip
    for name, value in said.items():
        page.fill(f"[name=leg-0-{name}]", value)
    travel.press("main .check button[type=submit]")


def named(somebody: Visitor, movement: str) -> str:
    """How many seats have a name, in words."""
    return somebody.open(movement).locator("#h-charter .count").inner_text()
