"""Lines of the log: codes and places in the code, never what somebody is called.

What an exception says often quotes a row: Postgres repeats whole lines of a table. Its kind and its way through the
code are kept, its words are not.
"""

import logging
import traceback
from types import TracebackType

Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Line(logging.Formatter):
    """A line of the log; a crash tells where it happened and of which kind it was, also of what led to it."""

    def formatException(self, ei: Raised) -> str:
        """The way through the code, without the words of the exception."""
        return "\n".join(told(error) for error in chain_of(ei[1]))


def chain_of(error: BaseException | None) -> list[BaseException]:
    """An exception and those it came from, the first first."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.insert(0, error)
        error = error.__cause__ or error.__context__
    return found


def told(error: BaseException) -> str:
    """One exception: its way, its kind."""
    return "".join(traceback.format_tb(error.__traceback__)) + type(error).__name__
