"""From the first talk to the signed declaration, through the house's own actions."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from cases.models import Status, WaitingFor
from cases.stages import NotYet
from returns.actions.counselling import book_interpreter, record_counselling
from returns.actions.declarations import sign_declaration, take_back
from returns.actions.intake import (
    ask_statement,
    check_eligibility,
    record_application,
    record_decision,
    record_statement,
)
from returns.models import Return, ReturnCountryNote, Stage, Topic
from tests.returns.returning import a_return, a_talk
from travel.models import Clearance

TODAY = date.today()
TALK = {"way": "phone", "language": "Arabic", "interpreter": "came"}


def person_of(record):
    return record.case.members.get().person


def citizen_of(record, *countries: str):
    person = person_of(record)
    person.citizenships = list(countries)
    person.save(update_fields=["citizenships"])


def applied(bilal, **columns) -> Return:
    record = a_return(bilal, stage=Stage.COUNSELLING)
    a_talk(record, bilal)
    record_application(record=record, by=bilal, **({"application_date": TODAY} | columns))
    return record


def test_a_whole_intake_by_hand(bilal):
    record = a_return(bilal)
    record_counselling(record=record, by=bilal, held_on=TODAY, explained=Topic.values, **TALK)
    record_application(record=record, by=bilal, application_date=TODAY, return_country="COD")
    check_eligibility(record=record, by=bilal)
    ask_statement(record=record, by=bilal)
    assert (record.stage, record.case.waiting_for) == (Stage.STATEMENT, WaitingFor.AUTHORITY)
    record_statement(record=record, by=bilal, statement="given")
    person = person_of(record)
    amounts = [(person, "support", Decimal(5300), "EUR")]
    record_decision(record=record, by=bilal, decision_date=TODAY, is_granted=True, amounts=amounts)
    assert record.granted == [{"person": str(person.code), "component": "support", "amount": "5300", "currency": "EUR"}]
    sign_declaration(record=record, person=person, text_version="3", language="Arabic", by=bilal)
    assert Return.objects.get().stage == Stage.DECLARED
    assert set(Clearance.objects.values_list("kind", flat=True)) == {"travel_document", "fit_to_travel"}


def test_nobody_applies_before_the_free_will_was_explained(bilal):
    record = a_return(bilal)
    with pytest.raises(ValidationError, match="free will"):
        record_counselling(record=record, by=bilal, held_on=TODAY, explained=["assistance"], **TALK)


def test_a_talk_ahead_waits_for_its_interpreter(bilal):
    record, day = a_return(bilal), TODAY + timedelta(days=4)
    talk = record_counselling(record=record, by=bilal, held_on=day, **(TALK | {"interpreter": "asked"}))
    book_interpreter(talk=talk, record=record, interpreter="booked", by=bilal)
    talk.refresh_from_db()
    assert talk.interpreter == "booked"
    assert record.case.events.filter(verb="returns.counselling_planned").exists()


def test_a_doubt_about_capacity_stops_the_application(bilal):
    record = a_return(bilal, stage=Stage.COUNSELLING)
    a_talk(record, bilal, capacity="doubt")
    with pytest.raises(NotYet, match="doubt"):
        record_application(record=record, by=bilal, application_date=TODAY)


@pytest.mark.parametrize(
    ("host", "days", "eligible"), [("FI", 0, False), ("", 0, False), ("SE", 0, True), ("FI", 1, True)]
)
def test_a_paused_country_is_refused_with_its_reason(host, days, eligible, bilal):
    first = TODAY + timedelta(days=days)
    ReturnCountryNote.objects.create(country="COD", host=host, reason="Fighting in the east.", valid_from=first)
    record = applied(bilal)
    check = check_eligibility(record=record, by=bilal)
    assert check.is_eligible == eligible
    record.refresh_from_db()
    assert (record.stage == Stage.REFUSED) == (not eligible)
    if not eligible:
        assert "Fighting in the east." in record.case.events.get(verb="returns.moved", new_stage="refused").note


@pytest.mark.parametrize(("permit", "eligible"), [(True, True), (False, False), (None, False)])
def test_a_third_country_needs_a_permanent_permit(permit, eligible, bilal):
    record = applied(bilal, has_permit_there=permit)
    citizen_of(record, "IRQ")
    assert check_eligibility(record=record, by=bilal).is_eligible == eligible


def test_two_citizenships_are_both_own_countries(bilal):
    record = applied(bilal)
    citizen_of(record, "RWA", "COD")
    assert check_eligibility(record=record, by=bilal).is_eligible


def test_a_refused_statement_says_why_and_stops_the_decision(bilal):
    record = applied(bilal)
    check_eligibility(record=record, by=bilal)
    with pytest.raises(ValidationError, match="Say why"):
        record_statement(record=record, by=bilal, statement="refused")
    record_statement(record=record, by=bilal, statement="refused", note="A trial is pending.")
    with pytest.raises(NotYet):
        record_decision(record=record, by=bilal, decision_date=TODAY, is_granted=True)


def test_a_negative_letter_refuses(bilal):
    record = applied(bilal)
    record_decision(record=record, by=bilal, decision_date=TODAY, is_granted=False, note="Has means of the own.")
    assert (Return.objects.get().stage, record.case.status) == (Stage.REFUSED, Status.CLOSED)


def test_the_last_adult_s_signature_counts_children_do_not(bilal):
    record = a_return(bilal, stage=Stage.DECIDED, members=2)
    parent, child = (member.person for member in record.case.members.all())
    child.birth_year = TODAY.year - 8
    child.save(update_fields=["birth_year"])
    sign_declaration(record=record, person=parent, text_version="3", language="Arabic", by=bilal)
    assert Return.objects.get().stage == Stage.DECLARED


def test_a_declaration_taken_back_stands_in_the_way_again(bilal):
    record = a_return(bilal, stage=Stage.DECIDED)
    signed = sign_declaration(record=record, person=person_of(record), text_version="3", language="Arabic", by=bilal)
    take_back(declaration=signed, record=record, by=bilal)
    assert record.case.tasks.todo().filter(need="declaration").exists()
