"""Returns in a real browser: from the authority's decision to their end, whichever end it is."""

import pytest

from tests.browser import charters, paying, planning, return_files, returning, work
from tests.browser.people import BILAL, HODAN, LARS, MARJUT, MINNA, NOOR, SALLA, SURA, THORA, TUULI

STAYS = (
    "was accepted: 1 persons", "The case was given to Bilal Demir", "Declaration of free will signed",
    "Decided → Declaration signed", "Declaration signed → Documents", "Documents → Ready to book", "journey planned",
    "seats asked for", "Ready to book → Booked", "Booked → Withdrawn", "The case was closed: Withdrawn",
)  # fmt: skip
PAID_BY_MISSION = (
    "Declaration of free will signed", "Ready to book → Booked", "Booked → Departed", "Departed → Arrived",
    "Arrived → Reintegration plan", "Reintegration plan approved by IOM Hargeisa, version 1", "Monitoring → Closed",
    "The case was closed",
)  # fmt: skip
SHOP = (
    "was accepted: 4 persons", "Ready to book → Booked", "Booked → Departed", "Departed → Arrived",
    "Arrived → Reintegration plan", "Reintegration plan → Instalments", "Monitoring → Closed", "The case was closed",
)  # fmt: skip


@pytest.mark.parametrize("alone", [False, True], ids=["at the gate with an officer", "on her phone, without scripts"])
def test_a_nigerian_woman_from_iceland_withdraws_at_the_airport(visitor, portal, tmp_path, alone):
    blessing = return_files.decided(tmp_path, return_files.BLESSING, **return_files.after_the_appeal())
    liaison, officer, lead, travel = (visitor(one, scripts=not alone) for one in (THORA, BILAL, SALLA, TUULI))
    case = returning.opened(liaison, officer, blessing, "IS-HEIM")
    returning.sign_declarations(officer, case, adults=1, language="English")
    award = paying.propose(officer, case, departure="200", after_plan="2500", after_plan_mode="in_kind")
    paying.approve(lead, award)
    returning.clear(officer, case)
    movement = returning.book(officer, travel, case, airport="LOS")
    [order] = portal.orders_of(blessing.people[0])
    assert order["live"]
    phone = visitor(width=360, scripts=not alone)
    returning.open_own_page(phone, returning.key_for(officer, case), blessing.people[0].born)
    assert "Your flight" in phone.page.inner_text("main")
    if alone:
        returning.withdraw_on_the_own_page(phone)
    else:
        returning.withdraw_at_the_gate(visitor(BILAL, width=390), movement)
    returning.seats_are_given_back(portal, blessing)
    assert "You have stopped your return" in phone.open("/journey/return/?in=en").inner_text("main")
    assert "paid 0, cancelled 2,700, open 0" in paying.sums(officer, award).replace(".00", "")
    work.tells_in_order(STAYS, work.timeline(officer, case))
    assert not (liaison.complaints + officer.complaints + travel.complaints + phone.complaints)


def test_a_somali_man_from_sweden_is_paid_by_the_mission(visitor, portal, tmp_path):
    guled = return_files.decided(tmp_path, return_files.GULED)
    liaison, officer, second, travel = (visitor(one) for one in (LARS, BILAL, NOOR, TUULI))
    case = returning.opened(liaison, officer, guled, "SE-ATER")
    returning.sign_declarations(officer, case, adults=1, language="Soomaali")
    award = paying.propose(officer, case, after_plan="30000", after_plan_mode="cash")
    paying.approve(visitor(SALLA), award)
    returning.clear(officer, case)
    movement = returning.book(officer, travel, case, airport="HGA")
    assert [order["live"] for order in portal.orders_of(guled.people[0])] == [True]
    returning.fly(visitor(BILAL, width=390), movement)
    officer.open(case)
    work.begin_next_stage(officer)
    mission, lead = visitor(HODAN), visitor(SALLA)
    planning.approve(officer, lead, mission, planning.write(officer, case, "28000"))
    paying.release(officer, award)
    paying.pay_by_mission(second, award, "USD", "0.095", "UN operational rate, November 2026")
    receipt = second.page.locator("h1").inner_text().split()[-1]
    assert "2,850.00 USD" in second.page.inner_text("main")
    assert "UN operational rate" in second.page.inner_text("main")
    assert paying.confirm_by_statement(second, receipt, "30000.00", "SEK") == [1, 0, 0, 0]
    assert "paid 30,000, cancelled 0, open 0" in paying.sums(officer, award).replace(".00", "")
    returning.finish(officer, case)
    work.tells_in_order(PAID_BY_MISSION, work.timeline(officer, case))
    assert not (liaison.complaints + officer.complaints + travel.complaints + second.complaints)


