"""How the timeline speaks of journeys."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cases.timeline import say
from travel.models import ClearanceKind
from travel.windows import Window


def _clearance(facts: dict) -> dict:
    count = facts["count"]
    words = {"what": ClearanceKind(facts["kind"]).label, "who": ngettext("%d person", "%d people", count) % count}
    if "first" in facts:
        words["days"] = str(Window(_day(facts["first"]), _day(facts["last"])))
    return words


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _dated(facts: dict) -> dict:
    return facts | {"day": date_format(_day(facts["day"]), "SHORT_DATE_FORMAT")}


def teach() -> None:
    """Every verb of this app, once, at start."""
    teach_clearances()
    teach_movements()


def teach_clearances() -> None:
    """What happens to clearances."""
    say("travel.clearances_opened", _("Clearances listed: %(held)s held, %(missing)s still owed"))
    say("travel.clearance_required", _("%(what)s is needed (%(who)s)"), _clearance)
    say("travel.clearance_asked", _("%(what)s was asked for (%(who)s)"), _clearance)
    say("travel.clearance_held", _("%(what)s: held, good %(days)s (%(who)s)"), _clearance)
    say("travel.clearance_refused", _("%(what)s was refused (%(who)s)"), _clearance)
    say("travel.clearance_waived", _("%(what)s is not needed (%(who)s)"), _clearance)
    say("travel.clearance_reminded", _("%(what)s: a reminder was sent (%(who)s)"), _clearance)


def teach_movements() -> None:
    """What happens to journeys."""
    say("travel.parting_asked", _("May travel apart from the family? A second person is asked"))
    say("travel.parting_confirmed", _("May travel apart from the family: confirmed"))
    say("travel.planned", _("%(movement)s: journey planned, %(origin)s–%(destination)s on %(day)s"), _dated)
    say("travel.left", _("%(movement)s: the seats of this case were given back"))
    say("travel.cancelled", _("%(movement)s: journey cancelled"))
