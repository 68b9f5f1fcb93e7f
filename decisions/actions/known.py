"""Who of a file is known already: by the authority's own numbers, checked against name and birth date."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from accounts.models import Organisation
from cases.births import Birth
from cases.models import Person, PersonIdentifier

Kind = PersonIdentifier.Kind
BEFORE_ANYBODY = 1850  # a mistyped century passes the comparison of dates, if both are mistyped alike
TEXTS = {
    name: Person._meta.get_field(name).max_length
    for name in ("family_name", "given_names", "native_name", "language", "phone")
}


def birth_of(values: dict) -> Birth:
    """The birth date as far as the authority knows it."""
    text = values["date_of_birth"]
    if int(text[:4]) <= BEFORE_ANYBODY:
        return Birth()  # the decision keeps what was written
    if values["dob_precision"] == "year":
        return Birth.in_year(int(text))
    return Birth.on(date.fromisoformat(text))


def columns_of(values: dict) -> dict:
    """The values of a file that are columns of a person, as long as these are; the decision keeps the rest."""
    texts = {name: values.get(name, "")[:longest] for name, longest in TEXTS.items()}
    return texts | {"sex": values["sex"], "citizenships": [values["citizenship"]]}


class KnownPeople:
    """People by the numbers of one authority and of UNHCR, looked up once for a whole file."""

    def __init__(self, issuer: Organisation, values: Iterable[dict]) -> None:
        self.issuer = issuer
        values = list(values)
        own = {one["person_number"] for one in values if "person_number" in one}
        unhcr = {one["unhcr_individual_number"] for one in values if "unhcr_individual_number" in one}
        found = PersonIdentifier.objects.filter(
            Q(kind=Kind.AUTHORITY, issuer=issuer, number__in=own) | Q(kind=Kind.UNHCR_INDIVIDUAL, number__in=unhcr)
        ).select_related("person")
        self.people = {(one.kind, one.number): one.person for one in found}

    def holder(self, values: dict) -> Person | None:
        """Whoever holds one of the numbers that the file gives to this person."""
        numbers = ((Kind.AUTHORITY, "person_number"), (Kind.UNHCR_INDIVIDUAL, "unhcr_individual_number"))
        return next(
            (self.people[key] for kind, name in numbers if (key := (kind, values.get(name))) in self.people), None
        )

    def find(self, values: dict) -> Person | None:
        """The person of these numbers, if name or birth date agree too; a number alone may be mistyped."""
        person = self.holder(values)
        return person if person and agrees(person, values) else None

    def remember(self, person: Person, values: dict) -> list[PersonIdentifier]:
        """A person just recorded may appear again in the same file; gives the numbers to be stored."""
        numbers = identifiers(person, values, self.issuer)
        for one in numbers:
            self.people.setdefault((one.kind, one.number), person)
        return numbers


def agrees(person: Person, values: dict) -> bool:
    """Same birth date, or same names."""
    names = (person.family_name.casefold(), person.given_names.casefold())
    told = (values.get("family_name", "").casefold(), values.get("given_names", "").casefold())
    return person.birth == birth_of(values) or names == told


def identifiers(person: Person, values: dict, issuer: Organisation) -> list[PersonIdentifier]:
    """The numbers that a file gives to a person: the authority's, UNHCR's, the travel document's."""
    document_country = values["citizenship"] if values.get("travel_document") == "passport" else ""
    told = (
        (Kind.AUTHORITY, issuer, "", values.get("person_number")),
        (Kind.UNHCR_INDIVIDUAL, None, "", values.get("unhcr_individual_number")),
        (Kind.TRAVEL_DOCUMENT, None, document_country, values.get("travel_document_number")),
    )
    return [
        PersonIdentifier(person=person, kind=kind, issuer=issuer, country=country, number=number)
        for kind, issuer, country, number in told
        if number
    ]