def test_a_charter_flies_with_seats_without_names_and_counts_only_people(visitor, portal, tmp_path):
    liaison, officer, travel = visitor(MARJUT), visitor(BILAL), visitor(TUULI)
    both, alone = (return_files.decided(tmp_path, one) for one in (return_files.COUPLE, return_files.ALONE))
    movement = charters.plan(travel, "HEL", "BGW", seats=12)
    charters.ask(travel, movement, "Pohjola Travel Agency")
    cases = []
    for one in (both, alone):
        cases.append(returning.opened(liaison, officer, one, "FI-PALUU"))
        returning.sign_declarations(officer, cases[-1], adults=len(one.people), language="Arabic")
        returning.clear(officer, cases[-1])
        charters.give(officer, movement, one.name)
    assert charters.named(officer, movement) == "3 of 12 named"
    charters.confirm(travel, movement, "PNX-7781")
    officer.open(cases[1])
    returning.withdraw(officer)
    assert charters.named(officer, movement) == "2 of 12 named"
    gate = visitor(BILAL, width=390)
    assert "10 have no name and are nobody" in gate.open(f"{movement}gate/").inner_text("main")
    returning.fly(gate, movement)
    assert "2 travellers" in officer.open(movement).inner_text(".head")
    work.tells_in_order(("Ready to book → Booked", "Departed → Arrived"), work.timeline(officer, cases[0]))
    mail = portal.mail_to("portal@agency.example", about="charter of 12 seats")
    assert both.name not in mail
    assert alone.name not in mail
    assert not (liaison.complaints + officer.complaints + travel.complaints + gate.complaints)


def test_an_iraqi_family_from_finland_opens_a_shop_in_two_instalments(visitor, portal, tmp_path):
    family = return_files.decided(tmp_path, return_files.IRAQI_FAMILY, **return_files.under_the_decree_of_2024())
    liaison, officer, second, travel = (visitor(one) for one in (MARJUT, BILAL, NOOR, TUULI))
    case = returning.opened(liaison, officer, family, "FI-PALUU")
    returning.sign_declarations(officer, case, adults=2, language="Arabic")
    kinds = {"after_plan_mode": "in_kind", "after_proof_mode": "in_kind"}
    award = paying.propose(officer, case, departure="1200", after_plan="12000", after_proof="8000", **kinds)
    paying.approve(visitor(MINNA), award)
    returning.clear(officer, case)
    movement = returning.book(officer, travel, case, airport="BGW")
    [order] = portal.orders_of(family.people[0])
    assert (order["live"], len(order["passengers"])) == (True, 4)
    cash_is_signed_for(officer, second, award, family)
    returning.fly(visitor(BILAL, width=390), movement)
    officer.open(case)
    work.begin_next_stage(officer)
    plan = planning.write(officer, case, "20000", business="A grocery shop")
    planning.approve(officer, visitor(SALLA), visitor(SURA), plan)
    shop_is_bought(officer, second, award)
    assert "paid 21,200, cancelled 0, open 0" in paying.sums(officer, award).replace(".00", "")
    returning.finish(officer, case)
    work.tells_in_order(SHOP, work.timeline(officer, case))
    assert not (liaison.complaints + officer.complaints + travel.complaints + second.complaints)


def cash_is_signed_for(officer, second, award, family) -> None:
    """At Helsinki airport: one counts out, the other sees it change hands, the payee signs on the screen."""
    paying.open_float(officer, "HEL", "EUR", "2000")
    paying.count_out(officer, award, "A13557902")
    paying.sign(second, f"{family.name}, Haider Karim")
    strokes = second.page.locator("main svg path")
    assert strokes.get_attribute("d").count("M") == 2
    assert strokes.bounding_box()["width"] > 200
    paying.count_float(second, "800")


def shop_is_bought(officer, second, award) -> None:
    """Of three suppliers the cheapest; then, of one who is known, for a reason; each paid by somebody else."""
    for supplier, amount in (("Al-Ashar Trading", "12000"), ("Basra Fridges", "12650"), ("Shatt Stores", "13100")):
        paying.write_quote(officer, award, 0, "Shelves, refrigerator and first goods", supplier, amount)
    paying.choose(officer, "Al-Ashar Trading")
    paying.release(officer, award)
    assert "Al-Ashar Trading" in paying.pay_suppliers(second, award)
    paying.write_quote(officer, award, 1, "Goods for the second half-year", "Basra Wholesale", "8000")
    paying.choose(officer, "Basra Wholesale", reason="The only wholesaler who delivers to the quarter.")
    paying.release(officer, award)
    assert "Basra Wholesale" in paying.pay_suppliers(second, award)


def test_without_scripts_a_typed_name_signs_for_the_cash(visitor, tmp_path):
    hisham = return_files.decided(tmp_path, return_files.ALONE, **return_files.under_the_decree_of_2024())
    liaison, officer, second = (visitor(one, scripts=False) for one in (MARJUT, BILAL, NOOR))
    case = returning.opened(liaison, officer, hisham, "FI-PALUU")
    award = paying.propose(officer, case, departure="300", after_plan="5000", after_plan_mode="in_kind")
    paying.approve(visitor(SALLA, scripts=False), award)
    paying.open_float(second, "HEL", "EUR", "500")
    paying.count_out(second, award, "A99120031")
    paying.sign(officer, f"{hisham.name}, Hisham", has_pen=False)
    assert f"{hisham.name}, Hisham" in officer.page.inner_text("main dl.facts")
    assert not officer.page.locator("main svg").count()
    paying.count_float(officer, "200")
    assert "left 200" in officer.open("/returns/money/floats/").inner_text("main").replace(".00", "")
