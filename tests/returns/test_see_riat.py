"""RIAT files on pages: begun, registered, followed; the desk; a charter that leaves too soon."""

from datetime import timedelta

import pytest
from django.utils import timezone

from returns.actions.riat import move_riat, register_riat
from returns.models import RiatFile
from returns.models import RiatStatus as R
from tests.returns.returning import a_return, a_riat
from tests.returns.test_follow_riat import asked, consented
from tests.returns.test_tell_parts import page_of
from tests.travel.pages.conftest import questions  # noqa: F401 - the same budget

FIRST = {"return_country": "IRQ", "project": "EURP", "organisation": "Migri", "partner": "Partner Erbil",
         "support": "post_arrival"}  # fmt: skip


@pytest.fixture
def riat(bilal):
    """A draft."""
    return a_riat(a_return(bilal), bilal)


def at(riat, leaf="") -> str:
    return f"/returns/riat/{riat.code}/{leaf}"


def test_a_file_is_begun_and_corrected(bilal, sign_in):
    record = a_return(bilal)
    browser = sign_in(bilal)
    browser.post(f"/returns/{record.code}/riat/new/", FIRST)
    riat = RiatFile.objects.get()
    browser.post(at(riat, "first-page/"), FIRST | {"partner": "Partner Basra"})
    assert "Partner Basra" in browser.get(at(riat)).text
    assert "No RIAT file" not in browser.get(f"/cases/{record.case.code}/").text


def test_what_is_missing_is_said_before_the_registration(bilal, sign_in, riat):
    assert "The signed consent sheet" in sign_in(bilal).get(at(riat, "registered/")).text


def test_it_is_registered_and_followed(bilal, sign_in, riat):
    sheet, browser = consented(riat.case.return_file, bilal), sign_in(bilal)
    browser.post(at(riat, "registered/"), {"reference": "EURP-9", "consent_sheet": sheet.code})
    browser.post(at(riat, "open/"), {"comment": ""})
    moment = timezone.localtime(timezone.now() - timedelta(days=6)).strftime("%Y-%m-%dT%H:%M")
    browser.post(at(riat, "validation/"), {"sent_at": moment, "comment": ""})
    riat.refresh_from_db()
    assert (riat.reference, riat.status) == ("EURP-9", R.VALIDATION)
    assert "RIAT EURP-9 wants an answer" in browser.get("/desk/").text
    assert browser.get(at(riat, "first-page/")).status_code == 404
    assert browser.get(at(riat, "registered/")).status_code == 404


def test_a_rejection_needs_reason_and_comment(bilal, sign_in, riat):
    register_riat(riat=riat, reference="R1", consent_sheet=consented(riat.case.return_file, bilal), by=bilal)
    sign_in(bilal).post(at(riat, "rejected/"), {"reason": "incomplete"})
    assert RiatFile.objects.get().status == R.REGISTERED
    sign_in(bilal).post(at(riat, "rejected/"), {"reason": "incomplete", "comment": "No birth date"})
    assert "facts missing" in sign_in(bilal).get(at(riat)).text


def test_a_lapsed_file_says_so_everywhere(bilal, sign_in, riat):
    register_riat(riat=riat, reference="R1", consent_sheet=consented(riat.case.return_file, bilal), by=bilal)
    asked(riat, bilal, 8)
    for address in (at(riat), "/returns/riat/", f"/cases/{riat.case.code}/"):
        assert "RIAT has probably rejected it" in " ".join(sign_in(bilal).get(address).text.split())


def test_a_stranger_meets_nothing(aino, sign_in, riat):
    assert sign_in(aino).get(at(riat)).status_code == 404


def test_pages_stay_within_their_budget(bilal, questions, riat):  # noqa: F811
    register_riat(riat=riat, reference="R1", consent_sheet=consented(riat.case.return_file, bilal), by=bilal)
    asked(riat, bilal, 6)
    few = [questions(bilal, address) for address in ("/returns/riat/", at(riat))]
    for __ in range(8):
        a_riat(a_return(bilal, members=2), bilal)
    move_riat(riat=riat, to=R.OPEN, by=bilal)
    assert [questions(bilal, address) for address in ("/returns/riat/", at(riat))] == few


def test_a_file_costs_the_case_page_no_question(bilal, sign_in):
    record, browser = a_return(bilal), sign_in(bilal)
    page, without = page_of(browser, record)
    assert "No file in the EU programme" in page
    a_riat(record, bilal)
    a_riat(record, bilal, support="post_arrival")
    page, asked_for = page_of(browser, record)
    assert "help in the first days" in page
    assert asked_for == without
