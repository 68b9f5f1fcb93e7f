"""Recording people."""

from datetime import date

from django.db import transaction

from accounts.models import Organisation
from cases.births import Birth
from cases.changes import people_changed
from cases.models import Person, PersonIdentifier

COLUMNS = {
    "family_name", "given_names", "native_name", "document_name", "sex", "citizenships", "language",
    "needs_interpreter", "phone", "email", "safe_contact", "document_birth_date",
}  # fmt: skip


@transaction.atomic
def record_person(*, birth: Birth, **columns) -> Person:
    """A person as the authority or the person told us. Whoever calls looked for the person first."""
    person = Person(**columns)
    person.birth = birth
    person.save()
    return person


@transaction.atomic
def correct_person(*, person: Person, birth: Birth | None = None, **columns: str | date | list | bool) -> list[str]:
    """Put other facts in a person's record; gives the names of the columns that really changed."""
    if unknown := set(columns) - COLUMNS:
        raise ValueError(f"not a column of a person: {unknown}")
    changed = [name for name, value in columns.items() if getattr(person, name) != value]
    for name in changed:
        setattr(person, name, columns[name])
    if birth is not None and birth != person.birth:
        person.birth = birth
        changed += ["birth_precision", "birth_year", "birth_month", "birth_day"]
    if changed:
        person.save(update_fields=changed)
        people_changed(person.pk)
    return changed


def identify_person(
    *, person: Person, kind: str, number: str, issuer: Organisation | None = None, country: str = ""
) -> PersonIdentifier:
    """Give a person a number of an issuer; saying it twice changes nothing."""
    identifier, made = PersonIdentifier.objects.get_or_create(
        kind=kind, issuer=issuer, country=country, number=number, defaults={"person": person}
    )
    if made:
        people_changed(person.pk)
    return identifier
