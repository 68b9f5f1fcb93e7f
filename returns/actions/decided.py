"""What an accepted decision does here: it opens a return, and a later version reaches all that depended on it."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from cases.models import Case, CaseLink, Status, Task
from decisions.actions.households import needs_of
from decisions.models import DecidedPerson, DecisionVersion
from decisions.said import first_day_said, first_said
from returns.actions.return_files import correct_return, follow, open_return
from returns.models import AppliedBy, Return, Stage, Statement
from returns.requirements import held_by_decision, required_of
from travel.actions.clearances import open_clearances
from travel.actions.given import hold_given
from travel.models import Clearance, ClearanceState

PREFIX = "AR"
PROGRAMME = "avr"
CATEGORIES = {"trafficking_victim": "victim_of_trafficking", "permit_51": "section_51"}  # the files' words for ours
DATES = (
    "application_date", "first_decision_served_date", "withdrawal_date", "appeal_outcome_date", "departure_deadline",
    "decision_date",
)  # fmt: skip
COMPONENTS = {"amount": "support", "travel_grant": "travel", "reintegration_grant": "reintegration", "bonus": "bonus"}
BEFORE_DECISION = (
    Stage.ENQUIRY, Stage.COUNSELLING, Stage.APPLICATION, Stage.ELIGIBILITY, Stage.STATEMENT,
)  # fmt: skip
CURRENCIES = {"FI": "EUR", "SE": "SEK", "IS": "EUR"}


def programme_of(values: list[dict]) -> tuple[str, str]:
    """The programme and the prefix of the reference."""
    return PROGRAMME, PREFIX


@transaction.atomic
def open_by_decision(*, case: Case, version: DecisionVersion, by: User) -> None:
    """A positive decision for a new case: clearances, the return with what was granted, its first tasks."""
    decided = travelling(version)
    open_clearances(case=case, lines=first_lines(case, decided, version), by=by)
    open_return(
        case=case, by=by, stage=Stage.DECIDED, applied_by=AppliedBy.AUTHORITY, scheme=version.decision.layout,
        statement=statement_of(decided), **columns_of(case, decided),
    )  # fmt: skip
    link_open_enquiries(case, decided)


@transaction.atomic
def change_by_decision(*, case: Case, version: DecisionVersion, before: DecisionVersion, by: User) -> None:
    """A later version: what it says now replaces what the earlier one said, and tasks follow."""
    record = Return.objects.filter(case=case).select_related("case").first()
    if record is None:
        open_by_decision(case=case, version=version, by=by)
        return
    decided = travelling(version)
    if not decided:
        ask_officer(case, _("The authority no longer grants this return. Refuse it, or ask why."))
        return
    correct_return(record=record, by=by, **columns_of(case, decided))
    replace_clearances(case, decided, version, by)
    follow(record)


def travelling(version: DecisionVersion) -> list[DecidedPerson]:
    """Those for whom the decision opens a journey."""
    return [one for one in version.persons.select_related("person") if one.travels]


def columns_of(case: Case, decided: list[DecidedPerson]) -> dict:
    """What the rows of a decision say of the return as a whole: the first that says anything."""
    values = [one.values for one in decided]
    category = first_said(values, "beneficiary_category")
    said = {name: first_said(values, name) for name in (
        "assistance_form", "reception_unit", "return_country", "return_place", "departure_airport", "state_group",
    )}  # fmt: skip
    dates = {name: first_day_said(values, name) for name in DATES}
    granted = granted_lines(case.country, decided)
    return said | dates | {"beneficiary_category": CATEGORIES.get(category, category), "granted": granted}


def granted_lines(country: str, decided: Iterable[DecidedPerson]) -> list[dict]:
    """What the authority granted to whom, as it was said."""
    return [
        {
            "person": str(one.person.code), "component": component, "amount": one.values[field],
            "currency": CURRENCIES[country],
        }
        for one in decided
        for field, component in COMPONENTS.items()
        if one.person and one.values.get(field)
    ]  # fmt: skip


def statement_of(decided: Iterable[DecidedPerson]) -> str:
    """A decision is only made once the police have spoken, unless it says that they have not."""
    said = {one.values.get("police_statement") for one in decided}
    return Statement.GIVEN if "yes" in said else Statement.NOT_NEEDED


def first_lines(case: Case, decided: Iterable[DecidedPerson], version: DecisionVersion) -> list[Clearance]:
    """The clearances of a case just opened: what the decision gives is held, what it leaves open is missing."""
    lines = []
    for one in decided:
        held = {given.kind: given for given in held_by_decision(one.values)}
        for kind in dict.fromkeys((*held, *required_of(needs_of(one.values)))):
            line = Clearance(case=case, person=one.person, kind=kind, source={"version": version.number})
            if kind in held:
                line.state, line.valid = ClearanceState.HELD, held[kind].days
            lines.append(line)
    return lines


def replace_clearances(case: Case, decided: list[DecidedPerson], version: DecisionVersion, by: User) -> None:
    """What the new version gives replaces what was held before; people new to the case get the whole list."""
    known = set(case.clearances.values_list("person", flat=True))
    if new := [one for one in decided if one.person_id not in known]:
        open_clearances(case=case, lines=first_lines(case, new, version), by=by)
    given = [(one.person, held) for one in decided if one.person_id in known for held in held_by_decision(one.values)]
    hold_given(case=case, given=given, by=by, source={"version": version.number})


def link_open_enquiries(case: Case, decided: Iterable[DecidedPerson]) -> None:
    """Somebody of the decision has an open return with us already: the two are linked, an officer joins them."""
    people = [one.person_id for one in decided]
    others = Return.objects.filter(case__members__person__in=people, stage__in=BEFORE_DECISION)
    for other in others.exclude(case=case).exclude(case__status=Status.CLOSED).select_related("case").distinct():
        CaseLink.objects.get_or_create(case=case, other=other.case)
        words = _("An earlier enquiry of the same person is open: %(reference)s. Close it, or carry over what it says.")
        ask_officer(case, words % {"reference": other.case.reference})


def ask_officer(case: Case, title: str) -> Task:
    """Something that only a person can decide."""
    return Task.objects.create(case=case, title=title, assignee=case.officer)
