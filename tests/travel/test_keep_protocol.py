"""The rules beneath: one worker at a time, nothing of ours held while the airline thinks, late answers only add."""

import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from cases.outbox import Later
from tests.travel.journeys import asked, attempt_of, work
from travel.actions import booking as booking_actions
from travel.actions.attempts import Hold, advance, take
from travel.actions.booking import book, claim, mark, record_order
from travel.models import AttemptState, BookingAttempt
from travel.providers.base import Unknown
from travel.providers.duffel import DuffelFlights
from travel.providers.lines import outside

A = AttemptState
pytestmark = pytest.mark.usefixtures("follower")


@pytest.mark.django_db
def test_nothing_is_asked_inside_a_transaction():
    with pytest.raises(RuntimeError, match="transaction"), transaction.atomic(), outside():
        pass


def test_no_database_connection_is_held_while_the_airline_thinks(airline, aino, monkeypatch):
    made, held = asked(aino), []
    honest = DuffelFlights._exchange

    def watched(self, *args, **kwargs):
        held.append(connection.connection is not None)
        return honest(self, *args, **kwargs)

    monkeypatch.setattr(DuffelFlights, "_exchange", watched)
    work(3)
    assert attempt_of(made).state == A.TICKETED
    assert len(held) >= 5
    assert not any(held)


def test_two_workers_at_once_buy_one_seat(airline, aino):
    made = asked(aino)
    code, started = made.bookings.get().code, threading.Barrier(4)

    def worker():
        started.wait()
        try:
            book(code)
        except Later:
            pass
        finally:
            connection.close()

    crowd = [threading.Thread(target=worker) for __ in range(4)]
    for one in crowd:
        one.start()
    for one in crowd:
        one.join()
    work(3)
    assert len(airline.ledger()) == 1
    assert BookingAttempt.objects.count() == 1


def test_two_living_attempts_are_impossible(airline, aino):
    booking = asked(aino).bookings.get()
    claim(booking)
    with pytest.raises(IntegrityError), transaction.atomic():
        BookingAttempt.objects.create(booking=booking, n=2, state=A.UNKNOWN)


def test_only_who_holds_the_lease_writes(airline, aino):
    hold = claim(asked(aino).bookings.get())
    stranger = Hold(hold.attempt, uuid4())
    assert not advance(stranger, A.SENDING, expected=[A.CLAIMED])
    assert take(hold.attempt.code, A.CLAIMED) is None
    BookingAttempt.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert take(hold.attempt.code, A.CLAIMED)
    assert not advance(hold, A.SENDING, expected=[A.CLAIMED])


def ready_to_send(aino):
    """An attempt just before the call that buys, with its party and offer."""
    made = asked(aino)
    hold = claim(made.bookings.get())
    party = booking_actions.party_of(hold.attempt.booking)
    offer = booking_actions.fix_offer(hold, party)
    return made, hold, party, offer


def test_only_a_claimed_attempt_is_sent_and_once_only(airline, aino):
    __, hold, __, __ = ready_to_send(aino)
    assert mark(hold)
    assert not mark(hold)


def test_an_offer_about_to_expire_is_not_sent(airline, aino):
    __, hold, __, __ = ready_to_send(aino)
    BookingAttempt.objects.update(offer_expires_at=timezone.now() + timedelta(seconds=5))
    hold.attempt.refresh_from_db()
    assert not mark(hold)
    assert BookingAttempt.objects.get().state == A.NOT_CREATED
    assert not airline.ledger()


def test_a_late_answer_of_a_lost_lease_only_adds_its_order(airline, aino):
    made, hold, party, offer = ready_to_send(aino)
    mark(hold)
    order = DuffelFlights().create_order(offer, party, attempt_code=str(hold.attempt.code), hold=True)
    BookingAttempt.objects.update(lease_token=uuid4(), state=A.UNKNOWN)
    record_order(hold, order)
    attempt = attempt_of(made)
    assert (attempt.state, attempt.order_id) == (A.HELD, order.id)
    assert attempt.steps.last().facts["late"]


def test_a_late_answer_where_another_order_is_calls_a_person(airline, aino):
    made, hold, party, offer = ready_to_send(aino)
    mark(hold)
    order = DuffelFlights().create_order(offer, party, attempt_code=str(hold.attempt.code), hold=True)
    BookingAttempt.objects.update(lease_token=uuid4(), state=A.HELD, order_id="ord_0000other")
    record_order(hold, order)
    assert (attempt_of(made).state, attempt_of(made).error_code) == (A.NEEDS_PERSON, "second_order")


def test_five_failures_on_end_make_the_line_quiet(airline, aino, monkeypatch):
    made, calls = asked(aino), []

    def broken(self, *args, **kwargs):
        calls.append(1)
        raise Unknown("ReadTimeout")

    monkeypatch.setattr(DuffelFlights, "_exchange", broken)
    work(9)
    assert len(calls) == 5
    assert attempt_of(made).state == A.CLAIMED
