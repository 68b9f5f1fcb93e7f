"""The books find every sort of damage: the guards are put aside, something is broken, and the books name it."""

import pytest
from django.core.management import call_command
from django.db import connection

from returns.actions.payments import count_out, pay, release_instalment
from returns.books import QUESTIONS, disagreements
from tests.returns.money import factories as money

DAMAGES = {
    "an award is not committed as it was granted": "UPDATE returns_grantaward SET amount = amount + 1",
    "an award is exceeded": "UPDATE returns_ledgerentry SET amount = 9999 WHERE kind = 'payment'",
    "what is open of an award differs from its open instalments": (
        "UPDATE returns_instalment SET state = 'cancelled' WHERE n = 3"
    ),
    "an instalment is paid twice": "UPDATE returns_instalment SET amount = 100 WHERE n = 1",
    "an instalment says paid where no payment does, or the other way round": (
        "UPDATE returns_instalment SET state = 'paid' WHERE n = 2"
    ),
    "a payment is not in the ledger once": "DELETE FROM returns_ledgerentry WHERE kind = 'payment'",
    "more or less came back than the payment says": (
        "UPDATE returns_payment SET state = 'refunded' WHERE state = 'paid'"
    ),
    "an entry is of no payment of its award": (
        "UPDATE returns_ledgerentry SET instalment_id = instalment_id + 1 WHERE kind = 'payment'"
    ),
    "a float gave more than it held": "UPDATE returns_cashfloat SET opening = 1",
    "a float was counted against another sum": (
        "UPDATE returns_cashfloat SET closed_at = now(), closed_by_id = holder_id + 1, counted = 1, expected = 1"
    ),
    "a person holds twice what is given once in life": """
        ALTER TABLE returns_awardline DROP CONSTRAINT returns_awardline_once_per_life;
        INSERT INTO returns_awardline (award_id, person_id, component, mode, computed, amount, sentences, rule_id,
                                       source, once_key, is_released)
        SELECT award_id + 1, person_id, component, mode, computed, amount, sentences, rule_id, source, once_key, false
        FROM returns_awardline""",
    "a line is released whose award stands": "UPDATE returns_awardline SET is_released = true",
    "receipts have a gap": "UPDATE returns_payment SET receipt = 'FI-RC-2026-00007' WHERE state = 'paid'",
}  # fmt: skip


@pytest.fixture
def in_use(award, bilal, noor):
    """One part is paid, one is between two hands, one waits."""
    release_instalment(instalment=award.instalments.get(n=2), by=noor)
    first, second, __ = award.instalments.all()
    pay(instalment=first, method="bank", seen=money.seen(award), by=bilal)
    count_out(instalment=second, seen=money.seen(award), cash_float=money.float_of(bilal, 3000), by=bilal)
    connection.check_constraints()


def break_it(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql)


def test_what_the_house_itself_writes_agrees(in_use, capsys):
    assert disagreements() == []
    call_command("balance_books")
    assert "balance" in capsys.readouterr().out


@pytest.mark.parametrize(("what", "sql"), DAMAGES.items(), ids=DAMAGES)
def test_damage_is_named(in_use, what, sql):
    break_it(sql)
    assert what in {one.what for one in disagreements()}


def test_every_question_of_the_books_has_its_damage():
    assert set(DAMAGES) == set(QUESTIONS)


def test_the_command_fails_and_names_records_by_key_only(in_use, capsys):
    break_it(DAMAGES["a float gave more than it held"])
    with pytest.raises(SystemExit) as ended:
        call_command("balance_books")
    assert ended.value.code == 1
    assert "a float gave more than it held: " in capsys.readouterr().out
