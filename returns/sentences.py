"""How the timeline speaks of returns and grants."""

from django.utils.translation import gettext_lazy as _

from cases.timeline import say
from returns.models import Return, Stage
from returns.models.computation import ComputationOutcome
from returns.rules.sentences import money


def _computed(facts: dict) -> dict:
    outcome = str(ComputationOutcome(facts["outcome"]).label)
    has_sum = facts["outcome"] == ComputationOutcome.COMPUTED
    return {"scheme": facts["scheme"], "what": money(facts["total"], facts["currency"]) if has_sum else outcome}


def _columns(facts: dict) -> dict:
    return {"what": ", ".join(str(Return._meta.get_field(name).verbose_name) for name in facts["columns"])}


def _stages(facts: dict) -> dict:
    return {"old": Stage(facts["old"]).label, "new": Stage(facts["new"]).label}


def teach() -> None:
    """Every verb of this app, once, at start."""
    say("returns.computed", _("Grant computed, %(scheme)s: %(what)s"), _computed)
    say("returns.moved", _("%(old)s → %(new)s"), _stages)
    say("returns.corrected", _("Corrected: %(what)s"), _columns)
