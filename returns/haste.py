"""What speaks for haste before a charter: RIAT wants its cases some working days before they leave."""

from datetime import date

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from returns.rules.holidays import open_days_before


def last_day_for_riat(country: str, departs_on: date) -> date:
    """The last day on which a case that flies by charter may be sent in RIAT, by the holidays of the host country."""
    return open_days_before(country, departs_on, settings.CHARTER_WORKING_DAYS)


def charter_warnings(country: str, departs_on: date) -> list[str]:
    """Until when RIAT takes cases of this charter, once that is near, and that it is too late where it is."""
    days, last = settings.CHARTER_WORKING_DAYS, last_day_for_riat(country, departs_on)
    left = (last - timezone.localdate()).days
    if left > days:
        return []
    words = {"n": days, "day": date_format(last, "d.m.Y")}
    wanted = ngettext(
        "RIAT wants the cases of a charter %(n)s working day before it leaves: by %(day)s.",
        "RIAT wants the cases of a charter %(n)s working days before it leaves: by %(day)s.", days,
    ) % words  # fmt: skip
    late = _("That day has passed: agree with the partner before somebody with a RIAT file gets a seat.")
    return [wanted, late] if left < 0 else [wanted]
