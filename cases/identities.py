"""Who a person is, for those who need the name to act: tickets, manifests, arrival notices.

An ordinary person's name stands in `cases`. A mandate that keeps identities in a closed compartment registers a
resolver; asking it is refused or logged there. Callers always ask here and never read names for a booking themselves.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from cases.births import Precision
from cases.models import Person

Resolver = Callable[[Person, str], "Identity | None"]


@dataclass(frozen=True)
class Identity:
    """A person as the travel document has it. `born_on` is None while no full date is known."""

    family_name: str
    given_names: str
    sex: str
    born_on: date | None
    phone: str = ""
    email: str = ""


_resolvers: list[Resolver] = []


def register(resolver: Resolver) -> None:
    """Announce a compartment that holds identities of its own people."""
    _resolvers.append(resolver)


def resolve(person: Person, *, purpose: str) -> Identity:
    """The identity of a person for a purpose (`travel.book`). A compartment may refuse by raising PermissionDenied."""
    for resolver in _resolvers:
        if identity := resolver(person, purpose):
            return identity
    born = person.document_birth_date
    if born is None and person.birth_precision == Precision.DAY:
        born = person.birth.date
    family, given = person.family_name, person.given_names
    if person.document_name:  # FAMILY NAME, Given Names; without a comma the document has one name
        family, given = (part.strip() for part in person.document_name.partition(",")[::2])
    return Identity(family, given, person.sex, born, person.phone, person.email)
