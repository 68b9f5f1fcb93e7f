"""The line of stages: what may follow what, what is missing, the ways beside it."""

import pytest
from django.core.exceptions import ValidationError

from cases.models import Status
from cases.stages import NotYet
from returns.actions.return_files import advance, close, hold, refuse, resume, withdraw
from returns.models import ENDED, MAIN_LINE, Return, Stage
from returns.withdrawal import forget, on_withdrawal
from tests.returns.returning import a_return, clear, declare_all

RUNNING = [stage for stage in MAIN_LINE if stage not in ENDED]


@pytest.fixture
def heard():
    """Whoever was told of a withdrawal."""
    calls = []
    call = on_withdrawal(lambda *, record, by: calls.append((record.pk, by)))
    yield calls
    forget(call)


@pytest.mark.parametrize("stage", [*RUNNING, Stage.ON_HOLD])
def test_one_may_withdraw_at_any_stage(stage, bilal, heard):
    columns = {"stage_before": Stage.BOOKED} if stage == Stage.ON_HOLD else {}
    record = a_return(bilal, stage=stage, **columns)
    declare_all(record, bilal)
    withdraw(record=record, by=bilal)
    record.refresh_from_db()
    assert (record.stage, record.ending, record.case.status) == (Stage.WITHDRAWN, "withdrawn", Status.CLOSED)
    assert not record.case.declarations.in_force().exists()
    assert heard == [(record.pk, bilal)]


def test_withdrawing_twice_is_heard_once(bilal, heard):
    record = a_return(bilal)
    withdraw(record=record, by=None)
    withdraw(record=Return.objects.get(), by=None)
    assert heard == [(record.pk, None)]


def test_who_cannot_cancel_the_money_stops_the_withdrawal(bilal):
    def refuses(*, record, by):
        raise RuntimeError("the ledger is shut")

    on_withdrawal(refuses)
    record = a_return(bilal, stage=Stage.BOOKED)
    with pytest.raises(RuntimeError):
        withdraw(record=record, by=bilal)
    forget(refuses)
    assert Return.objects.get().stage == Stage.BOOKED


def test_nothing_is_asked_for_before_every_adult_declared(bilal):
    record = a_return(bilal, stage=Stage.DECIDED)
    with pytest.raises(NotYet, match="free will"):
        advance(record=record, to=Stage.DECLARED, by=bilal)
    declare_all(record, bilal)
    advance(record=record, to=Stage.DECLARED, by=bilal)
    assert record.stage == Stage.DECLARED


def test_ready_needs_every_clearance(bilal):
    record = a_return(bilal, stage=Stage.DOCUMENTS)
    declare_all(record, bilal)
    clear(record, bilal)
    advance(record=record, to=Stage.READY, by=bilal)
    assert record.stage == Stage.READY


def test_hold_goes_on_where_it_stood(bilal):
    record = a_return(bilal, stage=Stage.ARRIVED)
    hold(record=record, by=bilal, note="The shop burnt down.")
    resume(record=record, by=bilal, note="A new shop is found.")
    assert Return.objects.get().stage == Stage.ARRIVED


def test_after_a_withdrawal_one_is_counselled_anew(bilal):
    record = a_return(bilal, stage=Stage.BOOKED)
    withdraw(record=record, by=bilal)
    resume(record=record, by=bilal, note="They want to go after all.")
    assert (record.stage, record.case.status, record.ending) == (Stage.COUNSELLING, Status.OPEN, "")
    assert record.case.members.travelling().exists()


def test_a_refusal_says_why(bilal):
    record = a_return(bilal, stage=Stage.ELIGIBILITY)
    with pytest.raises(ValidationError, match="Say why"):
        refuse(record=record, by=bilal, note=" ")
    refuse(record=record, by=bilal, note="No returns to this country for now.")
    assert Return.objects.get().ending == "refused"


def test_closing_says_how_it_ended(bilal):
    record = a_return(bilal, stage=Stage.MONITORING)
    close(record=record, ending="left_again", by=bilal)
    assert (record.case.outcome, Return.objects.get().stage) == ("arrived", Stage.CLOSED)


def test_nobody_in_the_air_is_refused(bilal):
    record = a_return(bilal, stage=Stage.DEPARTED)
    with pytest.raises(ValidationError, match="cannot follow"):
        refuse(record=record, by=bilal, note="Too late.")
