"""How the timeline speaks of reintegration plans."""

from django.utils.translation import gettext_lazy as _

from cases.timeline import say


def teach() -> None:
    """Every verb of plans, once, at start."""
    say("returns.plan_begun", _("Reintegration plan begun, version %(version)s"))
    say("returns.plan_submitted", _("Reintegration plan submitted, version %(version)s"))
    say(
        "returns.plan_approved_here",
        _("Reintegration plan approved by the office, version %(version)s; now the turn of %(mission)s"),
    )
    say("returns.plan_approved", _("Reintegration plan approved by %(mission)s, version %(version)s"))
    say("returns.plan_sent_back", _("Reintegration plan sent back by %(who)s, version %(version)s"))
    say("returns.plan_amended", _("Reintegration plan amended, version %(version)s"))
    say("returns.plan_dropped", _("Reintegration plan dropped, version %(version)s"))
    say("returns.plan_visit", _("Visit by %(who)s"))
    say("returns.plan_referral", _("%(who)s referred the person to %(whom)s"))
