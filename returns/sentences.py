"""How the timeline speaks of grants."""

from django.utils.translation import gettext_lazy as _

from cases.timeline import say
from returns.models.computation import ComputationOutcome
from returns.rules.sentences import money


def _computed(facts: dict) -> dict:
    outcome = str(ComputationOutcome(facts["outcome"]).label)
    has_sum = facts["outcome"] == ComputationOutcome.COMPUTED
    return {"scheme": facts["scheme"], "what": money(facts["total"], facts["currency"]) if has_sum else outcome}


def teach() -> None:
    """Every verb of this app, once, at start."""
    say("returns.computed", _("Grant computed, %(scheme)s: %(what)s"), _computed)
