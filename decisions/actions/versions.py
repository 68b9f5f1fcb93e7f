"""One case of an accepted file: the decision's new version, and the case it opens or changes."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import Organisation, OrganisationKind, User
from cases.actions.cases import number_case, open_case
from cases.actions.events import record_event
from cases.models import Case, EventKind, Person
from decisions.actions.households import Household, add_members, ask_officer, follow_people, record_people
from decisions.actions.known import KnownPeople
from decisions.comparing import change_of
from decisions.kinds import DecisionKind
from decisions.models import Change, DecidedPerson, Decision, DecisionVersion, Upload, UploadedCase

UNHCR = "unhcr"


@dataclass
class Acceptance:
    """A file while it is accepted: by whom, under which receipt, and whom of it we know."""

    upload: Upload
    kind: DecisionKind
    receipt: str
    by: User
    known: KnownPeople

    @property
    def issuer(self) -> Organisation:
        """The authority that decided."""
        return self.upload.organisation


def take_case(taking: Acceptance, uploaded: UploadedCase, decision: Decision | None) -> tuple[Change, Decision | None]:
    """Store one case as it now differs from what is known; an unchanged one leaves no trace."""
    change, told = change_of(decision, uploaded.persons)
    if change == Change.UNCHANGED:
        return change, decision
    if decision is None:
        decision = Decision.objects.create(
            layout=taking.upload.layout, issuer=taking.issuer, case_number=uploaded.case_number
        )
    before = decision.current
    version = DecisionVersion.objects.create(
        decision=decision, number=before.number + 1 if before else 1, upload=taking.upload, accepted_by=taking.by,
        differences=told,
    )  # fmt: skip
    values = [person["values"] for person in uploaded.persons]
    opens = decision.case is None and any(one["opens_travel"] for one in values)
    if opens:
        people = open_for(taking, decision, values)
    elif decision.case and change == Change.CHANGED:
        people = follow_people(household(taking, decision.case), list(before.persons.all()), values)
    else:
        people = [None] * len(values)
    store_persons(version, uploaded.persons, people)
    decision.current = version
    decision.save(update_fields=["case", "current"])
    tell_case(taking, decision, version, before, opened=opens, change=change)
    return change, decision


def household(taking: Acceptance, case: Case) -> Household:
    """The people of a case while its decision is accepted."""
    return Household(case=case, issuer=taking.issuer, known=taking.known, by=taking.by)


def open_for(taking: Acceptance, decision: Decision, values: list[dict]) -> list[Person]:
    """Open the case of a decision with its people and numbers."""
    programme, prefix = taking.kind.programme(values)
    years = (one["programme_year"] for one in values if "programme_year" in one)
    decision.case = open_case(
        mandate=taking.kind.mandate, programme=programme, prefix=prefix, country=taking.kind.country, by=taking.by,
        programme_year=next(years, None),
    )  # fmt: skip
    number_case(case=decision.case, issuer=taking.issuer, number=decision.case_number)
    for number in {one["unhcr_case_number"] for one in values if "unhcr_case_number" in one}:
        number_case(case=decision.case, issuer=unhcr(), number=number[:50])
    house = household(taking, decision.case)
    people = record_people(house, values)
    add_members(house, people, values)
    return people


def unhcr() -> Organisation:
    """Who gave the UNHCR numbers."""
    columns = {"name": "UNHCR", "kind": OrganisationKind.UN_AGENCY, "country": "CH"}
    return Organisation.objects.get_or_create(slug=UNHCR, defaults=columns)[0]


def store_persons(version: DecisionVersion, persons: list[dict], people: list[Person | None]) -> None:
    """The persons of a version, in the order of the file."""
    DecidedPerson.objects.bulk_create(
        DecidedPerson(
            version=version, person=person, position=position, row=told["row"], values=told["values"],
            outcome=told["values"]["decision_outcome"],
        )
        for position, (told, person) in enumerate(zip(persons, people, strict=True), 1)
    )  # fmt: skip


def tell_case(
    taking: Acceptance, decision: Decision, version: DecisionVersion, before: DecisionVersion | None, *, opened: bool,
    change: Change,
) -> None:  # fmt: skip
    """One line of the timeline, then the mandate's turn. A closed case is left as it is; its officer is asked."""
    case = decision.case
    if case is None:
        return
    facts = {
        "number": decision.case_number,
        "receipt": taking.receipt,
        "version": version.number,
        "country": case.country,
    }
    verb = "decisions.accepted" if opened else "decisions.changed"
    told = {"persons": version.persons.count()} if opened else {"differences": version.differences}
    record_event(case=case, kind=EventKind.DECISION, verb=verb, by=taking.by, facts=facts | told)
    if opened:
        taking.kind.opened(case=case, version=version, by=taking.by)
    elif change == Change.CONFLICT:
        ask_officer(household(taking, case), _("The authority changed its decision on this closed case. Reopen it?"))
    else:
        taking.kind.changed(case=case, version=version, before=before, by=taking.by)
