"""How the timeline speaks of dossiers."""

from django.utils.translation import gettext_lazy as _

from cases.timeline import say
from resettlement.models import Dossier, Stage


def _columns(facts: dict) -> dict:
    return {"what": ", ".join(str(Dossier._meta.get_field(name).verbose_name) for name in facts["columns"])}


def _stages(facts: dict) -> dict:
    return {"old": Stage(facts["old"]).label, "new": Stage(facts["new"]).label}


def teach() -> None:
    """Every verb of this app, once, at start."""
    say("resettlement.moved", _("%(old)s → %(new)s"), _stages)
    say("resettlement.corrected", _("Corrected: %(what)s"), _columns)
