"""The decision files that open cases of this mandate."""

from accounts.models import Mandate
from decisions.kinds import DecisionKind
from returns.actions.decided import change_by_decision, open_by_decision, programme_of

FILES = (("FI-PALUU", "FI", "migri"), ("SE-ATER", "SE", "migrationsverket"), ("IS-HEIM", "IS", "utl"))
KINDS = [
    DecisionKind(
        layout=layout, mandate=Mandate.RETURNS, country=country, issuer=issuer, programme=programme_of,
        opened=open_by_decision, changed=change_by_decision,
    )
    for layout, country, issuer in FILES
]  # fmt: skip
