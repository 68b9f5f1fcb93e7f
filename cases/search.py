"""The search for people: names in any script with or without accents, authority numbers, references, bookings.

Hits are fetched first and ordered afterwards: with an order and a limit in one question, Postgres sometimes walks the
wrong index, which takes seconds instead of milliseconds at a million people.
"""

from dataclasses import dataclass, field

from django.db.models import Prefetch, Q

from accounts.models import User
from cases.finding import Found, found_elsewhere
from cases.models import Case, CaseNumber, Member, Person, PersonIdentifier

MOST = 50
SHORTEST = 2


@dataclass(frozen=True)
class Hit:
    """A person found, with the cases that the searcher may see."""

    person: Person
    cases: list[Case]


@dataclass(frozen=True)
class Hits:
    """What was found; `more` when there is more than is shown."""

    people: list[Hit] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    others: list[Found] = field(default_factory=list)
    more: bool = False

    @property
    def is_empty(self) -> bool:
        """Was nothing found?"""
        return not (self.people or self.cases or self.others)


def search(user: User, words: str) -> Hits:
    """All that these words may mean to this person."""
    if len(words.replace(" ", "")) < SHORTEST:
        return Hits()
    keys = list(Person.objects.visible_to(user).named_like(words).values_list("pk", flat=True)[: MOST + 1])
    numbered = PersonIdentifier.objects.filter(number__iexact=words).values("person")
    people = Person.objects.visible_to(user).filter(Q(pk__in=keys[:MOST]) | Q(pk__in=numbered))
    seen = Member.objects.visible_to(user).select_related("case").order_by("-case__opened_at")
    found = people.prefetch_related(Prefetch("memberships", queryset=seen, to_attr="seen"))
    hits = [Hit(person, [member.case for member in person.seen]) for person in found]
    hits.sort(key=lambda hit: hit.person.search_name)
    return Hits(hits, cases_numbered(user, words), found_elsewhere(user, words), len(keys) > MOST)


def cases_numbered(user: User, words: str) -> list[Case]:
    """Cases by our reference, or by the number under which somebody else knows them."""
    known = CaseNumber.objects.filter(number__iexact=words).values("case")
    asked = Q(reference__istartswith=words) | Q(pk__in=known)
    return list(Case.objects.visible_to(user).filter(asked).select_related("officer").order_by("-pk")[:MOST])
