"""What leaves the office: bands, totals that give nobody away, amounts of many grants only."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from returns.caseload.monthly import GrantRow, ReturnRow, Table
from returns.caseload.months import Month
from returns.caseload.published import LEFT_OUT, SMALL, band, parts_of, total_of

MONTH = Month(date(2026, 11, 1))


@pytest.mark.parametrize(("number", "words"), [(0, "0"), (1, "1–4"), (4, "1–4"), (5, "5–9"), (9, "5–9"), (10, "10–14")])
def test_figures_are_bands_of_five(number, words):
    assert band(number) == words


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([12, 3], "15"), ([3], "1–4"), ([4, 4], "5–9"), ([0, 0], "0"), ([7], "7"), ([4] * 5, LEFT_OUT), ([1, 4], "5")],
)
def test_totals_are_as_exact_as_they_may_be(numbers, words):
    assert total_of(numbers) == words


def possible(words: str) -> range:
    """The numbers that a published figure may stand for."""
    if words == LEFT_OUT:
        return range(1000)
    lowest, __, highest = words.partition("–")
    return range(int(lowest), int(highest or lowest) + 1)


@given(st.lists(st.integers(0, 12), min_size=1, max_size=4))
def test_nobody_can_be_told_from_bands_and_total(numbers):
    totals = possible(total_of(numbers))
    worlds = [world for world in product(*(possible(band(number)) for number in numbers)) if sum(world) in totals]
    for place, number in enumerate(numbers):
        if 0 < number < SMALL:
            assert len({world[place] for world in worlds}) > 1


def table(*grants: GrantRow) -> Table:
    return Table(MONTH, "FI", [ReturnRow("Iraq", 3, 14, 2, 11), ReturnRow("Somalia", 0, 2, 0, 1)], grants)


def test_the_published_table_has_bands_and_totals():
    returns, __ = parts_of(table())
    assert returns.rows == [["Iraq", "1–4", "10–14", "1–4", "10–14"], ["Somalia", "0", "1–4", "0", "1–4"]]
    assert returns.totals == [["All countries", "1–4", "16", "1–4", "12"]]


def test_amounts_of_few_grants_are_left_out_and_their_total_too():
    many = GrantRow("FI-A", "EUR", 6, 20, Decimal(600), Decimal(2000), Decimal(500), Decimal(1800))
    few = GrantRow("FI-B", "EUR", 0, 2, Decimal(0), Decimal(900), Decimal(0), Decimal(900))
    __, grants = parts_of(table(many, few))
    assert grants.rows[0][4:] == ["600", "2,000", "500", "1,800"]
    assert grants.rows[1][4:] == ["0", LEFT_OUT, "0", LEFT_OUT]
    assert grants.totals[0][4:] == ["600", LEFT_OUT, "500", LEFT_OUT]


def test_the_year_of_a_month_ends_with_it():
    assert MONTH.days == (date(2026, 11, 1), date(2026, 11, 30))
    assert MONTH.year_so_far == (date(2026, 1, 1), date(2026, 11, 30))
    assert (str(MONTH.before), str(MONTH.back(11))) == ("2026-10", "2025-12")


@pytest.mark.parametrize("words", ["", "2026", "2026-13", "2026-11-02", "eleven!"])
def test_what_is_no_month_is_none(words):
    assert Month.read(words) is None


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_every_day_lies_in_its_month(day):
    month = Month.of(day)
    assert month.first <= day <= month.last
    assert month.after.before == month == Month.read(str(month))
