"""Travel windows, against an oracle that looks at every single day."""

from datetime import date, timedelta

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.models import Member
from notices.models import Notice
from tests.travel.factories import family, movement, soon
from travel.actions.clearances import hold_clearance
from travel.actions.planning import Party
from travel.actions.watch import announce_closing
from travel.models import Clearance, ClearanceKind, ClearanceState
from travel.windows import Window, broken_clearances, window_of, windows_of_cases, windows_of_people

BEGIN = date(2027, 3, 1)
DAYS = [BEGIN + timedelta(days=n) for n in range(-2, 33)]
offsets = st.one_of(st.none(), st.integers(0, 30))
bounds = st.tuples(offsets, offsets).filter(lambda b: None in b or b[0] <= b[1])
lines = st.dictionaries(
    st.tuples(st.integers(0, 2), st.sampled_from(ClearanceKind)),
    st.tuples(st.sampled_from(ClearanceState), bounds),
    max_size=8,
)


def day(offset):
    return None if offset is None else BEGIN + timedelta(days=offset)


def good_on(one_day, state, first, last) -> bool:
    """The oracle: does this line allow this day, in plain words?"""
    if state != ClearanceState.HELD:
        return True  # it stands beside the window as missing, or is not needed
    return (day(first) is None or day(first) <= one_day) and (day(last) is None or one_day <= day(last))


def write(case, drawn):
    Clearance.objects.filter(case=case).delete()
    people = [member.person for member in case.members.order_by("pk")]
    for (index, kind), (state, (first, last)) in drawn.items():
        valid = None if first is last is None else DateRange(day(first), day(last), "[]")
        Clearance.objects.create(
            case=case, person=people[index], kind=kind, state=state, valid=valid, reason="because", recorded_by=None
        )
    return people


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=lines, waits=st.booleans())
def test_windows_equal_the_oracle_day_by_day(aino, case_of_three, drawn, waits):
    case = case_of_three
    people = write(case, drawn)
    last = Member.objects.filter(case=case).order_by("pk")[2]
    Member.objects.filter(pk=last.pk).update(standing="waits" if waits else "travels")
    travelling = people[:2] if waits else people
    window, persons = window_of(case), windows_of_people(case)
    for one_day in DAYS:
        each = [
            all(good_on(one_day, s, *b) for (i, __), (s, b) in drawn.items() if people[i] == person)
            for person in people
        ]
        assert window.holds(one_day) == all(each[people.index(person)] for person in travelling)
        for person, expected in zip(people, each, strict=True):
            assert persons.get(person.pk, Window()).holds(one_day) == expected


@pytest.fixture
def case_of_three(aino):
    return family(aino, 34, 30, 7)


def test_a_case_without_clearances_may_travel_any_day(aino):
    assert str(window_of(family(aino, 30))) == "any day"


def test_many_cases_are_one_query(aino, django_assert_num_queries):
    cases = [family(aino, 30) for __ in range(5)]
    with django_assert_num_queries(1):
        assert len(windows_of_cases(cases)) == 5


def test_an_exit_permit_may_end_in_the_air_and_an_entry_permit_begin_there(aino):
    case = family(aino, 30)
    people = Party.whole(case).people
    hold_clearance(case=case, people=people, kind=ClearanceKind.EXIT_PERMIT, by=aino, valid_until=soon(30))
    hold_clearance(case=case, people=people, kind=ClearanceKind.ENTRY_PERMIT, by=aino, valid_from=soon(31))
    assert window_of(case).is_empty
    assert broken_clearances(case, people, soon(30), soon(31)) == []
    assert len(broken_clearances(case, people, soon(31), soon(31))) == 1


def closing_case(aino, days):
    case = family(aino, 30)
    hold_clearance(
        case=case, people=Party.whole(case).people, kind=ClearanceKind.ENTRY_PERMIT, by=aino, valid_until=soon(days)
    )
    return case


def test_a_closing_window_is_announced_once(aino):
    case = closing_case(aino, 14)
    assert [announce_closing(), announce_closing()] == [1, 0]
    assert case.tasks.get().due_on == soon(14)
    assert Notice.objects.get().user == aino


@pytest.mark.parametrize("days", [-1, 15])
def test_windows_far_ahead_and_long_closed_are_not_announced(aino, days):
    closing_case(aino, days)
    assert announce_closing() == 0


def test_who_has_a_seat_needs_no_announcement(aino):
    case = closing_case(aino, 10)
    movement(aino, case, departs_on=soon(5), arrives_on=soon(6))
    assert announce_closing() == 0


def test_a_clearance_that_stops_fitting_makes_a_task(aino):
    case = closing_case(aino, 40)
    movement(aino, case)
    hold_clearance(
        case=case, people=Party.whole(case).people, kind=ClearanceKind.ENTRY_PERMIT, by=aino, valid_until=soon(20)
    )
    assert "no longer fits" in case.tasks.get().title
