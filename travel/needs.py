"""What a mandate's stage may need of travel: everything held, and a day on which all can go."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Protocol

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from cases.stages import Missing
from travel.windows import Window


class Travelling(Protocol):
    """A mandate's record whose people travel: it knows the days on which all can."""

    window: Window


def look_at_clearances(record: "Travelling") -> Iterator[Missing]:
    """Everything that must hold on the day of travel is held by every travelling member, and there is such a day."""
    window = record.window  # asked once: it is a question to the database
    of_kind = attrgetter("need", "what", "owed_by")
    unmet = sorted(window.missing, key=lambda one: tuple(map(str, of_kind(one))))
    for (need, what, owed_by), group in groupby(unmet, key=of_kind):
        ones = list(group)
        since = min((one.since for one in ones if one.since), default=None)
        words = ngettext_lazy("%(what)s, %(count)s person", "%(what)s, %(count)s persons", len(ones))
        yield Missing(need, words % {"what": what, "count": len(ones)}, owed_by, since)
    if window.days_left(timezone.localdate()) == 0:
        yield Missing("window", _("A day on which all can travel"))
