"""Figures of returns: who is counted as returned, in which month, with a grant; what waits since when."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from cases.models import Event, Standing
from returns.actions.return_files import advance, withdraw
from returns.caseload.indicators import indicators
from returns.caseload.monthly import monthly
from returns.caseload.months import Month
from returns.caseload.where import money_lines, pipeline, waiting_longest
from returns.figures import by_stage, days_to_departure, people_returned, returned
from returns.models import Ending, Return, Stage
from tests.returns.money import factories as money
from tests.returns.returning import a_return

NOVEMBER, YEAR = Month(date(2026, 11, 1)), (date(2026, 1, 1), date(2026, 11, 30))


def departed(bilal, day: date, **columns) -> Return:
    """A return whose people left on a day."""
    record = a_return(bilal, stage=Stage.BOOKED, **columns)
    advance(record=record, to=Stage.DEPARTED, by=bilal, happened_on=day)
    return record


def test_people_are_counted_on_the_day_of_departure(bilal):
    departed(bilal, date(2026, 11, 3), members=3)
    departed(bilal, date(2025, 12, 31))
    a_return(bilal, stage=Stage.BOOKED)
    people = people_returned(Return.objects.all(), *YEAR)
    assert [one.departed_on for one in people] == [date(2026, 11, 3)] * 3


def test_who_stayed_behind_is_not_counted(bilal):
    record = departed(bilal, date(2026, 11, 3), members=2)
    record.case.members.filter(relation="child").update(standing=Standing.WAITS)
    assert people_returned(Return.objects.all(), *YEAR).count() == 1


def test_who_withdraws_after_arrival_has_returned_all_the_same(bilal):
    record = departed(bilal, date(2026, 11, 3))
    advance(record=record, to=Stage.ARRIVED, by=bilal)
    record.case.members.update(standing=Standing.ARRIVED)
    withdraw(record=record, by=bilal)
    assert people_returned(Return.objects.all(), *YEAR).count() == 1


def test_who_turned_back_on_the_way_has_not(bilal):
    withdraw(record=departed(bilal, date(2026, 11, 3)), by=bilal)
    assert people_returned(Return.objects.all(), *YEAR).count() == 0


@pytest.mark.parametrize("ending", [Ending.NOT_RETURNED, Ending.FORCED_RETURN])
def test_whom_the_police_returned_or_who_stayed_is_not_counted(bilal, ending):
    record = departed(bilal, date(2026, 11, 3))
    Return.objects.filter(pk=record.pk).update(ending=ending, ended_at=timezone.now())
    assert not returned(Return.objects.all()).exists()


def test_the_table_has_month_and_year_by_country_of_return(bilal):
    departed(bilal, date(2026, 11, 3), members=2, return_country="IRQ")
    departed(bilal, date(2026, 2, 3), return_country="IRQ")
    departed(bilal, date(2026, 10, 31), return_country="SOM")
    rows = [(row.words, row.month, row.year) for row in monthly(bilal, NOVEMBER).returns]
    assert rows == [("Iraq", 2, 3), ("Somalia", 0, 1)]
    assert (monthly(bilal, NOVEMBER).total.month, monthly(bilal, NOVEMBER).total.year) == (2, 4)


def test_only_what_the_reader_may_see_is_counted(bilal, aino):
    departed(bilal, date(2026, 11, 3))
    assert monthly(aino, NOVEMBER).returns == []


def test_a_host_country_can_be_chosen(bilal):
    departed(bilal, date(2026, 11, 3))
    assert monthly(bilal, NOVEMBER, "SE").returns == []
    assert len(monthly(bilal, NOVEMBER, "FI").returns) == 1


def test_grants_are_counted_where_approved_and_people_with_them(bilal, office):
    award = money.approved(bilal, money.finance(office))
    month = Month.of(timezone.localdate())
    (row,) = monthly(bilal, month).grants
    assert (row.words, row.currency, row.month, row.year) == (award.scheme, award.currency, 1, 1)
    assert row.month_granted == row.year_granted == award.amount
    assert row.month_paid == Decimal(0)
    Return.objects.filter(pk=award.return_file_id).update(stage=Stage.BOOKED)
    advance(record=Return.objects.get(pk=award.return_file_id), to=Stage.DEPARTED, by=bilal)
    assert monthly(bilal, month).total.month_assisted == award.lines.values("person").distinct().count()


def test_a_proposed_award_is_no_grant(bilal):
    money.proposed(bilal)
    assert monthly(bilal, Month.of(timezone.localdate())).grants == []


def test_the_pipeline_says_how_many_and_since_when(bilal):
    old, __ = a_return(bilal, stage=Stage.DECIDED), a_return(bilal, stage=Stage.DECIDED)
    day = timezone.localdate() - timedelta(days=40)
    Event.objects.create(case=old.case, kind="stage", verb="returns.moved", happened_on=day, recorded_by=bilal)
    lines = {line.value: line for line in pipeline(bilal)}
    assert (lines["decided"].waiting.count, lines["decided"].days) == (2, 40)
    assert lines["ready"].waiting.count == 0
    assert Stage.CLOSED not in lines
    assert waiting_longest(bilal)[0] == old
    assert by_stage(Return.objects.all())["decided"].since == day


def test_money_that_waits_is_summed_by_currency(bilal):
    award = money.proposed(bilal)
    approvals, *__ = money_lines(bilal)
    assert approvals.count == 1
    assert approvals.amounts[0].endswith(award.currency)


def test_indicators_are_of_host_country_and_month(bilal):
    this = Month.of(timezone.localdate())
    departed(bilal, this.first, application_date=this.first - timedelta(days=50))
    departed(bilal, this.first, application_date=this.first - timedelta(days=20))
    withdraw(record=a_return(bilal, stage=Stage.DECIDED, application_date=this.first), by=bilal)
    (one, *__) = [each for each in indicators(bilal) if each.month == this]
    assert (one.host, one.departed, one.median_days) == ("FI", 2, 35)
    assert one.share_withdrawn == "100 %"
    assert len(days_to_departure(Return.objects.all(), this.first, this.last)) == 2
