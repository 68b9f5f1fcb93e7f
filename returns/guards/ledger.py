"""The ledger: every entry adds up before it is written, and agrees with its payment at the commit."""

import pgtrigger

from returns.guards.refusal import AT_COMMIT, refuse

SUMS = ("granted", "part", "committed", "cancelled", "net", "part_net", "left_of_it")

LEDGER_ADDS_UP = pgtrigger.Trigger(
    name="returns_ledger_adds_up",
    operation=pgtrigger.Insert,
    when=pgtrigger.Before,
    declare=[(name, "numeric") for name in SUMS] + [("paid", "returns_payment")],
    func=f"""
    SELECT amount INTO granted FROM returns_grantaward WHERE id = NEW.award_id AND state = 'approved' FOR UPDATE;
    SELECT amount INTO part FROM returns_instalment WHERE id = NEW.instalment_id AND award_id = NEW.award_id;
    SELECT * INTO paid FROM returns_payment WHERE id = NEW.payment_id AND instalment_id = NEW.instalment_id;
    SELECT coalesce(sum(amount) FILTER (WHERE kind = 'commitment'), 0),
           coalesce(sum(amount) FILTER (WHERE kind = 'cancellation'), 0),
           coalesce(sum(moved), 0),
           coalesce(sum(moved) FILTER (WHERE instalment_id = NEW.instalment_id), 0),
           coalesce(sum(moved) FILTER (WHERE payment_id = NEW.payment_id), 0)
    INTO committed, cancelled, net, part_net, left_of_it
    FROM (SELECT *, CASE kind WHEN 'payment' THEN amount
                              WHEN 'refund' THEN -amount WHEN 'recovery' THEN -amount END AS moved
          FROM returns_ledgerentry WHERE award_id = NEW.award_id) entries;
    IF granted IS NULL OR (NEW.instalment_id IS NOT NULL AND part IS NULL) THEN
        {refuse("returns_ledger_on_award", "no award to book on")}
    ELSIF NEW.kind = 'commitment' AND (committed > 0 OR NEW.amount <> granted) THEN
        {refuse("returns_ledger_committed_once", "an award is committed once, whole")}
    ELSIF NEW.kind = 'payment' AND part_net + NEW.amount > part THEN
        {refuse("returns_ledger_paid_once", "the instalment is paid")}
    ELSIF NEW.kind IN ('payment', 'cancellation') AND net + cancelled + NEW.amount > committed THEN
        {refuse("returns_ledger_within_award", "more than the award")}
    ELSIF NEW.kind IN ('refund', 'recovery') AND NEW.amount > left_of_it THEN
        {refuse("returns_ledger_not_paid", "more than was paid")}
    ELSIF NEW.kind = 'payment' AND paid.amount IS DISTINCT FROM NEW.amount THEN
        {refuse("returns_ledger_of_a_payment", "no such payment")}
    END IF;
    RETURN NEW;
    """,
)


def booked(name: str, payment: str, operation: pgtrigger.Operation) -> pgtrigger.Trigger:
    """At the commit: what is paid stands in the ledger once, what came back whole came back there, the rest is not."""
    return pgtrigger.Trigger(
        name=name,
        operation=operation,
        declare=[("paid", "returns_payment"), ("entered", "numeric"), ("refunded", "numeric"),
                 ("recovered", "numeric"), ("part_state", "text")],
        func=f"""
        SELECT * INTO paid FROM returns_payment WHERE id = {payment};
        SELECT state INTO part_state FROM returns_instalment WHERE id = paid.instalment_id;
        SELECT coalesce(sum(amount) FILTER (WHERE kind = 'payment'), 0),
               coalesce(sum(amount) FILTER (WHERE kind = 'refund'), 0),
               coalesce(sum(amount) FILTER (WHERE kind = 'recovery'), 0)
        INTO entered, refunded, recovered FROM returns_ledgerentry WHERE payment_id = paid.id;
        IF paid.id IS NOT NULL AND NOT (CASE paid.state
            WHEN 'paid' THEN entered = paid.amount AND refunded = 0 AND recovered <= paid.amount AND part_state = 'paid'
            WHEN 'refunded' THEN entered = paid.amount AND refunded > 0 AND refunded + recovered = paid.amount
            ELSE entered = 0 AND refunded = 0 AND recovered = 0 END) THEN
            {refuse("returns_payment_booked", "payment and ledger differ")}
        END IF;
        RETURN NULL;
        """,
        **AT_COMMIT,
    )  # fmt: skip


PAYMENT_BOOKED = booked("returns_payment_booked", "NEW.id", pgtrigger.Insert | pgtrigger.Update)
ENTRY_BOOKED = booked("returns_ledger_booked", "NEW.payment_id", pgtrigger.Insert)
