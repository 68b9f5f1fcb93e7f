"""Safe contact: a rule is read before anybody is called; contact is lost after enough days in vain."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from cases.stages import NotYet
from returns.actions.return_files import close
from returns.models import ContactAttempt, ContactRule, Stage
from returns.monitoring.actions.contacts import lose_contact, record_attempt, set_contact_rule
from returns.monitoring.attempts import days_in_vain
from returns.monitoring.there import clocks_in
from tests.returns.monitoring.factories import arrived, person_of, sought

RULE = {
    "ways": ["message"],
    "times": "Mornings.",
    "words_to_leave": "The clinic called.",
    "never": "Never her brother.",
}
moments = st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2026, 3, 1))


def attempt(at: datetime, outcome: str) -> ContactAttempt:
    return ContactAttempt(tried_at=timezone.make_aware(at), outcome=outcome)


@given(st.lists(st.tuples(moments, st.sampled_from(["no_answer", "not_in_use", "somebody_else"]))))
def test_days_in_vain_are_days_not_calls(tried):
    assert days_in_vain(attempt(*each) for each in tried) == len({at.date() for at, __ in tried})


@given(st.lists(moments), moments)
def test_an_answer_begins_the_count_anew(in_vain, answered):
    attempts = [attempt(at, "no_answer") for at in in_vain] + [attempt(answered, "call_later")]
    assert days_in_vain(attempts) == len({at.date() for at in in_vain if at > answered})


def test_a_rule_must_be_confirmed_before_a_contact(bilal):
    record = arrived(bilal)
    rule = set_contact_rule(record=record, person=person_of(record), by=bilal, in_short="SMS only.", **RULE)
    with pytest.raises(ValidationError, match="safe contact"):
        sought(record, bilal, 0)
    said = {"person": person_of(record), "channel": "message", "outcome": "reached", "by": bilal}
    kept = record_attempt(record=record, rule_confirmed=True, **said)
    assert (kept.rule, kept.rule_confirmed) == (rule, True)
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactAttempt.objects.filter(pk=kept.pk).update(rule_confirmed=False)


def test_another_rule_takes_the_place_of_the_first(bilal):
    record = arrived(bilal)
    person = person_of(record)
    set_contact_rule(record=record, person=person, by=bilal, in_short="SMS only.", **RULE)
    set_contact_rule(record=record, person=person, by=bilal, in_short="Calls too.", ways=["call", "message"])
    assert ContactRule.objects.count() == 2
    assert person.contact_rules.get(ended_at=None).ways == ["call", "message"]
    person.refresh_from_db()
    assert person.safe_contact == "Calls too."


def test_an_empty_rule_is_none(bilal):
    record = arrived(bilal)
    with pytest.raises(ValidationError, match="at least one"):
        set_contact_rule(record=record, person=person_of(record), by=bilal)


def test_contact_is_lost_after_three_days_in_vain(bilal):
    record = arrived(bilal)
    sought(record, bilal, 9, 5)
    with pytest.raises(NotYet, match="so far on 2"):
        lose_contact(record=record, by=bilal)
    sought(record, bilal, 1)
    lose_contact(record=record, by=bilal, note="Her sister does not know where she is.")
    assert (record.stage, record.ending, record.case.outcome) == (Stage.CLOSED, "lost_contact", "untraceable")


def test_an_answer_in_between_keeps_the_contact(bilal):
    record = arrived(bilal)
    sought(record, bilal, 9, 8, 7)
    sought(record, bilal, 6, outcome="reached")
    with pytest.raises(NotYet, match="so far on 0"):
        lose_contact(record=record, by=bilal)


def test_closing_as_lost_asks_for_the_same_days(bilal, settings):
    settings.RETURNS_LOST_AFTER = 1
    record = arrived(bilal)
    with pytest.raises(NotYet, match="1 days"):
        close(record=record, ending="lost_contact", by=bilal)
    sought(record, bilal, 0)
    close(record=record, ending="lost_contact", by=bilal)


def test_an_attempt_that_is_still_to_come_is_refused(bilal):
    record = arrived(bilal)
    with pytest.raises(ValidationError, match="not happened"):
        sought(record, bilal, -1)


def test_the_clock_there_is_told():
    noon = timezone.now().replace(year=2026, month=1, day=15, hour=12, minute=0)
    assert clocks_in("IRQ", noon) == ["15:00"]
    assert clocks_in("COD", noon) == ["13:00", "14:00"]
    assert clocks_in("", noon) == []
    assert clocks_in("XKX", noon + timedelta(0)) in ([], ["13:00"])
