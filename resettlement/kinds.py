"""The decision files that open cases of this mandate."""

from accounts.models import Mandate
from decisions.kinds import DecisionKind
from resettlement.actions.decided import change_by_decision, open_by_decision, programme_of

FILES = (("FI-KIINTIO", "FI", "migri"), ("SE-KVOT", "SE", "migrationsverket"), ("IS-KVOTI", "IS", "utl"))
KINDS = [
    DecisionKind(
        layout=layout, mandate=Mandate.RESETTLEMENT, country=country, issuer=issuer, programme=programme_of,
        opened=open_by_decision, changed=change_by_decision,
    )
    for layout, country, issuer in FILES
]  # fmt: skip
