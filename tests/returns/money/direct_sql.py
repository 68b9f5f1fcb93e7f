"""What somebody might write past the portal: payments, entries and changes as SQL, keys to be filled in."""

PAYMENT = """
INSERT INTO returns_payment (code, instalment_id, state, method, amount, payee_id, supplier, document_seen,
    document_number, local_currency, rate_source, receipt, signed_name, signature, paid_on, counted_at, counted_by_id)
SELECT gen_random_uuid(), i.id, {state}, 'bank', {amount}, l.person_id, '', 'passport', '', '', '',
       left(gen_random_uuid()::text, 20),
       '', '', current_date, now(), {by}
FROM returns_instalment i JOIN returns_awardline l USING (award_id) WHERE i.award_id = {award} AND i.n = {n}
"""
ENTRY = """
INSERT INTO returns_ledgerentry (award_id, instalment_id, payment_id, kind, amount, note, booked_at, booked_by_id)
SELECT i.award_id, i.id, {payment}, '{kind}', {amount}, 'By hand', now(), {by}
FROM returns_instalment i WHERE i.award_id = {award} AND i.n = {n}
"""
PAID, DUE, WAITS = 1, 2, 3
LATEST = "(SELECT max(id) FROM returns_payment)"


def payment(n: int, amount: str = "2000", state: str = "'paid'") -> str:
    """A payment of the n-th part."""
    return PAYMENT.replace("{n}", str(n)).replace("{amount}", amount).replace("{state}", state)


def entry(kind: str, amount: str, n: int = PAID, of: str = "{payment}") -> str:
    """An entry of the ledger."""
    return ENTRY.replace("{kind}", kind).replace("{amount}", amount).replace("{n}", str(n)).replace("{payment}", of)


def change(table: str, to: str, key: str) -> str:
    """A row that is rewritten."""
    return f"UPDATE returns_{table} SET {to} WHERE {key}"
