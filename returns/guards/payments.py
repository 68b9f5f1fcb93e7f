"""Payments and floats: what is due, whole, once, by the right hands, out of what the float holds."""

import pgtrigger

from returns.guards.refusal import refuse

PAYMENT_HOLDS = pgtrigger.Trigger(
    name="returns_payment_holds",
    operation=pgtrigger.Update,
    when=pgtrigger.Before,
    func=f"""
    IF (NEW.amount, NEW.instalment_id, NEW.method, NEW.counted_by_id)
       IS DISTINCT FROM (OLD.amount, OLD.instalment_id, OLD.method, OLD.counted_by_id)
       OR NEW.cash_float_id IS DISTINCT FROM OLD.cash_float_id
       OR (OLD.state <> 'counted' AND (NEW.receipt, NEW.signed_name, NEW.signature, NEW.paid_on, NEW.confirmed_by_id)
           IS DISTINCT FROM (OLD.receipt, OLD.signed_name, OLD.signature, OLD.paid_on, OLD.confirmed_by_id))
       OR (OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN
           (('counted', 'paid'), ('counted', 'given_up'), ('paid', 'refunded'))) THEN
        {refuse("returns_payment_holds", "a payment is not rewritten")}
    END IF;
    RETURN NEW;
    """,
)

PAYMENT_DUE = pgtrigger.Trigger(
    name="returns_payment_due",
    operation=pgtrigger.Insert,
    when=pgtrigger.Before,
    declare=[("standing", "text"), ("part", "returns_instalment"), ("recovered", "numeric")],
    func=f"""
    SELECT a.state INTO standing FROM returns_grantaward a JOIN returns_instalment i ON i.award_id = a.id
    WHERE i.id = NEW.instalment_id FOR UPDATE OF a;
    SELECT * INTO part FROM returns_instalment WHERE id = NEW.instalment_id;
    SELECT coalesce(sum(amount), 0) INTO recovered FROM returns_ledgerentry
    WHERE instalment_id = NEW.instalment_id AND kind = 'cancellation';
    IF part.state = 'paid' THEN
        {refuse("returns_payment_once", "the instalment is paid")}
    ELSIF standing IS DISTINCT FROM 'approved' OR part.state <> 'due' OR NEW.state NOT IN ('counted', 'paid') THEN
        {refuse("returns_payment_of_what_is_due", "the instalment is not due")}
    ELSIF part.released_by_id = NEW.counted_by_id THEN
        {refuse("returns_payment_other_than_releaser", "who releases does not pay")}
    ELSIF NEW.amount <> part.amount - recovered THEN
        {refuse("returns_payment_whole", "an instalment is paid whole")}
    END IF;
    RETURN NEW;
    """,
)

PAYMENT_GUARDED = pgtrigger.Trigger(
    name="returns_payment_guarded",
    operation=pgtrigger.Insert | pgtrigger.Update,
    when=pgtrigger.Before,
    declare=[("held", "numeric"), ("gone", "numeric")],
    func=f"""
    IF EXISTS (SELECT 1 FROM returns_grantaward a JOIN returns_instalment i ON i.award_id = a.id
               WHERE i.id = NEW.instalment_id AND a.approved_by_id = NEW.counted_by_id) THEN
        {refuse("returns_payment_other_than_approver", "who approves does not pay")}
    END IF;
    IF NEW.cash_float_id IS NOT NULL AND NEW.state <> 'given_up' AND (TG_OP = 'INSERT' OR OLD.state <> NEW.state) THEN
        SELECT opening INTO held FROM returns_cashfloat WHERE id = NEW.cash_float_id AND closed_at IS NULL
        AND currency = (SELECT a.currency FROM returns_grantaward a JOIN returns_instalment i ON i.award_id = a.id
                        WHERE i.id = NEW.instalment_id) FOR UPDATE;
        SELECT coalesce(sum(amount), 0) INTO gone FROM returns_payment
        WHERE cash_float_id = NEW.cash_float_id AND state IN ('counted', 'paid') AND id <> NEW.id;
        IF NEW.state IN ('counted', 'paid') AND (held IS NULL OR gone + NEW.amount > held) THEN
            {refuse("returns_payment_within_float", "the float does not hold it")}
        END IF;
    END IF;
    RETURN NEW;
    """,
)

FLOAT_COUNTS = pgtrigger.Trigger(
    name="returns_cashfloat_counts",
    operation=pgtrigger.Update,
    when=pgtrigger.Before,
    declare=[("gone", "numeric"), ("between_hands", "bigint")],
    func=f"""
    SELECT coalesce(sum(amount) FILTER (WHERE state = 'paid'), 0), count(*) FILTER (WHERE state = 'counted')
    INTO gone, between_hands FROM returns_payment WHERE cash_float_id = NEW.id;
    IF OLD.closed_at IS NOT NULL OR (NEW.opening, NEW.currency, NEW.holder_id, NEW.day)
       IS DISTINCT FROM (OLD.opening, OLD.currency, OLD.holder_id, OLD.day) THEN
        {refuse("returns_cashfloat_holds", "a float is not rewritten")}
    ELSIF NEW.closed_at IS NOT NULL AND (between_hands > 0 OR NEW.expected <> NEW.opening - gone) THEN
        {refuse("returns_cashfloat_adds_up", "the float does not come to what was paid from it")}
    END IF;
    RETURN NEW;
    """,
)
