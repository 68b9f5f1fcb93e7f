"""What each stage of a dossier needs, as looks at the records: each names what is missing, who owes it, since when.

The names of needs are also the names of the tasks that a stage makes.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from cases.stages import Missing, Need
from travel.needs import look_at_clearances

if TYPE_CHECKING:
    from resettlement.models import Dossier


def look_for_officer(dossier: "Dossier") -> Iterator[Missing]:
    """Somebody of the office answers for the case."""
    if dossier.case.officer_id is None:
        yield Missing("officer", _("An officer"), str(_("the team lead")), dossier.case.waiting_since)


def look_for_municipality(dossier: "Dossier") -> Iterator[Missing]:
    """The municipality that receives the people is known."""
    if dossier.municipality_id is None:
        yield Missing("municipality", _("The municipality"), str(_("the authority")), dossier.case.waiting_since)


FOR_DOCUMENTS = (Need("officer", look_for_officer), Need("municipality", look_for_municipality))
FOR_READY = (*FOR_DOCUMENTS, Need("clearances", look_at_clearances))


def look_for_receiver(dossier: "Dossier") -> Iterator[Missing]:
    """It is known who met the people for the municipality."""
    if not dossier.received_by:
        yield Missing("receiver", _("The name of who met them"), str(dossier.municipality or ""))


FOR_HAND_OVER = (Need("receiver", look_for_receiver),)
NEED_WORDS = {
    "officer": _("Give the case to an officer"),
    "municipality": _("Ask the authority for the municipality"),
    "window": _("Find days on which all can travel"),
    "receiver": _("Record the hand-over"),
}
