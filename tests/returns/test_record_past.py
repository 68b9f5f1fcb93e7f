"""Returns recorded after they happened: straight to arrived, marked, with what is missing, on the day it was."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cases.births import Birth
from cases.models import Event, Relation, Standing
from cases.stages import NotYet
from cases.timeline import sentence_of
from returns.actions.past import Returned, open_past_return, record_past_return
from returns.actions.return_files import advance
from returns.figures import people_returned
from returns.models import BEFORE_DEPARTURE, Return, Stage
from returns.past import missing_of_the_past
from tests.returns.returning import a_return, a_talk, clear, declare_all
from travel.actions.planning import Party, plan_movement
from travel.planability import waiting_to_travel

TODAY = timezone.localdate
LEFT, THERE = date(2026, 9, 3), date(2026, 9, 4)
NEW = "/returns/past/new/"


def recorded(record, by, **columns):
    said = {"departed_on": LEFT, "arrived_on": THERE, "note": "The centre wrote"} | columns
    record_past_return(record=record, by=by, **said)


@pytest.mark.parametrize("stage", BEFORE_DEPARTURE)
def test_the_past_is_recorded_from_wherever_the_return_stood(bilal, stage):
    record = a_return(bilal, stage=stage, members=2)
    recorded(record, bilal)
    record.refresh_from_db()
    assert (record.stage, record.is_retroactive) == (Stage.ARRIVED, True)
    assert set(record.case.members.values_list("standing", flat=True)) == {Standing.ARRIVED}


def test_without_a_journey_nobody_departs_who_is_not_recorded_afterwards(bilal):
    with pytest.raises(NotYet, match="Seats"):
        advance(record=a_return(bilal, stage=Stage.DECLARED), to=Stage.DEPARTED, by=bilal)


def test_what_is_missing_is_listed_and_not_made_up(bilal):
    record = a_return(bilal, application_date=None)
    recorded(record, bilal)
    found = {one.need for one in missing_of_the_past(record)}
    assert found == {"counselling", "application_date", "eligibility", "statement", "decision", "declaration"}
    said = sentence_of(Event.objects.get(verb="returns.past_recorded"))
    assert "counsel the person" in said
    a_talk(record, bilal)
    declare_all(record, bilal)
    assert not {"counselling", "declaration"} & {one.need for one in missing_of_the_past(record)}


def test_it_counts_on_the_day_on_which_it_happened(bilal):
    recorded(a_return(bilal), bilal)
    counted = people_returned(Return.objects.all(), date(2026, 1, 1), date(2026, 12, 31))
    assert [one.departed_on for one in counted] == [LEFT]


@pytest.mark.parametrize(("left", "there"), [(THERE, LEFT), (LEFT, date(2099, 1, 1)), (date(2099, 1, 1),) * 2])
def test_days_that_cannot_be_are_refused(bilal, left, there):
    with pytest.raises(ValidationError, match="have passed"):
        recorded(a_return(bilal), bilal, departed_on=left, arrived_on=there)
    assert Return.objects.get().stage == Stage.ENQUIRY


@pytest.mark.parametrize("stage", [Stage.DEPARTED, Stage.MONITORING])
def test_who_has_departed_is_not_recorded_again(bilal, stage):
    with pytest.raises(ValidationError, match="departed already"):
        recorded(a_return(bilal, stage=stage), bilal)


def test_a_journey_of_ours_is_recorded_where_it_is(bilal):
    record = a_return(bilal, stage=Stage.READY)
    clear(record, bilal)
    for member in record.case.members.select_related("person"):
        member.person.given_names = "Furaha"
        member.person.save(update_fields=["given_names"])
    day = TODAY() + timedelta(days=10)
    plan_movement(parties=[Party.whole(record.case)], origin="HEL", destination="FIH", departs_on=day, by=bilal)
    with pytest.raises(ValidationError, match="There is a journey"):
        recorded(record, bilal)


def test_nobody_asks_for_seats_any_more(bilal):
    record = a_return(bilal, stage=Stage.READY)
    clear(record, bilal)
    assert waiting_to_travel(bilal).exists()
    recorded(record, bilal)
    assert not waiting_to_travel(bilal).exists()


def test_a_return_that_nobody_knew_opens_with_its_family(bilal):
    people = [
        Returned("Kapanadze", "Levan", "M", Birth.in_year(1987), Relation.PRINCIPAL),
        Returned("Kapanadze", "Nino", "F", Birth.in_year(1991), Relation.SPOUSE),
    ]
    record = open_past_return(
        country="SE", people=people, departed_on=LEFT, arrived_on=THERE, by=bilal, return_country="GEO", note="Letter"
    )
    assert (record.stage, record.scheme, record.case.members.count()) == (Stage.ARRIVED, "SE-ATER", 2)


def typed(**more) -> dict:
    said = {
        "country": "FI", "return_country": "GEO", "departed_on": "2026-09-03", "arrived_on": "2026-09-04",
        "note": "The centre wrote", "person-TOTAL_FORMS": "6", "person-INITIAL_FORMS": "0",
        "person-0-family_name": "Kapanadze", "person-0-given_names": "Levan", "person-0-sex": "M",
        "person-0-birth_year": "1987", "person-0-relation": "principal",
    }  # fmt: skip
    for index in range(1, 6):
        said |= {f"person-{index}-sex": "X", f"person-{index}-relation": "child"}
    return said | more


def test_the_page_checks_first_and_records_then(bilal, sign_in):
    browser = sign_in(bilal)
    assert browser.get(NEW).status_code == 200
    assert "What follows" in browser.post(NEW, typed()).text
    assert not Return.objects.exists()
    answer = browser.post(NEW, typed(confirmed="1"))
    record = Return.objects.get()
    assert answer.url == f"/returns/{record.code}/past/"
    assert "Counselling" in browser.get(answer.url).text
    assert "Recorded after the return" in browser.get(f"/cases/{record.case.code}/").text
    assert "recorded after the return" in browser.get("/returns/").text


def test_who_may_be_known_is_said_at_the_check(bilal, sign_in):
    known = a_return(bilal).case.members.get().person
    names = {f"person-0-{name}": getattr(known, name) for name in ("family_name", "given_names", "birth_year")}
    said = typed(**names)
    assert "Perhaps known already" in sign_in(bilal).post(NEW, said).text


@pytest.mark.parametrize("said", [
    {"arrived_on": "2026-09-02"}, {"departed_on": "2099-01-01"}, {"person-0-relation": "child"}, {"note": ""},
    {"person-0-birth_month": "13"}, {"person-0-family_name": "", "person-0-given_names": ""},
])  # fmt: skip
def test_what_cannot_be_is_refused_on_the_page(bilal, sign_in, said):
    page = sign_in(bilal).post(NEW, typed(confirmed="1", **said))
    assert "Something is to be corrected" in page.text
    assert not Return.objects.exists()


def test_a_return_under_way_is_found_to_have_happened(bilal, sign_in):
    record = a_return(bilal, stage=Stage.DECLARED)
    address = f"/returns/{record.code}/happened/"
    assert "Not on record" in sign_in(bilal).get(address).text
    said = {"departed_on": "2026-09-03", "arrived_on": "2026-09-04", "note": "By the police"}
    sign_in(bilal).post(address, said)
    assert Return.objects.get().stage == Stage.ARRIVED
    assert sign_in(bilal).get(address).status_code == 404
