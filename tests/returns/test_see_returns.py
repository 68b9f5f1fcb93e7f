"""Pages of returns: the line, the panel of the case, and acts that are checked, then done."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.models import Mandate, OrganisationKind, Role
from returns.actions.return_files import required_before
from returns.models import Return, ReturnCountryNote, Stage
from tests import factories
from tests.returns.returning import a_return, a_talk, clear, declare_all
from travel.followers import not_ready, receivers_of, tell

TODAY = date.today().isoformat()


def address(name: str, record: Return) -> str:
    return reverse(f"returns:{name}", args=[record.code])


def test_the_line_counts_every_stage_and_filters(bilal, sign_in):
    a_return(bilal, stage=Stage.READY)
    a_return(bilal, stage=Stage.COUNSELLING, applied_by="migrant")
    a_return(bilal, stage=Stage.CLOSED, ending="reintegrated", ended_at="2026-01-01T00:00Z", ended_by=bilal)
    browser = sign_in(bilal)
    assert len(browser.get("/returns/").context["choice"].rows) == 2
    assert [row.record.stage for row in browser.get("/returns/?stage=closed").context["choice"].rows] == ["closed"]
    assert [row.record.stage for row in browser.get("/returns/?through=migrant").context["choice"].rows] == [
        "counselling"
    ]


def test_an_officer_of_one_country_sees_no_other(bilal, office, sign_in):
    a_return(bilal)
    swede = factories.user("sven", office, (Role.OFFICER, Mandate.RETURNS, "SE"))
    assert not sign_in(swede).get("/returns/").context["choice"].rows


def test_the_panel_shows_talks_grants_and_declarations(bilal, sign_in):
    record = a_return(bilal, stage=Stage.DECLARED)
    person = record.case.members.get().person
    Return.objects.update(
        granted=[{"person": str(person.code), "component": "support", "amount": "5300", "currency": "EUR"}]
    )
    a_talk(record, bilal)
    declare_all(record, bilal)
    page = sign_in(bilal).get(reverse("cases:case", args=[record.case.code])).text
    assert "5,300 EUR" in page
    assert "Declaration signed" in page
    assert "booked" in page


def test_counselling_is_recorded_on_its_page(bilal, sign_in):
    record = a_return(bilal)
    said = {
        "held_on": TODAY, "way": "phone", "language": "Dari", "interpreter": "came", "capacity": "clear",
        "explained": ["free_will", "alternatives"],
    }  # fmt: skip
    answer = sign_in(bilal).post(address("counsel", record), said)
    assert answer.status_code == 302
    assert Return.objects.get().stage == Stage.COUNSELLING


def test_eligibility_reads_the_note_before_one_acts(bilal, sign_in):
    ReturnCountryNote.objects.create(country="COD", reason="Fighting in the east.")
    record = a_return(bilal, stage=Stage.APPLICATION)
    browser = sign_in(bilal)
    assert "Fighting in the east." in browser.get(address("eligibility", record)).text
    browser.post(address("eligibility", record), {})
    assert Return.objects.get().stage == Stage.REFUSED


@pytest.mark.parametrize(("granted", "stage"), [("yes", Stage.DECIDED), ("no", Stage.STATEMENT)])
def test_a_letter_grants_or_must_say_why(granted, stage, bilal, sign_in):
    record = a_return(bilal, stage=Stage.STATEMENT, statement="given")
    member = record.case.members.get()
    said = {"is_granted": granted, "decision_date": TODAY, f"amount_{member.pk}": "2000"}
    sign_in(bilal).post(address("decision", record), said)
    record.refresh_from_db()
    assert record.stage == stage
    assert [line["amount"] for line in record.granted] == (["2000"] if granted == "yes" else [])


def test_withdrawing_asks_for_no_reason(bilal, sign_in):
    record = a_return(bilal, stage=Stage.BOOKED)
    sign_in(bilal).post(address("withdraw", record), {"note": ""})
    assert Return.objects.get().stage == Stage.WITHDRAWN


def test_what_is_missing_is_said_before_ready(bilal, sign_in):
    record = a_return(bilal, stage=Stage.DOCUMENTS)
    page = sign_in(bilal).get(address("advance", record)).text
    assert "Declaration of free will" in page


def test_a_code_is_shown_once(bilal, sign_in):
    record = a_return(bilal)
    person = record.case.members.get().person
    page = sign_in(bilal).post(reverse("journey:give", args=[record.case.code]), {"person": person.pk})
    assert page.context["key"] in page.text


def test_the_line_follows_the_journey(bilal):
    record = a_return(bilal, stage=Stage.READY)
    case = record.case
    for what, stage in (("booked", "booked"), ("departed", "departed"), ("arrived", "arrived")):
        tell(what, movement=None, by=bilal, cases=[case])
        assert Return.objects.get().stage == stage


@pytest.mark.parametrize(
    ("declared", "cleared", "stage"), [(True, True, "ready"), (True, False, "documents"), (False, True, "decided")]
)
def test_who_does_not_fly_stands_where_everything_is_still_there(declared, cleared, stage, bilal):
    record = a_return(bilal, stage=Stage.BOOKED, statement="given", decision_date=TODAY)
    required_before(record=record, by=bilal)
    if declared:
        declare_all(record, bilal)
    if cleared:
        clear(record, bilal)
    tell("no_show", movement=None, by=bilal, cases=[record.case])
    assert Return.objects.get().stage == stage


def test_the_mission_there_is_told(bilal, migri):
    record = a_return(bilal, migri)
    mission = factories.organisation("iom-kinshasa", OrganisationKind.IOM_MISSION, "CD")
    assert receivers_of(record.case) == [mission, migri]


def test_seats_wait_for_declarations(bilal):
    record = a_return(bilal, stage=Stage.DECIDED)
    assert "declaration" in {one.need for one in not_ready(record.case)}
