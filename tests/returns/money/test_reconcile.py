"""A statement beside our books, both ways."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from returns.actions.payments import pay
from returns.statements import Period, read_statement, reconcile
from tests.returns.money import factories as money
from tests.returns.money.test_see_money import at

TODAY = timezone.localdate()


def period(method: str = "bank", since: date = TODAY) -> Period:
    return Period(method, since, TODAY)


def receipts(matches) -> list[str]:
    return [match.row.receipt for match in matches]


def test_a_statement_confirms_what_was_paid_and_finds_the_rest(award, bilal):
    paid = money.paid_by_bank(award, bilal)
    text = f"receipt,amount,currency\n{paid.receipt},300.00,EUR\nFI-RC-2026-99999,5,EUR\n"
    found = reconcile(rows=read_statement(text), by=bilal)
    assert (receipts(found.matched), receipts(found.unknown)) == ([paid.receipt], ["FI-RC-2026-99999"])
    assert receipts(reconcile(rows=read_statement(text.replace("300.00", "301")), by=bilal).differing) == [paid.receipt]
    assert receipts(reconcile(rows=read_statement(text), by=bilal).before) == [paid.receipt]


def test_what_we_paid_in_that_time_and_the_statement_lacks_is_listed(award, bilal, noor):
    money.all_due(award, bilal)
    first = money.paid_by_bank(award, bilal)
    second = pay(instalment=award.instalments.get(n=2), method="bank", seen=money.seen(award), by=noor)
    pay(instalment=award.instalments.get(n=3), method="mission", seen=money.seen(award), by=noor)
    rows = read_statement(f"receipt,amount,currency\n{first.receipt},300,EUR\n")
    assert reconcile(rows=rows, by=bilal, period=period()).missing == [second]


def test_other_days_and_what_an_earlier_statement_confirmed_are_not_missing(award, bilal):
    paid = money.paid_by_bank(award, bilal)
    long_ago = Period("bank", TODAY - timedelta(days=9), TODAY - timedelta(days=1))
    assert not reconcile(rows=[], by=bilal, period=long_ago).missing
    reconcile(rows=read_statement(f"receipt,amount,currency\n{paid.receipt},300,EUR\n"), by=bilal)
    assert not reconcile(rows=[], by=bilal, period=period()).missing


def test_a_bank_that_writes_semicolons_and_decimal_commas_is_read():
    (row,) = read_statement("\ufeffreceipt;amount;currency\nFI-RC-2026-00001;1 300,50;EUR\n")
    assert (str(row.amount), row.currency) == ("1300.50", "EUR")


def test_a_file_with_other_columns_is_refused():
    with pytest.raises(ValidationError, match="columns"):
        list(read_statement("name,sum\nx,1\n"))


@given(st.text(max_size=200))
def test_whatever_a_file_holds_is_read_or_refused_in_words(text):
    try:
        list(read_statement(f"receipt,amount,currency\n{text}"))
    except ValidationError as refusal:
        assert refusal.messages


def test_the_page_takes_a_file_and_shows_both_ways(award, bilal, sign_in):
    paid = money.paid_by_bank(award, bilal)
    file = SimpleUploadedFile("october.csv", b"receipt;amount;currency\nFI-RC-2026-99999;5;EUR\n")
    typed = {"method": "bank", "since": TODAY.isoformat(), "until": TODAY.isoformat(), "file": file}
    page = sign_in(bilal).post(at("statement"), typed).content.decode()
    assert "FI-RC-2026-99999" in page and at("receipt", paid) in page


def test_neither_file_nor_text_says_so(bilal, sign_in):
    typed = {"method": "bank", "since": TODAY.isoformat(), "until": TODAY.isoformat()}
    assert "Choose a file" in sign_in(bilal).post(at("statement"), typed).content.decode()
