"""Postgres itself refuses: direct SQL, no model and no action in between."""

from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from returns.actions.floats import close_float
from returns.actions.payments import give_up, pay, release_instalment
from tests.returns.money import factories as money
from tests.returns.money.direct_sql import DUE, LATEST, PAID, WAITS, change, entry, payment


@pytest.fixture
def paid(award, bilal, noor):
    """The first part is paid, the second is due, the third waits."""
    release_instalment(instalment=award.instalments.get(n=DUE), by=noor)
    made = pay(instalment=award.instalments.get(n=PAID), method="bank", seen=money.seen(award), by=bilal)
    connection.check_constraints()  # as at a commit: what comes after stands alone
    return made


def refusal_of(sql: str, **keys) -> str:
    """Try it and commit; the name of the constraint that refused."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql.format(**keys))
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    return refusal.value.__cause__.diag.constraint_name


REFUSED = {
    "a second payment of what is paid": (payment(PAID, "300"), "returns_payment_once"),
    "a payment of what waits": (payment(WAITS, "3000"), "returns_payment_of_what_is_due"),
    "more than the instalment": (payment(DUE, "2001"), "returns_payment_whole"),
    "less than the instalment": (payment(DUE, "1999"), "returns_payment_whole"),
    "a payment that is born as come back": (payment(DUE, state="'refunded'"), "returns_payment_of_what_is_due"),
    "a payment by who released it": (
        payment(DUE).replace("{by}", "released_by_id"), "returns_payment_other_than_releaser"
    ),
    "a payment without its entry": (payment(DUE), "returns_payment_booked"),
    "a payment whose entry has another amount": (
        f"{payment(DUE)}; {entry('payment', '1999', DUE, LATEST)}", "returns_ledger_of_a_payment"
    ),
    "an entry of a payment twice": (entry("payment", "300"), "returns_ledger_paid_once"),
    "an entry without a payment": (entry("payment", "2000", DUE, "NULL"), "returns_ledger_of_a_payment"),
    "an entry of the payment of another part": (entry("payment", "2000", DUE), "returns_ledger_of_a_payment"),
    "more than the award": (entry("cancellation", "5000.01", of="NULL"), "returns_ledger_within_award"),
    "a second commitment": (entry("commitment", "5300", of="NULL"), "returns_ledger_committed_once"),
    "a refund of more than was paid": (entry("refund", "300.01"), "returns_ledger_not_paid"),
    "a refund of less than was paid": (entry("refund", "299.99"), "returns_payment_booked"),
    "a refund that the payment does not know": (entry("refund", "300"), "returns_payment_booked"),
    "a recovery of more than was paid": (entry("recovery", "300.01"), "returns_ledger_not_paid"),
    "a recovery of nothing that was paid": (entry("recovery", "1", DUE, "NULL"), "returns_ledger_not_paid"),
    "an amount below nothing": (entry("recovery", "-1"), "returns_ledgerentry_positive"),
    "a payment that came back without an entry": (
        change("payment", "state = 'refunded'", "id = {payment}"), "returns_payment_booked"
    ),
    "another amount of a payment": (change("payment", "amount = 1", "id = {payment}"), "returns_payment_holds"),
    "a payment that is un-paid": (change("payment", "state = 'given_up'", "id = {payment}"), "returns_payment_holds"),
    "another receipt": (change("payment", "receipt = 'X'", "id = {payment}"), "returns_payment_holds"),
    "a paid instalment that is due again": (
        change("instalment", "state = 'due'", "award_id = {award} AND n = 1"), "returns_instalment_booked"
    ),
    "an instalment that says paid": (
        change("instalment", "state = 'paid'", "award_id = {award} AND n = 2"), "returns_instalment_booked"
    ),
    "another amount of an instalment": (
        change("instalment", "amount = 1", "award_id = {award} AND n = 2"), "returns_award_frozen"
    ),
    "a greater award": (change("grantaward", "amount = 9999", "id = {award}"), "returns_award_holds"),
    "an award that is cancelled though paid": (
        change("grantaward", "state = 'cancelled'", "id = {award}"), "returns_award_booked"
    ),
    "a standing award whose line is given again": (
        change("awardline", "is_released = true", "award_id = {award}"), "returns_awardline_released_with_award"
    ),
    "a line under another name": (change("awardline", "once_key = ''", "award_id = {award}"), "returns_award_frozen"),
}  # fmt: skip


@pytest.mark.parametrize(("sql", "constraint"), REFUSED.values(), ids=REFUSED)
def test_direct_sql_is_refused(award, paid, bilal, sql, constraint):
    assert refusal_of(sql, award=award.pk, payment=paid.pk, by=bilal.pk) == constraint


@pytest.mark.parametrize("act", ["UPDATE {} SET amount = 1", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_ledger_only_grows_by_direct_sql_too(paid, act):
    with pytest.raises(DatabaseError, match=r"only grows|Cannot"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(act.format("returns_ledgerentry"))


def test_a_counted_float_is_not_rewritten(award, bilal, noor):
    held = money.counted(award, bilal).cash_float
    close = "UPDATE returns_cashfloat SET {} WHERE id = {}"
    closed = f"closed_at = now(), closed_by_id = {noor.pk}, counted = 1, difference_reason = 'Lost'"
    assert refusal_of(close.format(f"{closed}, expected = 700", held.pk)) == "returns_cashfloat_adds_up"
    give_up(payment=held.payments.get(), by=bilal)
    assert refusal_of(close.format(f"{closed}, expected = 1", held.pk)) == "returns_cashfloat_adds_up"
    close_float(cash_float=held, counted=Decimal(1000), by=noor)
    assert refusal_of(close.format("counted = 1", held.pk)) == "returns_cashfloat_holds"
