"""How the timeline speaks of monitoring. What somebody answered or suffers from never stands there."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cases.timeline import say
from returns.models import AttemptOutcome, ByWhom, ContactWay, VisitState


def occasion(months: int | None) -> str:
    """Which visit it is: so many months after arrival, or one that was agreed."""
    if months is None:
        return _now("agreed")
    return ngettext("after %(n)s month", "after %(n)s months", months) % {"n": months}


def _day(text: str) -> str:
    return date_format(date.fromisoformat(text), "d.m.Y")


def _scheduled(facts: dict) -> dict:
    return {"days": ", ".join(_day(day) for day in facts["days"])}


def _agreed(facts: dict) -> dict:
    way, by_whom = ContactWay(facts["way"]).label, ByWhom(facts["by_whom"]).label
    return {"day": _day(facts["day"]), "way": way, "by_whom": by_whom}


def _made(facts: dict) -> dict:
    return {"way": ContactWay(facts["way"]).label, "which": occasion(facts["months"])}


def _not_made(facts: dict) -> dict:
    return {"what": VisitState(facts["state"]).label, "which": occasion(facts["months"])}


def _attempt(facts: dict) -> dict:
    return {"way": ContactWay(facts["channel"]).label, "what": AttemptOutcome(facts["outcome"]).label}


def _screening(facts: dict) -> dict:
    return {"day": _day(facts["day"])}


def teach() -> None:
    """Every verb of monitoring, once, at start."""
    say("returns.visits_scheduled", _("Visits planned: %(days)s"), _scheduled)
    say("returns.visit_agreed", _("Agreed for %(day)s: %(way)s by %(by_whom)s"), _agreed)
    say("returns.visit_made", _("Monitoring %(which)s made: %(way)s"), _made)
    say("returns.visit_not_made", _("Monitoring %(which)s: %(what)s"), _not_made)
    say("returns.attempt", _("Attempt to reach the person, %(way)s: %(what)s"), _attempt)
    say("returns.contact_rule", _("Rules of safe contact recorded"))
    say("returns.survey", _("Reintegration Sustainability Survey answered"))
    say("returns.screening_asked", _("Follow-up screening asked for, due %(day)s"), _screening)
    say("returns.screening_done", _("Follow-up screening done"))
