"""What is done twice is done once: the same file sent again, two browsers at once, double clicks."""

import pytest

from tests.browser import files, work
from tests.browser.people import AINO, MARJUT, TUULI

NOTHING_NEW = [0, 0, 1, 0]


@pytest.fixture
def file(tmp_path):
    """A file with one person, unknown so far."""
    family = files.family(1)
    return files.file_of(tmp_path, family), family.number


def cases_found(officer, number) -> int:
    """How many cases the search finds under the authority's number."""
    return officer.open(f"/people/?q={number}").locator("#found [aria-labelledby=h-cases] li").count()


def test_the_same_file_a_second_time_changes_nothing(visitor, file):
    path, number = file
    liaison, officer = visitor(MARJUT), visitor(AINO)
    work.send(liaison, path)
    work.accept(liaison)
    case = work.find_case(officer, number)
    told = work.timeline(officer, case)
    work.send(liaison, path)
    assert work.tally(liaison)[:4] == NOTHING_NEW
    assert liaison.page.locator(".alert-warning a").count() == 1
    work.accept(liaison)
    assert cases_found(officer, number) == 1
    assert work.timeline(officer, case) == told


def test_two_browsers_accept_at_once_and_one_case_opens(visitor, file):
    path, number = file
    one, other, officer = visitor(MARJUT), visitor().sign_in(MARJUT), visitor(AINO)
    work.send(one, path)
    other.open(one.path)
    button = 'form[action$="/accept/"] button'
    one.page.locator(button).click(no_wait_after=True)
    other.page.locator(button).click(no_wait_after=True)
    receipts = {who.wait_for('a[href$="/receipt/"]').locator("h1").inner_text() for who in (one, other)}
    assert len(receipts) == 1
    assert cases_found(officer, number) == 1
    told = work.timeline(officer, work.find_case(officer, number))
    assert len([line for line in told if "was accepted: 1 persons" in line]) == 1


def test_a_double_click_on_accept_and_on_book_buys_once(visitor, portal, tmp_path):
    family = files.family(2)
    liaison, officer, travel = visitor(MARJUT), visitor(AINO), visitor(TUULI)
    work.send(liaison, files.file_of(tmp_path, family))
    work.accept(liaison, clicks=2)
    assert cases_found(officer, family.number) == 1
    case = work.find_case(officer, family.number)
    work.take(officer, "Aino Lehtonen")
    work.clear(officer)
    work.begin_next_stage(officer)
    movement = work.plan(officer, officer.page.locator(".identity .ref").inner_text())
    work.choose_flights(travel, movement)
    work.approve(travel, clicks=2)
    work.watch(travel)
    assert len(portal.orders_of(family.principal)) == 1
    told = work.timeline(officer, case)
    assert len([line for line in told if "seats asked for" in line]) == 1
