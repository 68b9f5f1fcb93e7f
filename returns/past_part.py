"""The mark of a return that was recorded after it had happened, on its case page."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from returns.models import Return
from returns.parts import Part, PartLine
from returns.permissions import may_act


def past_line(record: Return, reader: User) -> PartLine | None:
    """Only where it was."""
    if not record.is_retroactive:
        return None
    links = ((reverse("returns:past", args=[record.code]), _("What is not on record")),)
    said = _("No seats were asked for; it counts on the day on which it happened.")
    return PartLine(_("Recorded after the return"), "stop", said, links if may_act(reader, record.case) else ())


PART = Part("past", gettext_lazy("How it came on record"), past_line, order=5)
