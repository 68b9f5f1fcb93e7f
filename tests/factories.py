"""Makes records for tests, through the house's own actions where there are any."""

import itertools
import random
from datetime import date

from django.utils import timezone

from accounts.models import Grant, Mandate, Organisation, OrganisationKind, User
from cases.actions.cases import add_member, number_case, open_case
from cases.actions.people import record_person
from cases.births import Birth
from cases.models import Case, Person, Relation

_numbers = itertools.count(1)


def organisation(slug: str, kind: OrganisationKind, country: str, language: str = "en", **columns) -> Organisation:
    """A body with a mailbox."""
    made, __ = Organisation.objects.get_or_create(
        slug=slug,
        defaults={"name": slug.title(), "kind": kind, "country": country, "language": language,
                  "email": f"{slug}@box.example"} | columns,
    )  # fmt: skip
    return made


def user(name: str, body: Organisation, *grants: tuple[str, str, str]) -> User:
    """An account with grants of (role, mandate, country)."""
    made = User.objects.create_user(f"{name}@{body.slug}.example", None, name=name.title(), organisation=body)
    for role, mandate, country in grants:
        grant(made, role, mandate=mandate, country=country)
    return made


def grant(holder: User, role: str, **columns) -> Grant:
    """A role in force: given, and confirmed by a second person."""
    second = User.objects.filter(email="registry@iom.example").first()
    if second is None:
        second = User.objects.create_user(
            "registry@iom.example", None, name="Registry", organisation=holder.organisation
        )
    confirmed = {"confirmed_by": second, "confirmed_at": timezone.now()}
    return Grant.objects.create(user=holder, role=role, given_by=holder, **confirmed, **columns)


def person(family_name: str = "Bahati", given_names: str = "Furaha", **columns) -> Person:
    """Somebody, by default a woman born on a known day."""
    birth = columns.pop("birth", Birth.on(date(1989, 3, 14)))
    return record_person(birth=birth, family_name=family_name, given_names=given_names, **({"sex": "F"} | columns))


def stranger() -> Person:
    """Somebody whose name is like nobody else's: returns look for the same person in all other returns."""
    chance = random.Random(next(_numbers))
    return person(*("".join(map(chance.choice, ("bdfgklmnprstvz", "aiu") * 4)).capitalize() for __ in range(2)))


def case(by: User, issuer: Organisation | None = None, members: int = 1, **columns) -> Case:
    """An open case with members, known to an authority by a number."""
    options = {"mandate": "resettlement", "programme": "quota", "prefix": "KQ", "country": "FI", "officer": by}
    made = open_case(by=by, **(options | columns))
    for index in range(members):
        relation = Relation.PRINCIPAL if index == 0 else Relation.CHILD
        who = stranger() if made.mandate == Mandate.RETURNS else person(given_names=f"Furaha {index + 1}")
        add_member(case=made, person=who, relation=relation)
    if issuer:
        number_case(case=made, issuer=issuer, number=f"UMA/{next(_numbers)}/2026")
    return made
