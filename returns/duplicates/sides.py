"""Two people side by side. Of a file that the reader may not open, only what the decision needs is read here:
who it is, in which country, what was granted when, and whom to ask. No reference, no stage, no words of the file.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import Country, Mandate, User
from cases.models import Case, Member, Person, PersonIdentifier
from cases.reference.countries import name_of
from returns.duplicates.finding import normalised
from returns.duplicates.grants import Granted, granted_to
from returns.duplicates.sentences import why
from returns.models import DuplicatePair
from returns.money import in_words


@dataclass(frozen=True)
class FileSeen:
    """One return of a person; `case` only where the reader may open it."""

    country: str
    case: Case | None
    officer: str
    granted: list[str]


@dataclass(frozen=True)
class Side:
    """One of the two people, as far as the reader may know the person."""

    person: Person
    may_open: bool
    files: list[FileSeen]
    grants: list[Granted]
    numbers: list[str]
    citizenships: str


@dataclass
class Look:
    """A pair as it is shown: the reader's own person first, if there is one."""

    pair: DuplicatePair
    own: Side
    other: Side
    decisions: list = field(default_factory=list)

    @property
    def why(self) -> str:
        """The reasons."""
        return why(self.pair)

    @property
    def decision(self):
        """The latest decision."""
        return self.decisions[0] if self.decisions else None


def looks_at(pairs: Iterable[DuplicatePair], reader: User) -> list[Look]:
    """These pairs for this reader, in a number of questions that does not grow with them."""
    pairs = list(pairs)
    people = {key for pair in pairs for key in pair.people}
    seen = Seen(people, reader)
    looks = []
    for pair in pairs:
        sides = [seen.side(pair.first, pair.second_id), seen.side(pair.second, pair.first_id)]
        sides.sort(key=lambda side: not side.may_open)
        looks.append(Look(pair, *sides, decisions=list(pair.decisions.all())))
    return looks


class Seen:
    """Files, grants and numbers of many people, read once."""

    def __init__(self, people: Iterable[int], reader: User) -> None:
        self.readable = set(
            Case.objects.visible_to(reader).filter(members__person__in=people).values_list("pk", flat=True)
        )
        self.grants = granted_to(people)
        self.members: dict[int, list[Member]] = {}
        members = Member.objects.filter(person__in=people, case__mandate=Mandate.RETURNS)
        for one in members.select_related("case__officer", "case__return_file").order_by("pk"):
            self.members.setdefault(one.person_id, []).append(one)
        self.numbers: dict[int, list[PersonIdentifier]] = {}
        for one in PersonIdentifier.objects.filter(person__in=people).order_by("kind", "pk"):
            self.numbers.setdefault(one.person_id, []).append(one)

    def side(self, person: Person, other: int) -> Side:
        """One person beside another."""
        members = self.members.get(person.pk, [])
        may_open = any(member.case_id in self.readable for member in members)
        return Side(
            person=person, may_open=may_open, files=[self.file(member, person) for member in members],
            grants=self.grants.get(person.pk, []), numbers=self.numbers_of(person.pk, other, may_open),
            citizenships=in_language(person.citizenships) if may_open else "",
        )  # fmt: skip

    def file(self, member: Member, person: Person) -> FileSeen:
        """One return, as far as the reader may know it."""
        case = member.case
        record = getattr(case, "return_file", None)
        said = [one for one in (record.granted if record else []) if one.get("person") == str(person.code)]
        return FileSeen(
            country=Country(case.country).label, case=case if case.pk in self.readable else None,
            officer=case.officer.name if case.officer else "",
            granted=[in_words(one["amount"], one["currency"]) for one in said],
        )  # fmt: skip

    def numbers_of(self, person: int, other: int, may_open: bool) -> list[str]:
        """Numbers with their kinds; of a file that stays shut only those that the other one has too."""
        shared = {normalised(one.number) for one in self.numbers.get(other, [])}
        found = []
        for one in self.numbers.get(person, []):
            shown = one.number if may_open or normalised(one.number) in shared else _("another number")
            found.append(f"{one.get_kind_display()}: {shown}")
        return found


def in_language(citizenships: Sequence[str]) -> str:
    """Countries in the reader's language."""
    return ", ".join(name_of(code, get_language() or "en") for code in citizenships)
