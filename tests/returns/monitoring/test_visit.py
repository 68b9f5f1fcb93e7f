"""Visits: planned when people arrive, made, missed or not wanted; the return ends when they are over."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import OrganisationKind, Role
from cases.models import Event, Task
from cases.stages import NotYet
from returns.actions.return_files import advance, close, hold, resume
from returns.models import MonitoringStep, Screening, Stage, Visit
from returns.monitoring.actions.contacts import set_contact_rule
from returns.monitoring.actions.question_sets import load_shipped_monitoring
from returns.monitoring.actions.schedule import months_later, schedule_visits
from returns.monitoring.actions.screenings import record_screening
from returns.monitoring.actions.visits import agree_visit, make_visit, miss_visit
from tests import factories
from tests.returns.monitoring.factories import arrived, day, person_of, sought
from tests.returns.returning import a_return
from travel.followers import tell

days = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 1, 1))


@pytest.fixture(autouse=True)
def shipped(db):
    """The schedule that the portal comes with."""
    load_shipped_monitoring()


def made(visit: Visit, record, by, **columns) -> Visit:
    """The visit was made today."""
    said = {"happened_on": day(0), "channel": "visit"} | columns
    return make_visit(record=record, visit=visit, person=person_of(record), by=by, **said)


@given(days, st.integers(min_value=0, max_value=60))
def test_months_later_is_the_same_day_or_the_last_of_the_month(start, months):
    later = months_later(start, months)
    assert (later.year * 12 + later.month) - (start.year * 12 + start.month) == months
    assert later.day == start.day or (later + timedelta(days=1)).day == 1


def test_visits_are_planned_when_the_people_arrive(bilal):
    record = a_return(bilal, stage=Stage.DEPARTED)
    tell("arrived", movement=None, by=bilal, cases=[record.case], happened_on=date(2026, 8, 31))
    visits = list(Visit.objects.all())
    assert [visit.months for visit in visits] == [1, 3, 6, 12]
    assert [visit.due_on for visit in visits][:2] == [date(2026, 9, 30), date(2026, 11, 30)]
    assert all(visit.opens_on < visit.due_on < visit.closes_on for visit in visits)


def test_another_schedule_holds_from_then_on(bilal):
    MonitoringStep.objects.exclude(months=6).update(is_in_use=False)
    arrived(bilal)
    assert [visit.months for visit in Visit.objects.all()] == [6]


def test_planning_twice_changes_nothing(bilal):
    record = arrived(bilal)
    assert schedule_visits(record=record, by=bilal) == []
    with pytest.raises(IntegrityError), transaction.atomic():
        Visit.objects.create(case=record.case, months=1, due_on=day(0), opens_on=day(0), closes_on=day(0))


def test_who_comes_to_monitoring_without_visits_gets_them(bilal):
    record = a_return(bilal, stage=Stage.INSTALMENTS)
    advance(record=record, to=Stage.MONITORING, by=bilal)
    assert record.case.visits.count() == 4


def test_a_visit_is_made_once(bilal):
    record = arrived(bilal)
    visit = record.case.visits.first()
    made(visit, record, bilal)
    assert (visit.state, record.case.contact_attempts.get().outcome) == ("done", "reached")
    with pytest.raises(ValidationError, match="already"):
        made(Visit.objects.get(pk=visit.pk), record, bilal)
    with pytest.raises(ValidationError, match="already"):
        miss_visit(record=record, visit=visit, state="missed", by=bilal, note="Nobody there.")


def test_what_has_not_happened_is_not_recorded(bilal):
    record = arrived(bilal)
    with pytest.raises(ValidationError, match="not come yet"):
        made(record.case.visits.first(), record, bilal, happened_on=day(1))


@pytest.mark.parametrize("state", ["missed", "not_wanted"])
def test_what_is_not_made_says_why(state, bilal):
    record = arrived(bilal)
    visit = record.case.visits.first()
    with pytest.raises(ValidationError, match="Say why"):
        miss_visit(record=record, visit=visit, state=state, by=bilal, note=" ")
    miss_visit(record=record, visit=visit, state=state, by=bilal, note="She moved.")
    assert Visit.objects.get(pk=visit.pk).state == state


def test_a_visit_beside_the_schedule_has_a_week_around_it(bilal):
    record = arrived(bilal)
    visit = agree_visit(record=record, due_on=day(3), way="call", by_whom="office", by=bilal)
    assert (visit.months, visit.opens_on, visit.closes_on) == (None, day(0), day(10))
    with pytest.raises(ValidationError, match="still to come"):
        agree_visit(record=record, due_on=day(-1), way="call", by_whom="office", by=bilal)


def test_nobody_is_visited_before_the_arrival(bilal):
    with pytest.raises(ValidationError, match="arrived"):
        agree_visit(record=a_return(bilal), due_on=day(3), way="call", by_whom="office", by=bilal)


def test_visits_of_a_return_on_hold_are_not_due_and_come_back(bilal):
    record = arrived(bilal)
    assert Visit.objects.due().count() == 4
    hold(record=record, by=bilal, note="Ill.")
    assert not Visit.objects.due().exists()
    resume(record=record, by=bilal, note="Well.")
    assert Visit.objects.due().count() == 4


def test_due_and_overdue_are_told_by_the_window(bilal):
    arrived(bilal, 100)
    assert [visit.months for visit in Visit.objects.open_on(day(0))] == [1, 3]
    assert [visit.months for visit in Visit.objects.overdue(day(0))] == [1]
    assert [visit.standing for visit in Visit.objects.all()] == ["Overdue", "Due", "Planned", "Planned"]


def test_a_return_is_completed_after_the_last_visit(bilal):
    record = arrived(bilal)
    with pytest.raises(NotYet, match="last visit"):
        close(record=record, ending="reintegrated", by=bilal)
    made(record.case.visits.last(), record, bilal)
    close(record=record, ending="reintegrated", by=bilal)
    assert record.stage == Stage.CLOSED


def test_who_left_again_is_visited_no_more(bilal):
    record = arrived(bilal)
    close(record=record, ending="left_again", by=bilal)
    assert not Visit.objects.due().exists()


def test_a_concern_asks_for_a_screening_and_ends_with_its_result(bilal):
    record = arrived(bilal)
    made(record.case.visits.last(), record, bilal, concern="He sleeps in the street.")
    screening = Screening.objects.get()
    assert (screening.due_on, Task.objects.get(pk=screening.task_id).assignee) == (day(14), bilal)
    with pytest.raises(NotYet, match="screening"):
        close(record=record, ending="reintegrated", by=bilal)
    record_screening(record=record, screening=screening, result="referred", by=bilal, note="Shelter found.")
    assert Task.objects.get(pk=screening.task_id).status == "done"
    with pytest.raises(ValidationError, match="already"):
        record_screening(record=record, screening=screening, result="no_need", by=bilal)
    close(record=record, ending="reintegrated", by=bilal)


def test_the_timeline_tells_of_visits_and_nothing_of_concerns(bilal):
    record = arrived(bilal)
    made(record.case.visits.first(), record, bilal, concern="He sleeps in the street.", note="Seen at home.")
    told = " ".join(f"{event.facts} {event.note}" for event in Event.objects.filter(case=record.case))
    assert "street" not in told
    assert "Seen" not in told


def test_a_mission_sees_the_visits_to_its_own_country_only(bilal):
    mission = factories.organisation("iom-kinshasa", OrganisationKind.IOM_MISSION, "CD")
    rana = factories.user("rana", mission, (Role.PARTNER, "", ""))
    arrived(bilal)
    arrived(bilal, return_country="IRQ")
    a_return(bilal)
    assert {visit.case.return_file.return_country for visit in Visit.objects.visible_to(rana)} == {"COD"}


def test_a_partner_of_another_kind_sees_no_visit(bilal):
    town = factories.organisation("kinshasa-town", OrganisationKind.RECEPTION_CENTRE, "CD")
    arrived(bilal)
    assert not Visit.objects.visible_to(factories.user("olli", town, (Role.PARTNER, "", ""))).exists()


def test_rules_and_attempts_do_not_keep_a_visit_from_being_missed(bilal):
    record = arrived(bilal)
    set_contact_rule(record=record, person=person_of(record), by=bilal, in_short="SMS only.")
    with pytest.raises(ValidationError, match="safe contact"):
        sought(record, bilal, 1)
    miss_visit(record=record, visit=record.case.visits.first(), state="missed", by=bilal, note="No way to reach her.")
