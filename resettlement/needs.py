"""What each stage of a dossier needs, as looks at the records: each names what is missing, who owes it, since when.

The names of needs are also the names of the tasks that a stage makes.
"""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from cases.stages import Missing, Need

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


def look_at_clearances(dossier: "Dossier") -> Iterator[Missing]:
    """Everything that must hold on the day of travel is held by every travelling member, and there is such a day."""
    window = dossier.window  # asked once: it is a question to the database
    of_kind = attrgetter("need", "what", "owed_by")
    unmet = sorted(window.missing, key=lambda one: tuple(map(str, of_kind(one))))
    for (need, what, owed_by), group in groupby(unmet, key=of_kind):
        ones = list(group)
        since = min((one.since for one in ones if one.since), default=None)
        words = ngettext_lazy("%(what)s, %(count)s person", "%(what)s, %(count)s persons", len(ones))
        yield Missing(need, words % {"what": what, "count": len(ones)}, owed_by, since)
    if window.days_left(timezone.localdate()) == 0:
        yield Missing("window", _("A day on which all can travel"))


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
