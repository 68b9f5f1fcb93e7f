"""Clearances: who owes what, since when, and what the timeline says of it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.models import Role
from cases.models import Event
from cases.timeline import sentence_of
from tests import factories
from tests.travel.factories import family, soon
from travel.actions.clearances import (
    ask_clearance,
    hold_clearance,
    refuse_clearance,
    remind,
    require_clearance,
    waive_clearance,
)
from travel.actions.planning import Party
from travel.models import Clearance, ClearanceKind, ClearanceState
from travel.windows import missing_clearances

EXIT = ClearanceKind.EXIT_PERMIT


@pytest.fixture
def case(aino):
    return family(aino, 34, 30, 7)


def people(case):
    return Party.whole(case).people


def test_requiring_twice_makes_one_line_and_one_event(aino, case):
    for __ in range(2):
        require_clearance(case=case, people=people(case), kind=EXIT, by=aino)
    assert Clearance.objects.count() == 3
    assert Event.objects.filter(verb="travel.clearance_required").count() == 1


def test_what_is_asked_for_is_owed_since_that_day(aino, case):
    day = timezone.localdate() - timedelta(days=12)
    ask_clearance(case=case, people=people(case)[:1], kind=EXIT, by=aino, owed_by="IOM Kampala", asked_on=day)
    [missing] = missing_clearances(case)
    assert (missing.owed_by, missing.days, missing.person_id) == ("IOM Kampala", 12, people(case)[0].pk)


def test_held_days_include_the_last(aino, case):
    hold_clearance(
        case=case, people=people(case), kind=EXIT, by=aino, valid_from=date(2027, 3, 1), valid_until=date(2027, 3, 9)
    )
    valid = Clearance.objects.first().valid
    assert date(2027, 3, 9) in valid
    assert date(2027, 3, 10) not in valid


def test_days_in_the_wrong_order_are_refused(aino, case):
    with pytest.raises(ValidationError):
        hold_clearance(
            case=case, people=people(case), kind=EXIT, by=aino, valid_from=soon(2), valid_until=soon(1)
        )  # fmt: skip


def test_a_refusal_says_why(aino, case):
    with pytest.raises(ValidationError):
        refuse_clearance(case=case, people=people(case), kind=EXIT, by=aino, reason=" ")
    refuse_clearance(case=case, people=people(case)[:1], kind=EXIT, by=aino, reason="Court case open")
    assert str(missing_clearances(case)[0].what) == "Exit permit (refused)"


def test_only_a_lead_waives(aino, office, case):
    waiving = {"case": case, "people": people(case), "kind": EXIT, "reason": "Citizens of the country of departure"}
    with pytest.raises(ValidationError):
        waive_clearance(by=aino, **waiving)
    factories.grant(aino, Role.LEAD, mandate="resettlement")
    del aino.standing
    waive_clearance(by=aino, **waiving)
    assert missing_clearances(case) == []


def test_reminding_needs_somebody_who_owes(aino, case):
    with pytest.raises(ValidationError):
        remind(case=case, kind=EXIT, by=aino)
    ask_clearance(case=case, people=people(case), kind=EXIT, by=aino, owed_by="IOM Kinshasa")
    remind(case=case, kind=EXIT, by=aino)
    assert set(Clearance.objects.values_list("reminded_on", flat=True)) == {timezone.localdate()}


def test_asking_leaves_what_is_held_alone(aino, case):
    hold_clearance(case=case, people=people(case)[:1], kind=EXIT, by=aino)
    ask_clearance(case=case, people=people(case), kind=EXIT, by=aino)
    assert Clearance.objects.filter(state=ClearanceState.HELD).count() == 1


def test_a_stranger_to_the_case_has_no_clearance_in_it(aino, case):
    other = family(aino, 40)
    with pytest.raises(ValidationError):
        hold_clearance(case=case, people=people(other), kind=EXIT, by=aino)


def test_the_timeline_tells_the_days(aino, case):
    hold_clearance(
        case=case, people=people(case), kind=EXIT, by=aino, valid_from=date(2027, 3, 1), valid_until=date(2027, 3, 9)
    )
    sentence = sentence_of(Event.objects.get(verb="travel.clearance_held"))
    assert sentence == "Exit permit: held, good 01.03.2027 to 09.03.2027 (3 people)"


def test_a_liaison_sees_no_clearance(aino, migri, marjut):
    case = family(aino, 34, issuer=migri)
    hold_clearance(case=case, people=people(case), kind=EXIT, by=aino)
    assert Clearance.objects.visible_to(aino).exists()
    assert not Clearance.objects.visible_to(marjut).exists()
