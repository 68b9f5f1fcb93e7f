"""The room in which the money's drill plays: invented people with returns and awards, officers with floats."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from string import ascii_lowercase

from django.db import transaction
from django.utils import timezone

from accounts.models import Grant, Mandate, Organisation, OrganisationKind, Role, User
from cases.actions.cases import add_member, open_case
from cases.actions.people import record_person
from cases.births import Birth
from cases.models import Person, Relation
from iomfi.drills.crowd import officer
from returns.actions.awards import Part, approve_award, propose_award
from returns.actions.computations import compute_case
from returns.actions.floats import open_float
from returns.actions.payments import release_instalment
from returns.actions.return_files import open_return
from returns.models import GrantAward, InstalmentState, Return

SCHEME = "FI-PALUU"
REJECTED = {  # an adult who applied in time: 5,300 EUR by the decree of 2024, once in life
    "host_country": "FI", "return_country": "IRQ", "citizenship": "IRQ", "category": "rejected", "form": None,
    "persons": [{"kind": "adult", "birth_date": "1990-05-14"}],
    "dates": {"first_decision_served": "2025-02-01", "application": "2025-02-10", "decision": "2025-02-10"},
    "flags": {"voluntary": True, "asylum_applied_before": False},
}  # fmt: skip
PARTS = (Part("departure", Decimal(300)), Part("after_proof", Decimal(2000)), Part("after_proof", Decimal(3000)))
FLOAT = Decimal(2600)
TWINS, PROPOSED, APPROVED = 2, 1, 3  # returns of one and the same person; with an award that waits; with money due


@dataclass(frozen=True)
class Room:
    """Who works there, and the returns that they work on, by key."""

    officers: tuple[User, ...]
    approver: User
    lead: User
    returns: tuple[int, ...]


@transaction.atomic
def furnish(number: int, desks: int) -> Room:
    """A room of its own for one round: nobody else's money is in it."""
    officers = tuple(user(f"{number}-{desk}", Role.OFFICER) for desk in range(desks))
    approver, lead = user(f"{number}-approver", Role.FINANCE), user(f"{number}-lead", Role.LEAD)
    twin = person(number, 0)
    people = [twin] * TWINS + [person(number, n) for n in range(1, 1 + PROPOSED + APPROVED)]
    records = [a_return(one, officers[0]) for one in people]
    for record in records[TWINS:]:
        award = propose(record, officers[0])
        if record in records[TWINS + PROPOSED :]:
            approve_award(award=award, by=approver)
            for part in award.instalments.filter(state=InstalmentState.WAITS)[:1]:
                release_instalment(instalment=part, by=officers[0])
    for holder in officers:
        open_float(country="FI", airport="HEL", currency="EUR", opening=FLOAT, by=holder)
    return Room(officers, approver, lead, tuple(record.pk for record in records))


def user(name: str, role: str) -> User:
    """Somebody of the office who works with returns."""
    office, __ = Organisation.objects.get_or_create(
        slug="drill", defaults={"name": "Drill", "kind": OrganisationKind.IOM_OFFICE, "country": "FI"}
    )
    made = User.objects.create_user(f"money-{name}@iom.example", name=f"Drill {name}", organisation=office)
    Grant.objects.create(
        user=made,
        role=role,
        mandate=Mandate.RETURNS,
        given_by=made,
        confirmed_by=officer(),
        confirmed_at=timezone.now(),
    )
    return made


def person(number: int, n: int) -> Person:
    """Somebody invented, with a name like nobody else's: nobody here is to be taken for somebody else."""
    name = "".join(ascii_lowercase[byte % 26] for byte in sha256(f"{number} {n}".encode()).digest()[:12])
    return record_person(family_name=name.title(), given_names="", sex="F", birth=Birth.on(date(1990, 5, 14)))


def a_return(one: Person, by: User) -> Return:
    """The return of one person, computed."""
    case = open_case(mandate=Mandate.RETURNS, programme="avr", prefix="AR", country="FI", by=by, officer=by)
    add_member(case=case, person=one, relation=Relation.PRINCIPAL)
    record = open_return(case=case, by=by, return_country="IRQ", scheme=SCHEME)
    compute_case(case=case, scheme=SCHEME, inputs=REJECTED, by=by)
    return record


def propose(record: Return, by: User) -> GrantAward:
    """What was computed, in three parts of cash."""
    people = [member.person for member in record.case.members.select_related("person")]
    computation = record.case.computations.get(is_current=True)
    return propose_award(record=record, computation=computation, people=people, parts=PARTS, by=by)
