"""The whole job in a real browser: from an authority's file to people who were handed over in their municipality."""

import pytest
from django.utils.translation import gettext, override

from cases.models import Outcome
from tests.browser import files, work
from tests.browser.people import AINO, BILAL, HEIDI, LARS, MARJUT, TUULI

SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
# what the timeline tells of a journey, in this order; beginnings of words are enough
TOLD = (
    "The case was opened", "was accepted: 11 persons", "The case was given to Aino Lehtonen",
    "Decision received → Documents", "Exit permit: held", "Documents → Ready to book", "journey planned, BOG–HEL",
    "flights chosen", "seats asked for", "order 1 has its tickets", "Ready to book → Booked",
    "Advance booking notification", ": departed", "Booked → Departed", ": arrived", "Departed → Arrived",
    "Arrived → Handed over", "The case was closed: Arrived",
)  # fmt: skip
RECEIVERS = ("portal@jyvaskyla.example", "portal@red-cross-fi.example", "portal@migri.example")


@SCRIPTS
def test_a_liaison_sees_errors_in_finnish_accepts_and_has_a_receipt(visitor, tmp_path, scripts):
    liaison = visitor(MARJUT, scripts=scripts)
    work.send(liaison, files.messy_file(tmp_path, turn=0 if scripts else 1))
    page, counts = liaison.page, [15, 0, 0, 11, 59]
    assert page.locator("html").get_attribute("lang") == "fi"
    assert work.tally(liaison) == counts
    with override("fi"):
        assert gettext("The value is missing.") in page.locator("[aria-labelledby=h-errors]").inner_text()
    rows = page.locator("[aria-labelledby=h-errors] tbody th").all_inner_texts()
    assert [int("".join(filter(str.isdigit, row))) for row in rows][:5] == [7, 14, 33, 34, 52]
    work.accept(liaison)
    liaison.press('a[href$="/receipt/"]')
    assert work.tally(liaison) == counts
    assert not liaison.complaints


@SCRIPTS
def test_a_family_of_eleven_comes_from_its_decision_to_its_municipality(visitor, portal, tmp_path, scripts):
    family = files.family(11)
    liaison, officer = visitor(MARJUT, scripts=scripts), visitor(AINO, scripts=scripts)
    travel, phone = visitor(TUULI, scripts=scripts), visitor(AINO, width=390, scripts=scripts)
    decision = decided(liaison, tmp_path, family)
    case, movement = planned(officer, family)
    booked(portal, travel, movement, family)
    receivers_were_told(portal, travel, visitor(HEIDI, scripts=scripts), family)
    work.record_at_the_gate(phone, movement)
    work.record_at_the_gate(phone, movement)
    work.hand_over(officer, case, "Heidi Ranta")
    work.tells_in_order(TOLD, work.timeline(officer, case))
    with override("fi"):
        assert str(Outcome.ARRIVED.label) in liaison.open(decision).locator(".head").inner_text()
    assert visitor(LARS).status_of(decision) == 404
    assert visitor(BILAL).status_of(case) == visitor(BILAL).status_of(movement) == 404
    assert not (liaison.complaints + officer.complaints + travel.complaints + phone.complaints)


def decided(liaison, folder, family) -> str:
    """The authority's liaison sends the decision and accepts it; gives the address of the decision."""
    work.send(liaison, files.file_of(folder, family))
    work.accept(liaison)
    liaison.open("/authority/decided/")
    liaison.press(f'a:text-is("{family.number}")')
    return liaison.path


def planned(officer, family) -> tuple[str, str]:
    """An officer takes the case, collects what must hold, and plans the journey; gives both addresses."""
    case = work.find_case(officer, family.number)
    work.take(officer, "Aino Lehtonen")
    work.clear(officer)
    work.begin_next_stage(officer)
    movement = work.plan(officer, officer.page.locator(".identity .ref").inner_text())
    assert officer.page.locator(".booking").count() == 2
    return case, movement


def booked(portal, travel, movement, family) -> None:
    """A travel officer chooses flights, approves the price, and watches: held, paid, ticketed."""
    work.choose_flights(travel, movement)
    with portal.slow_airline(family.principal.family_name):
        work.approve(travel)
        seen = work.watch(travel)
    assert "Sending" in seen
    assert "Paying" in seen


def receivers_were_told(portal, travel, municipality, family) -> None:
    """The notification lies in three mailboxes without a name; the municipality reads the names behind sign-in."""
    reference = travel.page.title().split(", ")[1].split(" ")[0]
    names = {name for one in family.people for name in (one.family_name, one.given_names)}
    for mailbox in RECEIVERS:
        mail = portal.mail_to(mailbox, about=reference)
        assert not [name for name in names if name in mail]
    municipality.open("/authority/arrivals/")
    page = municipality.press(f"li:has-text('{reference}') a")
    assert family.principal.given_names in page.inner_text("main")
