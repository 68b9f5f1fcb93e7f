"""Why a line is what it is: phrases that stand between the kind of person and the amount."""

from django.utils.translation import gettext_lazy as _

LINE_REASONS = {
    "before_service": _("applied %(applied_day)s, before service of the first negative decision"),
    "before_withdrawal": _("applied %(applied_day)s, before the first application was cancelled"),
    "limit": _("later than %(days)s days"),
    "applied_before": _("asylum was applied for more than once"),
    "old_in_window": _(
        "first decision served or application cancelled before %(before)s, applied %(applied_day)s inside the window"
    ),
    "old_after_window": _(
        "first decision served or application cancelled before %(before)s, applied %(applied_day)s after the window"
    ),
    "victim_of_trafficking": _("victim of trafficking, whenever applied"),
    "section_51": _("holder of a temporary permit of section 51, whenever applied"),
    "decided": _("decided %(day)s"),
    "group": _("%(country)s is in group %(group)s"),
    "raised": _("raised on special grounds"),
    "months_after": _("applied %(day)s, within two months of %(what)s on %(event)s"),
    "state": _("%(country)s is a state of group %(group)s"),
    "state_c": _("a national who needs no visa, group C"),
    "appeal_withdrawn": _("applied %(applied_day)s, the appeal was withdrawn"),
    "before_outcome": _("applied %(applied_day)s, before the appeal outcome of %(event)s"),
    "after_outcome": _(
        "applied %(applied_day)s, after the appeal outcome of %(event)s and before the departure deadline"
    ),
    "after_deadline": _("applied %(applied_day)s, after the departure deadline of %(event)s"),
}
