"""The clock of RIAT: a question that the member state does not answer within seven days is rejected by the system.

RIAT does not say whether it counts hours or days of the calendar. Ours ends with whichever comes first, so that a
change to summer or winter time never makes us an hour late.
"""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

DAYS, WARNED_AFTER = 7, 5


def days_after(moment: datetime, days: int) -> datetime:
    """So many days later, by hours or by the office's clock on the wall, whichever is earlier."""
    by_hours = moment.astimezone(UTC) + timedelta(days=days)
    wall = timezone.localtime(moment).replace(tzinfo=None) + timedelta(days=days)
    return min(by_hours, timezone.make_aware(wall).astimezone(UTC))


def answer_by(sent_at: datetime) -> datetime:
    """Until when the member state must have answered."""
    return days_after(sent_at, DAYS)


def warn_at(sent_at: datetime) -> datetime:
    """From when on the desk warns."""
    return days_after(sent_at, WARNED_AFTER)
