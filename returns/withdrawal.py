"""Who wants to hear of a withdrawal: parts of this mandate announce themselves, and are called in its transaction.

The money cancels what is not paid yet, the plan stops its activities. Whoever raises stops the withdrawal; nobody
should: it is the person's right.
"""

from collections.abc import Callable

from accounts.models import User
from returns.models import Return

Hears = Callable[..., object]

_hear: list[Hears] = []


def on_withdrawal(call: Hears) -> Hears:
    """Announce `call(record=…, by=…)`, from `AppConfig.ready()`; `by` is None where the person acted alone."""
    if call not in _hear:
        _hear.append(call)
    return call


def forget(call: Hears) -> None:
    """Take one away again: for tests that announce their own."""
    if call in _hear:
        _hear.remove(call)


def announce(record: Return, by: User | None) -> None:
    """Tell everybody, in the order in which they announced themselves."""
    for call in list(_hear):
        call(record=record, by=by)
