"""RIAT files: consent before the registration, a closed first page, seven days on our clock, history."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from cases.actions.consents import record_consent, withdraw_consent
from cases.models import Consent, Document, Event, Task
from cases.stages import NotYet
from cases.timeline import sentence_of
from returns.actions.riat import change_first_page, move_riat, open_riat, register_riat, watch_riat
from returns.models import RiatFile, RiatStatus, RiatStep
from returns.riat_clock import answer_by, warn_at
from tests.returns.returning import a_return, a_riat

R = RiatStatus
MOMENTS = st.integers(1_577_836_800, 2_524_608_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
HOUR = timedelta(hours=1)


def consented(record, by) -> Document:
    """The sheet is signed, scanned and clean."""
    person = record.case.members.first().person
    record_consent(person=person, purpose="share", text_version="4", language="Lingala", by=by)
    return Document.objects.create(
        case=record.case, kind="consent", name="sheet.pdf", file="x.pdf", size=1, sha256="0" * 64, scan="clean",
        added_by=by,
    )  # fmt: skip


@pytest.fixture
def registered(bilal):
    """A file that RIAT has registered."""
    record = a_return(bilal)
    riat = a_riat(record, bilal)
    register_riat(riat=riat, reference="EURP-7", consent_sheet=consented(record, bilal), by=bilal)
    return riat


def asked(riat, by, days: float) -> RiatFile:
    """The partner asked so many days ago."""
    move_riat(riat=riat, to=R.OPEN, by=by)
    move_riat(riat=riat, to=R.VALIDATION, by=by, sent_at=timezone.now() - timedelta(days=days))
    riat.refresh_from_db()
    return riat


@given(MOMENTS)
def test_the_answer_is_never_asked_for_later_than_seven_days(sent):
    due = answer_by(sent)
    assert timedelta(hours=7 * 24 - 1) <= due - sent <= timedelta(days=7)
    assert timezone.localtime(due).replace(tzinfo=None) - timezone.localtime(sent).replace(tzinfo=None) <= timedelta(7)
    assert warn_at(sent) < due - timedelta(days=1, hours=22)


@given(MOMENTS, st.integers(0, 2_592_000))
def test_who_is_asked_later_answers_later(sent, more):
    assert answer_by(sent) <= answer_by(sent + timedelta(seconds=more)) + HOUR


@pytest.mark.parametrize(("sent", "due"), [
    ("2026-10-20T12:00", "2026-10-27T11:00"),  # the clocks went back: 168 hours come first
    ("2026-03-24T12:00", "2026-03-31T12:00"),  # the clocks went forward: the wall comes first
    ("2026-11-24T12:00", "2026-12-01T12:00"),
])  # fmt: skip
def test_summer_and_winter_time_never_make_us_late(sent, due):
    found = answer_by(timezone.make_aware(datetime.fromisoformat(sent)))
    assert timezone.localtime(found).strftime("%Y-%m-%dT%H:%M") == due


def test_nothing_is_registered_without_the_sheet_and_the_consent(bilal):
    record = a_return(bilal)
    riat = a_riat(record, bilal)
    with pytest.raises(NotYet) as refusal:
        register_riat(riat=riat, reference="EURP-7", consent_sheet=None, by=bilal)
    assert {one.need for one in refusal.value.missing} == {"consent_sheet", "share"}
    sheet = consented(record, bilal)
    withdraw_consent(consent=Consent.objects.get(), by=bilal)
    with pytest.raises(NotYet):
        register_riat(riat=riat, reference="EURP-7", consent_sheet=sheet, by=bilal)


def test_the_sheet_of_another_case_is_refused(bilal):
    mine, other = a_return(bilal), a_return(bilal)
    riat = a_riat(mine, bilal)
    consented(mine, bilal)
    with pytest.raises(ValidationError, match="of this case"):
        register_riat(riat=riat, reference="EURP-7", consent_sheet=consented(other, bilal), by=bilal)


def test_the_first_page_is_open_until_the_registration(bilal, registered):
    draft = a_riat(a_return(bilal), bilal)
    assert change_first_page(riat=draft, by=bilal, partner="Partner Goma", project="EURP") == ["partner"]
    with pytest.raises(ValidationError, match="closed"):
        change_first_page(riat=registered, by=bilal, partner="Partner Goma")


@pytest.mark.parametrize("columns", [
    {"partner": "X"}, {"support": "both"}, {"return_country": "IRQ"}, {"project": "X"}, {"organisation": "X"},
    {"reference": "X"}, {"registered_at": datetime(2026, 1, 1, tzinfo=UTC)},
])  # fmt: skip
def test_postgres_keeps_the_first_page(registered, columns):
    with pytest.raises(IntegrityError), transaction.atomic():
        RiatFile.objects.update(**columns)


def test_postgres_refuses_a_registration_without_consent(bilal):
    a_riat(a_return(bilal), bilal)
    with pytest.raises(IntegrityError), transaction.atomic():
        RiatFile.objects.update(status=R.OPEN)


def test_a_support_has_one_file_and_a_reference_is_ones_own(bilal, registered):
    with pytest.raises(ValidationError, match="already"):
        open_riat(record=registered.case.return_file, by=bilal, support="post_return")
    record = a_return(bilal)
    with pytest.raises(ValidationError, match="Another file"):
        register_riat(riat=a_riat(record, bilal), reference="EURP-7", consent_sheet=consented(record, bilal), by=bilal)


@pytest.mark.parametrize(
    ("days", "tasks", "lapsed"), [(4.9, 0, False), (5.1, 1, False), (6.9, 1, False), (7.1, 1, True)]
)
def test_the_desk_warns_on_day_five_and_when_it_lapses(bilal, registered, days, tasks, lapsed):
    riat = asked(registered, bilal, days)
    assert Task.objects.todo().count() == tasks
    assert (riat.is_lapsed, bool(riat.lapsed_at)) == (lapsed, lapsed)
    assert watch_riat() == 0


def test_a_file_that_lapses_meanwhile_gets_another_task(bilal, registered, time_machine):
    asked(registered, bilal, 5.5)
    time_machine.move_to(timezone.now() + timedelta(days=2))
    assert watch_riat() == 1
    assert "seven days are over" in Task.objects.todo().get().title
    assert Event.objects.filter(verb="returns.riat_lapsed").count() == 1
    assert watch_riat() == 0


def test_an_answer_stops_the_clock_and_the_task(bilal, registered):
    riat = asked(registered, bilal, 6)
    move_riat(riat=riat, to=R.CONFIRMED, by=bilal)
    riat.refresh_from_db()
    assert (riat.answer_by, riat.is_pressing) == (None, False)
    assert not Task.objects.todo().exists()


def test_a_rejection_says_why_and_may_be_reopened(bilal, registered):
    with pytest.raises(ValidationError, match="reason"):
        move_riat(riat=registered, to=R.REJECTED, by=bilal, reason="other")
    move_riat(riat=registered, to=R.REJECTED, by=bilal, reason="no_answer", comment="Rejected by the system.")
    move_riat(riat=registered, to=R.REOPENED, by=bilal, comment="Asked by telephone")
    assert list(RiatStep.objects.values_list("status", flat=True)) == ["draft", "registered", "rejected", "reopened"]
    said = [sentence_of(event) for event in Event.objects.filter(verb="returns.riat_moved")]
    assert any("Rejected, no answer within seven days" in words for words in said)


@pytest.mark.parametrize("to", [R.VALIDATION, R.CONFIRMED, R.REOPENED, R.DRAFT])
def test_riat_goes_its_own_way(bilal, registered, to):
    with pytest.raises(ValidationError, match="cannot follow"):
        move_riat(riat=registered, to=to, by=bilal)


def test_the_future_does_not_start_the_clock(bilal, registered):
    with pytest.raises(ValidationError, match="not come yet"):
        asked(registered, bilal, -1)


def test_the_history_only_grows(bilal, registered):
    with pytest.raises(Exception, match="Cannot update"), transaction.atomic():
        RiatStep.objects.update(comment="never")
