"""A grant that is given once in life is given once to a person, under however many records the person is known."""

import pgtrigger

from returns.guards.refusal import refuse

ONE_AT_A_TIME = "pg_advisory_xact_lock(hashtext('returns: grants given once in life'))"
HELD_UNDER_ANOTHER_RECORD = """
    SELECT FROM returns_awardline held
    JOIN returns_grantaward award ON award.id = held.award_id
    JOIN returns_benefitidentity theirs ON theirs.person_id = held.person_id
    JOIN returns_benefitidentity own ON own.identity = theirs.identity
    WHERE held.once_key > '' AND NOT held.is_released AND held.person_id <> own.person_id
"""
REFUSED = refuse("returns_awardline_once_per_identity", "the same person had this grant under another record")

# Nobody is promised under one record what the person holds under another.
LINE_ONCE_PER_IDENTITY = pgtrigger.Trigger(
    name="returns_awardline_once_per_identity",
    operation=pgtrigger.Insert,
    when=pgtrigger.Before,
    condition=pgtrigger.Q(new__once_key__gt=""),
    func=f"""
    PERFORM {ONE_AT_A_TIME};
    IF EXISTS ({HELD_UNDER_ANOTHER_RECORD} AND own.person_id = NEW.person_id AND held.once_key = NEW.once_key
               AND held.award_id <> NEW.award_id) THEN
        {REFUSED}
    END IF;
    RETURN NEW;
    """,
)

# Of two awards proposed before two records were known to be one person, the second is refused at its approval.
AWARD_ONCE_PER_IDENTITY = pgtrigger.Trigger(
    name="returns_award_once_per_identity",
    operation=pgtrigger.UpdateOf("state"),
    when=pgtrigger.Before,
    condition=pgtrigger.Q(new__state="approved", old__state="proposed"),
    func=f"""
    PERFORM {ONE_AT_A_TIME};
    IF EXISTS (SELECT FROM returns_awardline line WHERE line.award_id = NEW.id AND line.once_key > '' AND EXISTS (
               {HELD_UNDER_ANOTHER_RECORD} AND own.person_id = line.person_id AND held.once_key = line.once_key
               AND held.award_id <> NEW.id AND award.state = 'approved')) THEN
        {REFUSED}
    END IF;
    RETURN NEW;
    """,
)
