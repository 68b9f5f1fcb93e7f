"""Kinds of decisions: which mandate opens a case when a decision of a layout is accepted.

Mandates register theirs from `AppConfig.ready()`; a layout without a kind is not taken in.
"""

from collections.abc import Callable
from dataclasses import dataclass

from accounts.models import STAFF_ROLES, Organisation, Role, User
from decisions.layouts import LAYOUTS, Layout


@dataclass(frozen=True)
class DecisionKind:
    """What the rest of the house does with decisions of one layout. `issuer` is the slug of the authority.

    `programme(values)` gives the programme and the prefix of references from the values of a case's persons.
    `opened(case=, version=, by=)` is called once per new case, `changed(case=, version=, before=, by=)` for each later
    version of a known one; both within the transaction that accepts, after people and members are there.
    """

    layout: str
    mandate: str
    country: str
    issuer: str
    programme: Callable[[list[dict]], tuple[str, str]]
    opened: Callable[..., None]
    changed: Callable[..., None]


_kinds: dict[str, DecisionKind] = {}


def register(kind: DecisionKind) -> None:
    """Announce a kind. Its layout must exist, and be announced once."""
    if kind.layout in _kinds:
        raise ValueError(f"layout {kind.layout} is registered twice")
    if kind.layout not in LAYOUTS:
        raise ValueError(f"no layout is called {kind.layout}")
    _kinds[kind.layout] = kind


def kind_of(layout: str) -> DecisionKind | None:
    """The kind of a layout, if it is taken in."""
    return _kinds.get(layout)


def kinds() -> list[DecisionKind]:
    """Every kind, in the order they were registered."""
    return list(_kinds.values())


def kinds_for(user: User) -> list[DecisionKind]:
    """The kinds whose files this person may send: a liaison those of the own authority, staff those of their grants."""
    return [kind for kind in kinds() if may_send(user, kind)]


def may_send(user: User, kind: DecisionKind) -> bool:
    """May this person send files of the kind?"""
    if user.standing.has(Role.LIAISON):
        return user.organisation.slug == kind.issuer
    return any(user.standing.covers(role, kind.mandate, kind.country) for role in (Role.OFFICER, Role.LEAD))


def layouts_seen_by(user: User) -> list[str]:
    """The layouts whose files and decisions the office's person may see, by mandates and countries."""
    return [
        kind.layout
        for kind in kinds()
        if any(user.standing.covers(role, kind.mandate, kind.country) for role in STAFF_ROLES)
    ]


def issuer_of(kind: DecisionKind) -> Organisation:
    """The authority that decides."""
    return Organisation.objects.get(slug=kind.issuer)


def layout_of(name: str) -> Layout:
    """The table of a layout."""
    return LAYOUTS[name]
