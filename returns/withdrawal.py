"""Who wants to hear that a return ends: parts of this mandate announce themselves, and are called in its transaction.

The money cancels what is not paid yet, the plan stops its activities. Whoever raises stops the withdrawal; nobody
should: it is the person's right. Closing is the office's own act: whoever raises there refuses it.
"""

from collections.abc import Callable

from accounts.models import User
from returns.models import Return

Hears = Callable[..., object]

_hear: list[Hears] = []
_hear_of_closing: list[Hears] = []


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


def on_closing(call: Hears) -> Hears:
    """Announce `call(record=…, by=…)`, from `AppConfig.ready()`; what it raises keeps the return from closing."""
    if call not in _hear_of_closing:
        _hear_of_closing.append(call)
    return call


def announce_closing(record: Return, by: User) -> None:
    """Ask everybody whether it may close."""
    for call in list(_hear_of_closing):
        call(record=record, by=by)
