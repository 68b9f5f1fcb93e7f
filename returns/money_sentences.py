"""How the timeline speaks of money."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from cases.timeline import say
from returns.money import in_words


def _sum(facts: dict) -> dict:
    words = in_words(Decimal(facts["amount"]), facts["currency"])
    return {"sum": words, "scheme": facts.get("scheme", ""), "receipt": facts.get("receipt", "")}


def teach() -> None:
    """Every verb of money, once, at start."""
    say("returns.award_proposed", _("Grant proposed, %(scheme)s: %(sum)s"), _sum)
    say("returns.award_approved", _("Grant approved, %(scheme)s: %(sum)s"), _sum)
    say("returns.award_cancelled", _("Grant not paid any more, %(scheme)s: %(sum)s"), _sum)
    say("returns.instalment_due", _("Instalment is due: %(sum)s"), _sum)
    say("returns.quote_chosen", _("Supplier chosen: %(sum)s"), _sum)
    say("returns.rest_given_up", _("Rest of an instalment given up: %(sum)s"), _sum)
    say("returns.paid", _("Paid: %(sum)s, receipt %(receipt)s"), _sum)
    say("returns.refunded", _("Came back: %(sum)s"), _sum)
    say("returns.claimed_back", _("Claimed back: %(sum)s"), _sum)
    say("returns.recovered", _("Recovered: %(sum)s"), _sum)
    say("returns.written_off", _("Claim written off: %(sum)s"), _sum)
