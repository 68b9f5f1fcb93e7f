"""Names of dates, people, parts of a grant and ways of giving it, for sentences and pages."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

DATE_NAMES = {
    "first_decision": _("the first negative decision"),
    "first_decision_served": _("service of the first negative decision"),
    "withdrawal": _("the withdrawal of the application"),
    "application": _("the application for assistance"),
    "decision": _("the decision on assistance"),
    "appeal_outcome": _("the appeal outcome"),
    "departure_deadline": _("the departure deadline"),
    "departure": _("the departure"),
    "return": _("the return"),
}
KIND_NAMES = {
    "adult": _("adult"),
    "child": _("child"),
    "unaccompanied_minor": _("unaccompanied minor"),
}
COMPONENTS = {
    "support": _("Support"),
    "travel": _("Travel grant"),
    "reintegration": _("Reintegration grant"),
    "bonus": _("Bonus"),
    "post-arrival": _("After arrival"),
    "post-return": _("After return"),
}
MODES = {
    "cash": _("in cash"),
    "in_kind": pgettext_lazy("granted", "in kind"),
    "in_kind_first": _("in kind first, the authority sets the split"),
    "cash_at_airport": _("in cash at Keflavík"),
    "cash_or_in_kind": _("in cash or in kind"),
    "in_kind_max_half_cash": _("in kind, at most half in cash"),
    "services_or_cash": _("services or cash"),
    "none": _("none"),
}
