"""How the timeline speaks of returns and grants."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from cases.timeline import say
from returns.models import (
    Interpreter,
    Reason,
    RejectReason,
    Return,
    RiatFile,
    RiatStatus,
    Stage,
    Statement,
    Support,
    Verdict,
    Way,
)
from returns.models.computation import ComputationOutcome
from returns.needs import NEED_WORDS
from returns.rules.sentences import money


def _computed(facts: dict) -> dict:
    outcome = str(ComputationOutcome(facts["outcome"]).label)
    has_sum = facts["outcome"] == ComputationOutcome.COMPUTED
    return {"scheme": facts["scheme"], "what": money(facts["total"], facts["currency"]) if has_sum else outcome}


def _columns(facts: dict) -> dict:
    return {"what": ", ".join(str(Return._meta.get_field(name).verbose_name) for name in facts["columns"])}


def _stages(facts: dict) -> dict:
    return {"old": Stage(facts["old"]).label, "new": Stage(facts["new"]).label}


def _talk(facts: dict) -> dict:
    return facts | {
        "way": Way(facts["way"]).label, "interpreter": Interpreter(facts["interpreter"]).label,
    }  # fmt: skip


def _eligibility(facts: dict) -> dict:
    reasons = ", ".join(str(Reason(code).label) for code in facts["reasons"])
    return {"what": _now("eligible") if facts["eligible"] else reasons}


def _statement(facts: dict) -> dict:
    return {"what": Statement(facts["statement"]).label}


def _verdict(facts: dict) -> dict:
    return {"what": Verdict(facts["verdict"]).label}


def _interpreter(facts: dict) -> dict:
    return {"what": Interpreter(facts["interpreter"]).label}


def _riat(facts: dict) -> dict:
    said = {"support": Support(facts["support"]).label}
    if "new" in facts:
        said["new"] = RiatStatus(facts["new"]).label
        if facts["reason"]:
            said["new"] = f"{said['new']}, {RejectReason(facts['reason']).label}"
    if "columns" in facts:
        said["what"] = ", ".join(str(RiatFile._meta.get_field(name).verbose_name) for name in facts["columns"])
    return said


def _past(facts: dict) -> dict:
    words = [str(NEED_WORDS[need]).lower() for need in dict.fromkeys(facts["missing"])]
    return {"what": ", ".join(words) or _now("nothing")}


def teach_riat() -> None:
    """What happens to RIAT files."""
    say("returns.riat_opened", _("RIAT, %(support)s: a file is begun"), _riat)
    say("returns.riat_corrected", _("RIAT, %(support)s: first page corrected, %(what)s"), _riat)
    say("returns.riat_moved", _("RIAT, %(support)s: %(new)s"), _riat)
    say("returns.riat_lapsed", _("RIAT, %(support)s: seven days are over without an answer"), _riat)


def teach() -> None:
    """Every verb of this app, once, at start."""
    say("returns.computed", _("Grant computed, %(scheme)s: %(what)s"), _computed)
    say("returns.moved", _("%(old)s → %(new)s"), _stages)
    say("returns.corrected", _("Corrected: %(what)s"), _columns)
    say("returns.counselled", _("Counselled %(way)s in %(language)s, interpreter: %(interpreter)s"), _talk)
    say("returns.counselling_planned", _("Counselling agreed %(way)s, interpreter: %(interpreter)s"), _talk)
    say("returns.interpreter", _("Interpreter: %(what)s"), _interpreter)
    say("returns.eligibility", _("Eligibility: %(what)s"), _eligibility)
    say("returns.statement_asked", _("Statement of the police or the authority asked"))
    say("returns.statement", _("Statement of the police or the authority: %(what)s"), _statement)
    say("returns.declared", _("Declaration of free will signed, version %(version)s, in %(language)s"))
    say("returns.declaration_ended", _("Declaration of free will taken back"))
    say("returns.key_given", _("Code for the own page given"))
    say("returns.withdrawal_asked", _("The person withdraws on the own page; it holds in half an hour"))
    say("returns.duplicate_decided", _("Possible duplicate: %(what)s"), _verdict)
    say("returns.withdrawal_undone", _("The person thought again and goes on"))
    say("returns.past_recorded", _("Recorded after the return. Left undone: %(what)s"), _past)
    teach_riat()
