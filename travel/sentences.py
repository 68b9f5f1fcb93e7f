"""How the timeline speaks of journeys."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cases.timeline import say
from travel.models import ClearanceKind, NotificationKind
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


def _told(facts: dict) -> dict:
    return facts | {"kind": NotificationKind(facts["kind"]).label}


def teach() -> None:
    """Every verb of this app, once, at start."""
    teach_clearances()
    teach_movements()
    teach_bookings()
    teach_journeys()


def teach_clearances() -> None:
    """What happens to clearances."""
    say("travel.clearances_opened", _("Clearances listed: %(held)s held, %(missing)s still owed"))
    say("travel.document_facts", _("What the travel document prints was recorded"))
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
    say("travel.planned_anew", _("%(movement)s: no seats could be had as asked; other flights are looked for"))
    say("travel.day_changed", _("%(movement)s: the journey is planned for %(day)s now"), _dated)
    say("travel.seats_given", _("%(movement)s: on the charter, seats %(seats)s"))
    say("travel.charter_seats", _("%(movement)s: the charter has %(new)s seats now, before %(old)s"))
    say("travel.charter_asked", _("%(movement)s: %(whom)s was asked for a charter of %(seats)s seats"))
    say("travel.charter_by_hand", _("%(movement)s: the charter was arranged outside the portal"))
    say("travel.chosen", _("%(movement)s: flights chosen, %(flights)s"))
    say("travel.changed", _("%(movement)s: the airline changed the times, %(flights)s"))
    say("travel.change_accepted", _("%(movement)s: the new times were accepted"))
    say("travel.left", _("%(movement)s: the seats were given back"))
    say("travel.cancelled", _("%(movement)s: journey cancelled"))


def teach_bookings() -> None:
    """What happens to seats."""
    say("travel.asked", _("%(movement)s: seats asked for, at most %(cap)s %(currency)s"))
    say("travel.asked_agency", _("%(movement)s: %(whom)s was asked for seats, at most %(cap)s %(currency)s"))
    say("travel.ticketed", _("%(movement)s: order %(number)s has its tickets, %(amount)s %(currency)s"))
    say("travel.booked", _("%(movement)s: booked"))
    say("travel.booking_refused", _("%(movement)s: the seats could not be booked as asked"))
    say("travel.needs_person", _("%(movement)s: the outcome of a booking is not known; a person decides"))
    say("travel.decided_found", _("%(movement)s: decided, the order was found"))
    say("travel.decided_first", _("%(movement)s: decided by one; a second person must agree"))
    say("travel.decided_not_booked", _("%(movement)s: decided, there is no order"))
    say("travel.decided_not_paid", _("%(movement)s: decided, the order was not paid"))
    say("travel.seats_cancelled", _("%(movement)s: order %(number)s is cancelled"))


def teach_journeys() -> None:
    """What happens on the way."""
    say("travel.departed", _("%(movement)s: departed"))
    say("travel.arrived", _("%(movement)s: arrived"))
    say("travel.closed", _("%(movement)s: closed"))
    say("travel.no_show", _("%(movement)s: did not come"))
    say("travel.offloaded", _("%(movement)s: was not taken on board"))
    say("travel.notified", _("%(kind)s %(movement)s, version %(version)s, to %(whom)s"), _told)
    say("travel.read", _("%(kind)s %(movement)s, version %(version)s: read by %(whom)s"), _told)
