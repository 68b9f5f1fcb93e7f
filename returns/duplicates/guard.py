"""What a likeness means for money: nobody approves a grant while it is open whether the person holds one elsewhere."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from cases.models import Person
from returns.duplicates.grants import Granted, granted_to, records_of
from returns.duplicates.sentences import why
from returns.models import DuplicatePair, GrantAward, PairState


@dataclass(frozen=True)
class Doubt:
    """Somebody of an award looks like somebody who holds a grant."""

    pair: DuplicatePair
    name: str
    other: Person
    grant: Granted

    def __str__(self) -> str:
        words = {"name": self.name, "grant": self.grant, "why": why(self.pair)}
        if self.pair.state == PairState.UNCLEAR:
            return _("It was left unclear whether %(name)s has this grant already: %(grant)s. %(why)s.") % words
        return _("Decide first whether %(name)s has this grant already: %(grant)s. %(why)s.") % words


@dataclass(frozen=True)
class Held:
    """Somebody of an award is the person, by decision or by record, who holds another grant."""

    name: str
    grant: Granted

    def __str__(self) -> str:
        return _("%(name)s is the person of another grant: %(grant)s.") % {"name": self.name, "grant": self.grant}


@dataclass(frozen=True)
class Elsewhere:
    """What is known, and what is in doubt, of other grants of the people of an award."""

    doubts: list[Doubt]
    held: list[Held]


def elsewhere(award: GrantAward) -> Elsewhere:
    """Both, in a fixed number of questions, whichever records and countries the other grants are under."""
    names = names_of(award)
    pairs = list(DuplicatePair.objects.in_doubt().of(*names).select_related("first", "second"))
    alike = [(pair, person, pair.other_than(person)) for pair in pairs for person in pair.people if person in names]
    records = records_of({*names, *(other for __, __, other in alike)})
    grants = granted_to({one for group in records.values() for one in group})

    def others_of(person: int) -> list[Granted]:
        found = [grant for record in sorted(records[person]) for grant in grants.get(record, [])]
        return [grant for grant in found if grant.award != award.pk]

    return Elsewhere(
        [
            Doubt(pair, names[person], pair.person(other), grant)
            for pair, person, other in alike for grant in others_of(other) if grant.holds
        ],
        [Held(name, grant) for person, name in names.items() for grant in others_of(person)],
    )  # fmt: skip


def names_of(award: GrantAward) -> dict[int, str]:
    """The people of an award by their keys."""
    return {line.person_id: line.person.name for line in award.lines.all()}
