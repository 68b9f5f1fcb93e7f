"""The people of a case as a decision has them: recorded when it opens, followed when a later version differs."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import Organisation, User
from cases.actions.cases import change_standing
from cases.actions.people import correct_person
from cases.changes import people_changed
from cases.models import Case, Member, Person, PersonIdentifier, Relation, Standing, Task
from decisions.actions.known import KnownPeople, birth_of, columns_of
from decisions.comparing import pair_up
from decisions.models import DecidedPerson

FOLLOWED = (Standing.TRAVELS, Standing.REFUSED)  # whoever arrived, withdrew or waits is not moved by a file


@dataclass
class Household:
    """One case while its decision is accepted: the persons of the file, and whom we know of them."""

    case: Case
    issuer: Organisation
    known: KnownPeople
    by: User


def standing_of(values: dict) -> Standing:
    """A person with a negative outcome does not travel."""
    return Standing.TRAVELS if values["opens_travel"] else Standing.REFUSED


def needs_of(values: dict) -> list[str]:
    """What the person needs on a journey: coded needs, an escort, an adult."""
    needs = list(values.get("travel_needs", []))
    if values.get("escort_required") == "yes" and "medical_escort" not in needs:
        needs.append("operational_escort")
    if values.get("unaccompanied_minor") == "yes":
        needs.append("unaccompanied")
    return list(dict.fromkeys(needs))


def record_people(house: Household, values: list[dict]) -> list[Person]:
    """A person per set of values: the known one, or a new record. A number of somebody else makes a task."""
    people = [house.known.find(one) for one in values]
    new = [at for at, person in enumerate(people) if person is None]
    made = []
    for at in new:
        if holder := house.known.holder(values[at]):
            ask_officer(house, _("Is this the same person? The number belongs to %(name)s.") % {"name": holder.name})
        person = Person(**columns_of(values[at]))
        person.birth = birth_of(values[at])
        made.append(person)
    for at, person in zip(new, Person.objects.bulk_create(made), strict=True):
        people[at] = person
    numbers = [one for person, told in zip(people, values, strict=True) for one in house.known.remember(person, told)]
    PersonIdentifier.objects.bulk_create(numbers, ignore_conflicts=True)
    return people


def add_members(house: Household, people: list[Person], values: list[dict]) -> None:
    """Put people into the case; whoever is a member already stays one."""
    Member.objects.bulk_create(
        [
            Member(
                case=house.case, person=person, relation=told["relation"], standing=standing_of(told),
                needs=needs_of(told),
            )
            for person, told in zip(people, values, strict=True)
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    people_changed(*(person.pk for person in people))


def follow_people(house: Household, before: list[DecidedPerson], values: list[dict]) -> list[Person]:
    """Bring the case in step with a later version; gives the persons in the order of the file.

    Facts that the authority changed are corrected; what an officer recorded meanwhile stays. Whoever is no longer
    listed stays a member and makes a task: a file does not remove people.
    """
    pairs = pair_up([one.values for one in before], values)
    same = {now: before[was].person for was, now in pairs if was is not None and now is not None}
    step_down(house, next(same.get(at) for at, one in enumerate(values) if one["relation"] == Relation.PRINCIPAL))
    people = {now: person for now, person in same.items() if person}
    for was, now in pairs:
        if now in people:
            follow_person(house, before[was], values[now])
    fresh = [at for at in range(len(values)) if at not in people]
    recorded = record_people(house, [values[at] for at in fresh])
    add_members(house, recorded, [values[at] for at in fresh])
    people |= dict(zip(fresh, recorded, strict=True))
    for person in [before[was].person for was, now in pairs if now is None]:
        if person:
            ask_officer(house, _("The authority no longer lists this person. Ask why."), person)
    return [people[at] for at in range(len(values))]


def follow_person(house: Household, before: DecidedPerson, values: dict) -> None:
    """One person whose values may have changed."""
    old, new = columns_of(before.values), columns_of(values)
    changed = {name: value for name, value in new.items() if value != old[name]}
    birth = birth_of(values) if birth_of(values) != birth_of(before.values) else None
    correct_person(person=before.person, birth=birth, **changed)
    numbers = house.known.remember(before.person, values)
    PersonIdentifier.objects.bulk_create(numbers, ignore_conflicts=True)
    people_changed(before.person.pk)
    member = Member.objects.filter(case=house.case, person=before.person).first()
    if member is None:
        return
    member.case, member.person, member.relation = house.case, before.person, values["relation"]
    if needs_of(before.values) != needs_of(values):
        member.needs = needs_of(values)
    member.save(update_fields=["relation", "needs"])
    if member.standing in FOLLOWED:
        change_standing(member=member, standing=standing_of(values), by=house.by)


def step_down(house: Household, principal: Person | None) -> None:
    """Make room where another becomes principal applicant: a case has one at any moment."""
    others = Member.objects.filter(case=house.case, relation=Relation.PRINCIPAL).exclude(person=principal)
    others.update(relation=Relation.OTHER)


def ask_officer(house: Household, title: str, person: Person | None = None) -> Task:
    """Something that only a person can decide."""
    return Task.objects.create(case=house.case, title=title, person=person, assignee=house.case.officer)
