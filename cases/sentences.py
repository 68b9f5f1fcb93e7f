"""How the timeline speaks of cases."""

from django.utils.translation import gettext_lazy as _

from cases import failpoints
from cases.models import Outcome, Standing, WaitingFor
from cases.timeline import say


def _outcome(facts: dict) -> dict:
    return {"outcome": Outcome(facts["outcome"]).label}


def _whom(facts: dict) -> dict:
    return {"whom": WaitingFor(facts["whom"]).label}


def _standings(facts: dict) -> dict:
    return {"old": Standing(facts["old"]).label, "new": Standing(facts["new"]).label}


def teach() -> None:
    """Every verb of this app, once, at start."""
    say("cases.opened", _("The case was opened"))
    say("cases.standing", _("%(new)s (before: %(old)s)"), _standings)
    say("cases.waits", _("We wait for %(whom)s"), _whom)
    say("cases.assigned", _("The case was given to %(officer)s"))
    say("cases.suspended", _("The case was suspended"))
    say("cases.reopened", _("The case was opened again"))
    say("cases.closed", _("The case was closed: %(outcome)s"), _outcome)
    say("cases.contact", _("Contact"))
    say("cases.task_added", _("Task: %(title)s"))
    say("cases.task_done", _("Task done: %(title)s"))
    say("cases.referred", _("Referred to %(whom)s: %(service)s"))
    say("cases.merged", _("Two records of one person were put together"))
    say("cases.unmerged", _("Two records of a person were taken apart again"))
    say("cases.document_added", _("Document: %(name)s"))
    failpoints.declare("cases.job_claimed", "cases.job_before_done")
