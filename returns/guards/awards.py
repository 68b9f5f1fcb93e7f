"""Awards, their lines and instalments: nothing changes after approval, and what is approved is committed."""

import pgtrigger

from returns.guards.refusal import AT_COMMIT, refuse


def frozen(name: str, *columns: str) -> pgtrigger.Trigger:
    """What an award is made of holds from its approval on."""
    return pgtrigger.Trigger(
        name=name,
        operation=pgtrigger.Insert | pgtrigger.Delete | pgtrigger.UpdateOf("amount", "award_id", *columns),
        when=pgtrigger.Before,
        declare=[("standing", "text")],
        func=f"""
        SELECT state INTO standing FROM returns_grantaward
        WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.award_id ELSE NEW.award_id END FOR SHARE;
        IF standing <> 'proposed' THEN
            {refuse("returns_award_frozen", "the award is approved or cancelled")}
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
        """,
    )


AWARD_HOLDS = pgtrigger.Trigger(
    name="returns_award_holds",
    operation=pgtrigger.Update,
    when=pgtrigger.Before,
    func=f"""
    IF NEW.amount <> OLD.amount OR NEW.currency <> OLD.currency
       OR NEW.return_file_id <> OLD.return_file_id OR NEW.scheme <> OLD.scheme
       OR (OLD.state <> NEW.state AND (OLD.state = 'cancelled' OR NEW.state = 'proposed')) THEN
        {refuse("returns_award_holds", "an award is not changed")}
    END IF;
    IF NEW.state = 'approved' AND OLD.state = 'proposed' AND (
        NEW.amount <> (SELECT coalesce(sum(amount), 0) FROM returns_awardline WHERE award_id = NEW.id)
        OR NEW.amount <> (SELECT coalesce(sum(amount), 0) FROM returns_instalment WHERE award_id = NEW.id)
    ) THEN
        {refuse("returns_award_adds_up", "lines or instalments do not come to the award")}
    END IF;
    RETURN NEW;
    """,
)

# Only after the fact: approving writes the award before its commitment, cancelling the cancellation before the award.
AWARD_BOOKED = pgtrigger.Trigger(
    name="returns_award_booked",
    operation=pgtrigger.Insert | pgtrigger.Update,
    declare=[("standing", "text"), ("granted", "numeric"), ("committed", "numeric"), ("cancelled", "numeric"),
             ("net", "numeric")],
    func=f"""
    SELECT a.state, a.amount, coalesce(sum(e.amount) FILTER (WHERE e.kind = 'commitment'), 0),
           coalesce(sum(e.amount) FILTER (WHERE e.kind = 'cancellation'), 0),
           coalesce(sum(CASE e.kind WHEN 'payment' THEN e.amount
                                    WHEN 'refund' THEN -e.amount WHEN 'recovery' THEN -e.amount END), 0)
    INTO standing, granted, committed, cancelled, net
    FROM returns_grantaward a LEFT JOIN returns_ledgerentry e ON e.award_id = a.id WHERE a.id = NEW.id GROUP BY a.id;
    IF (standing = 'approved' AND committed <> granted) OR (standing = 'proposed' AND committed <> 0)
       OR (standing = 'cancelled' AND (net <> 0 OR committed <> cancelled)) THEN
        {refuse("returns_award_booked", "award and ledger differ")}
    END IF;
    RETURN NULL;
    """,
    **AT_COMMIT,
)  # fmt: skip

LINE_RELEASED = pgtrigger.Trigger(
    name="returns_awardline_released",
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("is_released"),
    when=pgtrigger.Before,
    func=f"""
    IF NEW.is_released AND NOT EXISTS (
        SELECT 1 FROM returns_grantaward WHERE id = NEW.award_id AND state = 'cancelled'
    ) THEN
        {refuse("returns_awardline_released_with_award", "the award stands")}
    END IF;
    RETURN NEW;
    """,
)

# Two that insert the same key at once would each wait for the other at the exclusion constraint; here one waits.
LINE_ONCE = pgtrigger.Trigger(
    name="returns_awardline_once",
    operation=pgtrigger.Insert,
    when=pgtrigger.Before,
    func="""
    IF NEW.once_key > '' THEN
        PERFORM 1 FROM cases_person WHERE id = NEW.person_id FOR NO KEY UPDATE;
    END IF;
    RETURN NEW;
    """,
)

INSTALMENT_BOOKED = pgtrigger.Trigger(
    name="returns_instalment_booked",
    operation=pgtrigger.Insert | pgtrigger.Update,
    declare=[("standing", "text")],
    func=f"""
    SELECT state INTO standing FROM returns_instalment WHERE id = NEW.id;
    IF (standing = 'paid') <> EXISTS (
        SELECT 1 FROM returns_payment WHERE instalment_id = NEW.id AND state = 'paid'
    ) THEN
        {refuse("returns_instalment_booked", "the instalment and its payment differ")}
    END IF;
    RETURN NULL;
    """,
    **AT_COMMIT,
)
