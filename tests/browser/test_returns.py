"""Returns in a real browser: from the authority's decision to their end, whichever end it is."""

import pytest

from tests.browser import return_files, returning, work
from tests.browser.people import BILAL, THORA, TUULI

STAYS = (
    "was accepted: 1 persons", "The case was given to Bilal Demir", "Declaration of free will signed",
    "Decided → Declaration signed", "Declaration signed → Documents", "Documents → Ready to book", "journey planned",
    "seats asked for", "Ready to book → Booked", "Booked → Withdrawn", "The case was closed: Withdrawn",
)  # fmt: skip


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_nigerian_woman_from_iceland_withdraws_at_the_airport(visitor, portal, tmp_path, scripts):
    blessing = return_files.decided(tmp_path, return_files.BLESSING)
    liaison, officer = visitor(THORA, scripts=scripts), visitor(BILAL, scripts=scripts)
    travel, gate = visitor(TUULI, scripts=scripts), visitor(BILAL, width=390, scripts=scripts)
    case = returning.opened(liaison, officer, blessing, "IS-HEIM")
    returning.sign_declarations(officer, case, adults=1, language="English")
    returning.clear(officer, case)
    movement = returning.book(officer, travel, case, airport="LOS")
    [order] = portal.orders_of(blessing.people[0])
    assert order["live"]
    key = returning.key_for(officer, case)
    phone = visitor(width=360, scripts=scripts)
    returning.open_own_page(phone, key, blessing.people[0].born)
    assert "Your flight" in phone.page.inner_text("main")
    returning.withdraw_at_the_gate(gate, movement)
    returning.seats_are_given_back(portal, blessing)
    assert "You have stopped your return" in phone.open("/journey/return/?in=en").inner_text("main")
    work.tells_in_order(STAYS, work.timeline(officer, case))
