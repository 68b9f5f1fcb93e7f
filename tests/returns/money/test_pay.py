"""An instalment is paid once, to the right hand, seen by two; what comes back is booked; nothing is ever rewritten."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from returns.actions.floats import close_float
from returns.actions.money_back import recover, refund
from returns.actions.payments import Rate, confirm_cash, count_out, give_up, pay
from returns.actions.return_files import withdraw
from returns.models import CashFloat, InstalmentState, LedgerEntry, Payment
from tests.returns.money import factories as money


def test_cash_is_paid_when_a_second_person_confirmed_the_signature(award, bilal, noor):
    payment = money.counted(award, bilal)
    assert not award.entries.filter(kind="payment").exists()
    paid = confirm_cash(payment=payment, signed_name="Furaha Bahati", by=noor)
    assert paid.receipt.startswith("FI-RC-") and paid.receipt.endswith("-00001")
    assert award.entries.all().totals()["paid"] == Decimal(300)


def test_who_counted_out_does_not_confirm(award, bilal):
    payment = money.counted(award, bilal)
    with pytest.raises(ValidationError, match="somebody else"):
        confirm_cash(payment=payment, signed_name="Furaha Bahati", by=bilal)
    assert not award.entries.filter(kind="payment").exists()


def test_cash_without_a_signature_is_not_paid(award, bilal, noor):
    payment = money.counted(award, bilal)
    with pytest.raises(ValidationError, match="Write the name"):
        confirm_cash(payment=payment, signed_name="  ", by=noor)
    with pytest.raises(IntegrityError, match="proof_of_cash"), transaction.atomic():
        Payment.objects.update(state="paid", receipt="FI-RC-2026-1", confirmed_by=noor, confirmed_at=award.proposed_at)


def test_who_approved_does_not_pay(award, minna):
    with pytest.raises(ValidationError, match="approved"):
        pay(instalment=award.instalments.first(), method="bank", seen=money.seen(award), by=minna)


def test_a_float_gives_no_more_than_it_holds(award, bilal):
    with pytest.raises(ValidationError, match="float does not hold"):
        money.counted(award, bilal, opening=299)


def test_nobody_pays_from_the_float_of_somebody_else(award, bilal, noor):
    with pytest.raises(ValidationError, match="your own float"):
        count_out(
            instalment=award.instalments.first(), seen=money.seen(award), cash_float=money.float_of(noor), by=bilal
        )  # fmt: skip


def test_a_second_payment_of_the_same_part_is_refused(award, bilal, noor):
    money.counted(award, bilal)
    with pytest.raises(ValidationError, match="paid already"):
        pay(instalment=award.instalments.first(), method="bank", seen=money.seen(award), by=noor)


def test_who_did_not_come_is_paid_another_day(award, bilal, noor):
    give_up(payment=money.counted(award, bilal), by=bilal)
    pay(instalment=award.instalments.first(), method="bank", seen=money.seen(award), by=noor)
    assert award.entries.all().totals()["paid"] == Decimal(300)


def test_a_mission_pays_in_local_currency_by_a_rate_with_a_source(award, bilal):
    rate = Rate("NGN", Decimal("1690.125"), "UN rate of November 2026")
    paid = pay(instalment=award.instalments.first(), method="mission", seen=money.seen(award), rate=rate, by=bilal)
    assert (paid.local_amount, paid.local_currency) == (Decimal("507037.50"), "NGN")
    with pytest.raises(IntegrityError, match="rate_has_source"), transaction.atomic():
        Payment.objects.update(rate_source="")


def test_what_waits_for_the_plan_is_not_paid(award, bilal):
    with pytest.raises(ValidationError, match="not due"):
        pay(instalment=award.instalments.get(n=2), method="bank", seen=money.seen(award), by=bilal)


def test_what_came_back_is_due_again(award, bilal, noor):
    part = award.instalments.first()
    refund(
        payment=pay(instalment=part, method="bank", seen=money.seen(award), by=bilal), note="Account closed", by=noor
    )
    pay(instalment=part, method="mission", seen=money.seen(award), by=bilal)
    assert award.entries.all().totals()["paid"] == Decimal(300)


def test_what_was_recovered_is_not_paid_again(award, bilal):
    paid = pay(instalment=award.instalments.first(), method="bank", seen=money.seen(award), by=bilal)
    recover(payment=paid, amount=Decimal(100), note="Paid for a child who stayed", by=bilal)
    with pytest.raises(ValidationError, match="cannot come back"):
        recover(payment=paid, amount=Decimal("200.01"), note="Once more", by=bilal)
    totals = award.entries.all().totals()
    assert (totals["paid"], totals["cancelled"], totals["open"]) == (Decimal(200), Decimal(100), Decimal(5000))


def test_what_is_left_after_a_recovery_may_come_back_and_is_due_again(award, bilal):
    part = award.instalments.first()
    paid = pay(instalment=part, method="bank", seen=money.seen(award), by=bilal)
    recover(payment=paid, amount=Decimal(100), note="Paid for a child who stayed", by=bilal)
    refund(payment=paid, note="The bank sent the rest back", by=bilal)
    again = pay(instalment=part, method="mission", seen=money.seen(award), by=bilal)
    assert again.amount == Decimal(200)
    totals = award.entries.all().totals()
    assert (totals["paid"], totals["cancelled"], totals["open"]) == (Decimal(200), Decimal(100), Decimal(5000))


def test_what_was_recovered_whole_does_not_come_back_once_more(award, bilal):
    paid = pay(instalment=award.instalments.first(), method="bank", seen=money.seen(award), by=bilal)
    recover(payment=paid, amount=Decimal(300), note="Paid wrongly", by=bilal)
    with pytest.raises(ValidationError, match="recovered before"):
        refund(payment=paid, note="Once more", by=bilal)
    with pytest.raises(ValidationError, match="more than nothing"):
        recover(payment=paid, amount=Decimal(-1), note="Backwards", by=bilal)


def test_what_was_recovered_whole_and_cancelled_is_not_recovered_again(award, bilal):
    paid = pay(instalment=award.instalments.first(), method="bank", seen=money.seen(award), by=bilal)
    recover(payment=paid, amount=Decimal(300), note="Paid wrongly", by=bilal)
    withdraw(record=award.return_file, by=None)
    with pytest.raises(ValidationError, match="not in force"):
        recover(payment=paid, amount=Decimal(1), note="Once more", by=bilal)


def test_a_withdrawal_cancels_what_is_not_paid_and_gives_up_counted_cash(award, bilal, noor):
    money.all_due(award, bilal)
    pay(instalment=award.instalments.get(n=2), method="bank", seen=money.seen(award), by=noor)
    payment = money.counted(award, bilal)
    withdraw(record=award.return_file, by=None)
    totals = award.entries.all().totals()
    assert (totals["paid"], totals["cancelled"], totals["open"]) == (Decimal(2000), Decimal(3300), 0)
    assert [part.state for part in award.instalments.all()] == ["cancelled", "paid", "cancelled"]
    with pytest.raises(ValidationError, match="changed meanwhile"):
        confirm_cash(payment=payment, signed_name="Furaha Bahati", by=noor)


def test_what_comes_back_after_a_withdrawal_is_not_due_again(award, bilal):
    paid = pay(instalment=award.instalments.first(), method="bank", seen=money.seen(award), by=bilal)
    withdraw(record=award.return_file, by=bilal)
    paid.instalment.award.return_file.refresh_from_db()
    refund(payment=paid, note="Gave it back at the gate", by=bilal)
    assert award.entries.all().totals()["open"] == 0
    assert award.instalments.first().state == InstalmentState.CANCELLED


def test_the_ledger_only_grows_also_by_sql(award):
    for act in (lambda: LedgerEntry.objects.update(amount=1), lambda: LedgerEntry.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


@pytest.mark.parametrize(
    ("kind", "amount", "refusal"),
    [("payment", 301, "paid"), ("cancellation", 5301, "more than the award"), ("commitment", 5300, "once"),
     ("refund", 1, "more than was paid"), ("recovery", 1, "more than was paid")],
)  # fmt: skip
def test_postgres_adds_up_before_every_entry(award, kind, amount, refusal):
    part = award.instalments.first() if kind != "cancellation" else None
    with pytest.raises(IntegrityError, match=refusal), transaction.atomic():
        LedgerEntry.objects.create(award=award, instalment=part, kind=kind, amount=amount)


def test_a_float_is_counted_by_somebody_else_and_a_difference_is_explained(award, bilal, noor):
    confirm_cash(payment=money.counted(award, bilal), signed_name="Furaha Bahati", by=noor)
    held = CashFloat.objects.get()
    with pytest.raises(ValidationError, match="somebody else"):
        close_float(cash_float=held, counted=Decimal(700), by=bilal)
    with pytest.raises(ValidationError, match="difference"):
        close_float(cash_float=held, counted=Decimal(690), by=noor)
    closed = close_float(cash_float=held, counted=Decimal(690), by=noor, difference_reason="A note is missing")
    assert (closed.expected, closed.difference) == (Decimal(700), Decimal(-10))


def test_a_float_with_cash_between_two_hands_is_not_closed(award, bilal, noor):
    money.counted(award, bilal)
    with pytest.raises(ValidationError, match="second person"):
        close_float(cash_float=CashFloat.objects.get(), counted=Decimal(700), by=noor)
