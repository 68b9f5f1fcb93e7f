"""Parts of the panel of a return, one line each: money, plan, visits. The details lie on pages of their own.

A part announces itself from `AppConfig.ready()`. What its line reads comes along in the question that fetches the
return (`brings`), so that the case page asks no more however many parts there are.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import QuerySet
from django.db.models.expressions import BaseExpression

from accounts.models import User
from returns.models import Return
from returns.models.attached import with_attached


@dataclass(frozen=True)
class PartLine:
    """What a part says today: a status (todo, wait, now, done, late, stop, off) with its words, a sentence, links."""

    words: str
    kind: str = ""
    said: str = ""
    links: tuple[tuple[str, str], ...] = ()  # (address, words)


@dataclass(frozen=True)
class Part:
    """One part. `line(record, reader)` is None where there is nothing to say; it asks nothing of the database.
    A part without `line` has a panel of its own and only brings along what that panel reads.

    `brings` gives annotations of a return by name: `cases.facts.brought(Plan.objects.filter(case=OuterRef("case")))`.
    """

    name: str
    heading: str
    line: Callable[[Return, User], PartLine | None] | None = None
    brings: Callable[[], Mapping[str, ArraySubquery | BaseExpression]] = dict
    order: int = 50


_parts: dict[str, Part] = {}


def register(part: Part) -> None:
    """Announce a part. Twice under one name is a mistake."""
    if part.name in _parts:
        raise ValueError(f"part {part.name} of returns is registered twice")
    _parts[part.name] = part


def forget(name: str) -> None:
    """Take one away again: for tests that announce their own."""
    _parts.pop(name, None)


def returns_for_pages() -> QuerySet[Return]:
    """Returns with everything that their case page shows of them, in one question."""
    returns = with_attached(Return.objects.select_related("applied_through", "ended_by"))
    for part in _parts.values():
        returns = returns.annotate(**part.brings())
    return returns


def lines_of(record: Return, reader: User) -> list[dict]:
    """The lines that have something to say, in their order."""
    ordered = sorted(_parts.values(), key=lambda part: part.order)
    said = ((part, part.line(record, reader)) for part in ordered if part.line)
    return [{"name": part.name, "heading": part.heading, "line": line} for part, line in said if line]
