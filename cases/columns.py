"""Columns of the case list that lie on higher floors, such as the travel window.

Registered from `AppConfig.ready()`. A column gets all cases of the page at once and gives a cell per case, so that its
questions to the database do not grow with the list.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cases.models import Case


@dataclass(frozen=True)
class Column:
    """A column: its heading, and the words of its cells by the keys of the cases."""

    name: str
    label: str
    cells: Callable[[Sequence[Case]], Mapping[int, str]]


_columns: list[Column] = []


def register(column: Column) -> None:
    """Announce a column."""
    if any(other.name == column.name for other in _columns):
        raise ValueError(f"column {column.name} is registered twice")
    _columns.append(column)


def columns() -> list[Column]:
    """Every registered column, in order."""
    return list(_columns)
