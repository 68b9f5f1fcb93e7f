"""What still keeps people from being planned: what their travel documents lack, what their case and mandate lack."""

from collections.abc import Iterable
from dataclasses import dataclass

from cases.identities import resolve
from cases.models import Member, Person, Standing
from travel.actions.planning import PURPOSE, against_name


@dataclass(frozen=True)
class Lack:
    """A person whose travel document is not fully known, and what is missing."""

    person: Person
    words: list[str]


def lacks_of_documents(members: Iterable[Member]) -> list[Lack]:
    """Those who travel and whose name or birth date no airline would take."""
    travelling = [member.person for member in members if member.standing == Standing.TRAVELS]
    found = [Lack(person, against_name(person, resolve(person, purpose=PURPOSE))) for person in travelling]
    return [lack for lack in found if lack.words]
