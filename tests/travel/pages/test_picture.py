"""The travel window as a sentence and bars."""

from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from cases.models import Standing
from cases.panels import drawn_for
from tests.travel.factories import cleared, family, soon
from travel.actions.clearances import hold_clearance, require_clearance
from travel.actions.planning import Party
from travel.models import ClearanceKind
from travel.panels import window_cells
from travel.pictures import Chart
from travel.windows import Window

DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1))


@pytest.fixture
def panel(rf):
    """The panel of a case, as the case page draws it."""

    def draw(case, user) -> str:
        request = rf.get("/")
        request.user = user
        return next(one.html for one in drawn_for(case, request) if one.panel.name == "window")

    return draw


def test_the_sentence_comes_first(panel, aino):
    page = panel(cleared(aino, 30, 28, 7, 5, 1), aino)
    assert 'id="h-window"' in page
    assert "All 5 can travel between" in " ".join(page.split())


def test_who_has_arrived_needs_no_window(panel, aino):
    case = cleared(aino, 30)
    case.members.update(standing=Standing.ARRIVED)
    with pytest.raises(StopIteration):
        panel(case, aino)


def test_what_is_missing_is_drawn_dashed_and_named(panel, aino):
    case = cleared(aino, 30)
    require_clearance(case=case, people=Party.whole(case).people, kind=ClearanceKind.EXIT_PERMIT, by=aino)
    page = panel(case, aino)
    assert 'class="w-guess"' in page
    assert "Open until then: Exit permit" in page


def test_days_that_do_not_meet_are_said(panel, aino):
    case = cleared(aino, 30)
    hold_clearance(case=case, people=Party.whole(case).people, kind=ClearanceKind.HOUSING, by=aino,
                   valid_from=soon(90))  # fmt: skip
    assert "No day fits all of them" in panel(case, aino)


def test_a_case_without_clearances_says_what_will_appear(panel, aino):
    assert "Nothing must hold yet" in panel(family(aino, 30), aino)


def test_numbers_of_the_picture_have_points_in_every_language(panel, aino):
    with translation.override("fi"):
        assert "," not in panel(cleared(aino, 30), aino).split('class="w-mine"')[1].split("/>")[0]


def test_the_column_of_the_case_list_says_days_and_what_is_owed(aino):
    case = cleared(aino, 30)
    require_clearance(case=case, people=Party.whole(case).people, kind=ClearanceKind.EXIT_PERMIT, by=aino)
    words = window_cells([case])[case.pk]
    assert "1 clearance owed" in words
    assert f"{soon(60).year}" in words


@given(DAYS, DAYS, DAYS)
def test_bars_stay_within_the_picture(today, one, other):
    first, last = sorted([one, other])
    chart = Chart(Window(first, last), today)
    bar = chart.bar("bar", first, last)
    if bar:
        begins, width = float(bar.x.rstrip("%")), float(bar.width.rstrip("%"))
        assert begins >= 0
        assert width > 0
        assert begins + width <= 100.01


@given(DAYS, st.integers(0, 300))
def test_the_whole_window_is_shown_when_it_is_near(today, length):
    chart = Chart(Window(today, today + timedelta(days=length)), today)
    assert chart.first <= today
    assert chart.end > today + timedelta(days=length)
    assert chart.months[0].x == "0.00%"
