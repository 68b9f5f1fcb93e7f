"""The books: what must agree between awards, instalments, payments, the ledger and floats, asked of Postgres anew.

The guards refuse a wrong row while it is written. This reads what stands there afterwards, by sums of its own, and
names what differs; it trusts neither the guards nor the actions.
"""

from dataclasses import dataclass

from django.db import connection

SUMS = """
WITH moved AS (
    SELECT e.*, CASE kind WHEN 'payment' THEN amount WHEN 'refund' THEN -amount WHEN 'recovery' THEN -amount ELSE 0 END
                AS net FROM returns_ledgerentry e
), award AS (
    SELECT a.id, a.state, a.amount, coalesce(sum(m.net), 0) AS net,
           coalesce(sum(m.amount) FILTER (WHERE m.kind = 'commitment'), 0) AS committed,
           coalesce(sum(m.amount) FILTER (WHERE m.kind = 'cancellation'), 0) AS cancelled
    FROM returns_grantaward a LEFT JOIN moved m ON m.award_id = a.id GROUP BY a.id
), part AS (
    SELECT i.id, i.award_id, i.state, i.amount, coalesce(sum(m.net), 0) AS net,
           i.amount - coalesce(sum(m.amount) FILTER (WHERE m.kind = 'cancellation'), 0) AS remains
    FROM returns_instalment i LEFT JOIN moved m ON m.instalment_id = i.id GROUP BY i.id
), paid AS (
    SELECT p.id, p.instalment_id, p.state, p.amount, count(m.id) FILTER (WHERE m.kind = 'payment') AS n,
           coalesce(sum(m.amount) FILTER (WHERE m.kind = 'payment'), 0) AS entered,
           coalesce(sum(m.amount) FILTER (WHERE m.kind = 'refund'), 0) AS refunded,
           coalesce(sum(m.amount) FILTER (WHERE m.kind = 'recovery'), 0) AS recovered
    FROM returns_payment p LEFT JOIN moved m ON m.payment_id = p.id GROUP BY p.id
), held AS (
    SELECT f.id, f.opening, f.expected, f.closed_at, count(p.id) FILTER (WHERE p.state = 'counted') AS between_hands,
           coalesce(sum(p.amount) FILTER (WHERE p.state = 'counted'), 0) AS counted,
           coalesce(sum(p.amount) FILTER (WHERE p.state = 'paid'), 0) AS gone,
           coalesce(sum(p.amount) FILTER (WHERE p.state = 'refunded'), 0) AS back
    FROM returns_cashfloat f LEFT JOIN returns_payment p ON p.cash_float_id = f.id GROUP BY f.id
)
"""
QUESTIONS = {
    "an award is not committed as it was granted": """
        SELECT id FROM award WHERE committed <> CASE state WHEN 'approved' THEN amount WHEN 'proposed' THEN 0
        ELSE cancelled END""",
    "an award is exceeded": "SELECT id FROM award WHERE net < 0 OR net > amount OR net + cancelled > committed",
    "what is open of an award differs from its open instalments": """
        SELECT a.id FROM award a LEFT JOIN part i ON i.award_id = a.id AND i.state IN ('waits', 'due')
        WHERE a.state = 'approved' GROUP BY a.id, a.committed, a.cancelled, a.net
        HAVING a.committed - a.cancelled - a.net <> coalesce(sum(i.remains), 0)""",
    "an instalment is paid twice": """
        SELECT i.id FROM part i LEFT JOIN paid p ON p.instalment_id = i.id AND p.state IN ('counted', 'paid')
        GROUP BY i.id, i.net, i.amount HAVING i.net < 0 OR i.net > i.amount OR count(p.id) > 1""",
    "an instalment says paid where no payment does, or the other way round": """
        SELECT i.id FROM part i WHERE (i.state = 'paid') <>
        EXISTS (SELECT 1 FROM paid p WHERE p.instalment_id = i.id AND p.state = 'paid')""",
    "a payment is not in the ledger once": """
        SELECT id FROM paid WHERE CASE WHEN state IN ('paid', 'refunded') THEN n <> 1 OR entered <> amount
        ELSE n <> 0 END""",
    "more or less came back than the payment says": """
        SELECT id FROM paid WHERE CASE state WHEN 'refunded' THEN refunded = 0 OR refunded + recovered <> amount
        ELSE refunded > 0 OR recovered > entered END""",
    "an entry is of no payment of its award": """
        SELECT m.id FROM moved m LEFT JOIN returns_payment p ON p.id = m.payment_id
        LEFT JOIN returns_instalment i ON i.id = m.instalment_id
        WHERE i.award_id <> m.award_id OR p.instalment_id <> m.instalment_id
              OR (p.id IS NULL) <> (m.kind IN ('commitment', 'cancellation'))""",
    "a float gave more than it held": "SELECT id FROM held WHERE opening < gone + counted",
    "a float was counted against another sum": """
        SELECT id FROM held WHERE closed_at IS NOT NULL
        AND (between_hands > 0 OR expected NOT BETWEEN opening - gone - back AND opening - gone)""",
    "a person holds twice what is given once in life": """
        SELECT person_id FROM returns_awardline WHERE once_key > '' AND NOT is_released
        GROUP BY person_id, once_key HAVING count(DISTINCT award_id) > 1""",
    "a line is released whose award stands": """
        SELECT l.id FROM returns_awardline l JOIN award a ON a.id = l.award_id
        WHERE l.is_released <> (a.state = 'cancelled')""",
    "receipts have a gap": r"""
        SELECT max(id) FROM returns_payment WHERE receipt > '' GROUP BY regexp_replace(receipt, '\d+$', '')
        HAVING count(*) <> max(substring(receipt FROM '\d+$')::bigint)""",
}


@dataclass(frozen=True)
class Disagreement:
    """One thing that does not agree: what, and the key of the record. No amount and no name."""

    what: str
    key: int

    def __str__(self) -> str:
        return f"{self.what}: {self.key}"


def disagreements() -> list[Disagreement]:
    """Everything that does not agree; empty when the books balance. One snapshot for all questions."""
    asked = " UNION ALL ".join(f"SELECT {n}, q.* FROM ({sql}) q" for n, sql in enumerate(QUESTIONS.values()))  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"{SUMS} {asked} ORDER BY 1, 2")
        return [Disagreement(list(QUESTIONS)[n], key) for n, key in cursor.fetchall()]
