"""Pages of long lists by key instead of by number: page 900 costs what page 1 costs, and new rows shift nothing.

The place in the list is named by the code of a row, never by the value it is sorted by, which may be a name.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.db.models.expressions import Combinable

CAP = 10_000


@dataclass(frozen=True)
class Page:
    """Some rows of a list. `earlier` and `later` are the rows from which the neighbouring pages count."""

    rows: list
    earlier: UUID | None = None
    later: UUID | None = None


def page_of(
    records: QuerySet, *, key: Combinable, descending: bool, after: str = "", before: str = "", size: int = 50
) -> Page:
    """The page behind or before a row; without a row the first page."""
    keyed = records.alias(sort_key=key)
    at = _place(keyed, after or before)
    backwards = bool(before) and at is not None
    down = descending != backwards
    if at is not None:
        keyed = keyed.filter(_beyond(at, down))
    order = [F("sort_key").desc(), "-pk"] if down else [F("sort_key").asc(), "pk"]
    found = list(keyed.order_by(*order)[: size + 1])
    more, rows = len(found) > size, found[:size]
    if backwards:
        rows.reverse()
    has_earlier = more if backwards else at is not None
    has_later = True if backwards else more
    return Page(rows, rows[0].code if rows and has_earlier else None, rows[-1].code if rows and has_later else None)


def _place(keyed: QuerySet, code: str) -> tuple | None:
    try:
        at = UUID(code)
    except ValueError:
        return None
    return keyed.annotate(sort_key=F("sort_key")).filter(code=at).values_list("sort_key", "pk").first()


def _beyond(at: tuple, down: bool) -> Q:
    value, pk = at
    if down:
        return Q(sort_key__lt=value) | Q(sort_key=value, pk__lt=pk)
    return Q(sort_key__gt=value) | Q(sort_key=value, pk__gt=pk)


def capped_count(records: QuerySet, most: int = CAP) -> int:
    """How many there are, counted no further than one beyond `most`."""
    return records.order_by()[: most + 1].count()
