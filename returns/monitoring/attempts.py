"""When contact counts as lost: a pure count of attempts."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils import timezone

if TYPE_CHECKING:
    from returns.models import ContactAttempt


def days_in_vain(attempts: Iterable["ContactAttempt"]) -> int:
    """On how many days somebody was sought in vain since the last answer: three calls in one hour are one."""
    attempts = list(attempts)
    answered = max((one.tried_at for one in attempts if one.is_answered), default=None)
    since = [one.tried_at for one in attempts if not one.is_answered and (not answered or one.tried_at > answered)]
    return len({timezone.localdate(moment) for moment in since})
