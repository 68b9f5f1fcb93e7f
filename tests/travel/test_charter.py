"""Charters: seats without names, who takes them, who gives them back; Postgres keeps the count."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from accounts.models import OrganisationKind
from cases.models import Event
from cases.timeline import sentence_of
from notices.actions.sending import text_of
from notices.models import Notice
from tests import factories
from tests.travel.charters import charter, confirmed, ready, seated
from tests.travel.factories import cleared, movement, soon
from travel.actions.agency import ask_agency
from travel.actions.cancelling import cancel_movement
from travel.actions.changing import change_day
from travel.actions.charters import ask_charter, change_seats, free_seats, give_seats, take_seats_back
from travel.actions.clearances import require_clearance
from travel.actions.journeys import record_arrival, record_departure, record_no_show
from travel.actions.leaving import leave_movements
from travel.actions.ordering import search_offers
from travel.actions.planning import Party
from travel.charters import Cabin
from travel.models import Charter, ClearanceKind, Movement, MovementStage, Notification, Traveller


def standings(made: Movement) -> list[str]:
    return list(made.travellers.order_by("pk").values_list("standing", flat=True))


def cabin(made: Movement) -> Cabin:
    return Cabin(made, made.travellers.all())


def test_seats_without_a_name_are_no_rows_and_no_people(aino):
    made = charter(aino, seats=12)
    assert not Traveller.objects.exists()
    assert (cabin(made).named, cabin(made).unnamed, len(cabin(made).seats)) == (0, 12, 12)


def test_a_family_sits_together_from_the_seat_that_was_chosen(aino):
    made, case = charter(aino, seats=5), ready(aino, 34, 30)
    seated(made, case, aino, first=4)
    assert list(made.travellers.order_by("seat").values_list("seat", flat=True)) == [4, 5]
    assert free_seats(made.charter) == [1, 2, 3]
    assert "seats 4, 5" in sentence_of(Event.objects.get(verb="travel.seats_given"))


def test_there_are_never_more_names_than_seats(aino):
    made = charter(aino, seats=2)
    with pytest.raises(ValidationError, match="2 seats are free"):
        seated(made, ready(aino, 34, 30, 7), aino)
    assert not made.travellers.exists()


def test_whoever_is_not_ready_gets_no_seat(aino):
    made, case = charter(aino), ready(aino)
    require_clearance(case=case, people=Party.whole(case).people, kind=ClearanceKind.EXIT_PERMIT, by=aino)
    with pytest.raises(ValidationError, match="Exit permit"):
        seated(made, case, aino)


@pytest.mark.parametrize("columns", [{"mandate": "resettlement"}, {"country": "SE"}])
def test_a_charter_is_for_its_own_mandate_and_country(aino, columns):
    with pytest.raises(ValidationError, match="another mandate or country"):
        seated(charter(aino), ready(aino, **columns), aino)


def test_a_family_is_not_parted_by_the_number_of_seats(aino):
    made, case = charter(aino), ready(aino, 34, 30)
    with pytest.raises(ValidationError, match="left behind"):
        give_seats(movement=made, case=case, people=Party.whole(case).people[:1], by=aino)


def test_nobody_sits_in_two_journeys(aino):
    made, case = charter(aino), ready(aino)
    movement(aino, case)
    with pytest.raises(ValidationError, match="already has a seat"):
        seated(made, case, aino)


def test_seats_taken_back_are_without_a_name_again(aino, follower):
    made, case = charter(aino), ready(aino, 34, 7)
    seated(made, case, aino)
    take_seats_back(movement=made, case=case, by=aino, reason="The passport is late")
    assert free_seats(made.charter) == [1, 2, 3]
    assert standings(made) == ["cancelled", "cancelled"]
    seated(made, ready(aino), aino)
    assert made.travellers.live().get().seat == 1


def test_a_withdrawal_frees_the_seat_and_keeps_the_charter(aino, follower):
    made, case = charter(aino), ready(aino)
    seated(made, case, aino)
    confirmed(made, aino)
    leave_movements(case=case, by=aino, reason="They stay")
    made.refresh_from_db()
    assert (made.stage, free_seats(made.charter)) == (MovementStage.BOOKED, [1, 2, 3])


def test_names_before_and_after_the_confirmation_are_booked(aino, follower):
    told, receivers = follower
    receivers.append(factories.organisation("iom-baghdad", OrganisationKind.IOM_MISSION, "IQ"))
    made, early, late = charter(aino), ready(aino), ready(aino, 40)
    seated(made, early, aino)
    confirmed(made, aino)
    seated(made, late, aino)
    assert standings(made) == ["booked", "booked"]
    assert [what for what, __ in told] == ["booked", "booked"]
    assert {len(one.contents["persons"]) for one in Notification.objects.all()} == {1}


def test_who_left_before_the_confirmation_is_not_booked(aino, follower):
    made, case = charter(aino), ready(aino)
    seated(made, case, aino)
    take_seats_back(movement=made, case=case, by=aino, reason="Ill")
    confirmed(made, aino)
    assert [what for what, __ in follower[0]] == ["cancelled"]


def test_only_the_named_depart_and_arrive(aino, follower):
    made = charter(aino, seats=12)
    seated(made, ready(aino, 34, 30), aino)
    seated(made, ready(aino, 40), aino)
    confirmed(made, aino)
    record_no_show(movement=made, travellers=[made.travellers.last()], by=aino, reason="Did not come")
    assert record_departure(movement=made, by=aino)
    assert record_arrival(movement=made, by=aino)
    assert standings(made) == ["arrived", "arrived", "no_show"]


def test_a_seat_of_somebody_who_did_not_come_may_be_given_at_the_gate(aino, follower):
    made = charter(aino, seats=1)
    seated(made, ready(aino), aino)
    confirmed(made, aino)
    record_no_show(movement=made, travellers=list(made.travellers.all()), by=aino, reason="Did not come")
    seated(made, ready(aino, 50), aino)
    assert made.travellers.live().get().seat == 1


def test_the_number_of_seats_never_takes_a_name_away(aino):
    made = charter(aino, seats=3)
    seated(made, ready(aino), aino, first=3)
    with pytest.raises(ValidationError, match="take it back first"):
        change_seats(movement=made, seats=2, by=aino)
    assert change_seats(movement=made, seats=4, by=aino)
    assert not change_seats(movement=made, seats=4, by=aino)


def test_another_day_needs_no_names(aino):
    made = charter(aino)
    change_day(movement=made, departs_on=soon(40), by=aino)
    assert Movement.objects.get().departs_on == soon(40)


def test_nothing_is_booked_for_a_charter(aino, travel_officer, office):
    made = charter(aino)
    seated(made, ready(aino), aino)
    with pytest.raises(ValidationError, match="ours already"):
        search_offers(movement=made, by=travel_officer)
    with pytest.raises(ValidationError, match="ours already"):
        ask_agency(movement=made, organisation=office, cap=1, currency="EUR", by=travel_officer)


def test_whoever_is_asked_for_the_aircraft_reads_numbers_only(aino):
    agency = factories.organisation("helsinki-travel", OrganisationKind.TRAVEL_AGENCY, "FI")
    made = charter(aino, seats=12)
    seated(made, ready(aino), aino)
    assert ask_charter(movement=made, organisation=agency, by=aino)
    subject, body = text_of(Notice.objects.get(organisation=agency))
    assert "12 seats" in body
    assert "Bahati" not in subject + body
    assert not ask_charter(movement=made, organisation=agency, by=aino)


def test_a_cancelled_charter_gives_no_seats(aino, follower):
    made = charter(aino)
    seated(made, ready(aino), aino)
    cancel_movement(movement=made, by=aino, reason="No aircraft")
    assert standings(made) == ["cancelled"]
    with pytest.raises(ValidationError, match="cancelled"):
        seated(made, ready(aino), aino)


@pytest.mark.parametrize("seat", [None, 0, 4])
def test_postgres_refuses_a_seat_that_does_not_exist(aino, seat):
    made = charter(aino)
    seated(made, ready(aino), aino)
    with pytest.raises(IntegrityError), transaction.atomic():
        Traveller.objects.update(seat=seat)


def test_postgres_refuses_two_people_in_one_seat(aino):
    made = charter(aino)
    seated(made, ready(aino, 34, 30), aino)
    with pytest.raises(IntegrityError), transaction.atomic():
        Traveller.objects.update(seat=1)


def test_postgres_refuses_numbered_seats_elsewhere(aino):
    movement(aino, cleared(aino, 34))
    with pytest.raises(IntegrityError), transaction.atomic():
        Traveller.objects.update(seat=1)


def test_postgres_refuses_to_take_a_seat_away_under_somebody(aino):
    made = charter(aino)
    seated(made, ready(aino), aino, first=3)
    with pytest.raises(IntegrityError), transaction.atomic():
        Charter.objects.update(seats=2)


def test_two_officers_never_give_the_last_seat_twice(committed, aino):
    made, cases = charter(aino, seats=1), [ready(aino), ready(aino, 40), ready(aino, 50)]

    def give(case):
        try:
            seated(made, case, aino)
        except ValidationError:
            return 0
        finally:
            connection.close()
        return 1

    with ThreadPoolExecutor(3) as pool:
        assert sum(pool.map(give, cases)) == 1
    assert made.travellers.live().count() == 1
