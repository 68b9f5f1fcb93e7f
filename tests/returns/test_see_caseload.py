"""Pages of the caseload: where we stand, the monthly table on screen and as files."""

import io

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from returns.actions.return_files import advance
from returns.models import Stage
from tests.returns.money import factories as money
from tests.returns.returning import a_return


@pytest.fixture
def gone(bilal):
    """Three people left for Iraq today."""
    record = a_return(bilal, stage=Stage.BOOKED, members=3, return_country="IRQ")
    advance(record=record, to=Stage.DEPARTED, by=bilal)
    return f"{timezone.localdate():%Y-%m}"


def test_where_we_stand_shows_stages_and_money(bilal, sign_in):
    record = a_return(bilal, stage=Stage.DECIDED)
    money.proposed(bilal)
    page = sign_in(bilal).get("/returns/where-we-stand/").text
    assert "Waiting longest" in page
    assert record.case.reference in page
    assert "Grants to approve" in page


def test_one_country_at_a_time(bilal, sign_in):
    record = a_return(bilal, stage=Stage.DECIDED)
    assert record.case.reference not in sign_in(bilal).get("/returns/where-we-stand/?country=SE").text


def test_the_officers_form_is_exact_and_the_published_one_is_not(bilal, sign_in, gone):
    browser = sign_in(bilal)
    exact = browser.get(f"/returns/monthly/?month={gone}").text
    public = browser.get(f"/returns/monthly/?month={gone}&form=published").text
    assert ">3</td>" in exact
    assert ">3</td>" not in public
    assert ">1–4</td>" in public
    assert "bands of five" in public
    assert "The month is not over" in exact


def test_the_definitions_stand_under_the_table(bilal, sign_in):
    assert "counted in the month in which their journey departed" in sign_in(bilal).get("/returns/monthly/").text


def test_it_leaves_as_csv_and_as_xlsx(bilal, sign_in, gone):
    browser = sign_in(bilal)
    csv = browser.get(f"/returns/monthly/table.csv?month={gone}&form=published").content.decode("utf-8-sig")
    assert "Iraq;1–4;1–4;0;0" in csv
    xlsx = browser.get(f"/returns/monthly/table.xlsx?month={gone}").content
    rows = list(load_workbook(io.BytesIO(xlsx)).active.values)
    assert rows[1][:3] == ("Iraq", 3, 3)


def test_a_file_of_another_kind_there_is_not(bilal, sign_in):
    assert sign_in(bilal).get("/returns/monthly/table.pdf").status_code == 404


def test_an_officer_of_resettlement_has_no_caseload_of_returns(aino, sign_in):
    assert sign_in(aino).get("/returns/where-we-stand/").status_code == 404
    assert sign_in(aino).get("/returns/monthly/").status_code == 404
