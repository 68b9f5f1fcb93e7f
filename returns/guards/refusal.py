"""How a guard refuses: under the name of a constraint, as Postgres does by itself; and when it looks at the commit."""

import pgtrigger

REFUSE = "RAISE EXCEPTION '{words}' USING ERRCODE = 'check_violation', CONSTRAINT = '{constraint}';"
AT_COMMIT = {"when": pgtrigger.After, "timing": pgtrigger.Deferred}


def refuse(constraint: str, words: str) -> str:
    """The statement that refuses, under a name for which `refused_money` has a sentence."""
    return REFUSE.format(constraint=constraint, words=words)
