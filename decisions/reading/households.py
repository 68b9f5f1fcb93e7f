"""From rows to cases: repeats, contradictions, principal applicants, and which cases must wait."""

from dataclasses import dataclass, field
from datetime import date

from decisions.reading.cells import NAMES
from decisions.reading.codes import RowCode, WarningCode
from decisions.reading.rows import Finding, ReadRow


@dataclass
class Household:
    """The rows of one case number. One erroneous row holds back all of them."""

    number: str
    rows: list[ReadRow] = field(default_factory=list)
    collapsed: set[int] = field(default_factory=set)

    @property
    def withheld(self) -> bool:
        """Has any row an error?"""
        return any(row.errors for row in self.rows)

    @property
    def persons(self) -> list[ReadRow]:
        """One row per person."""
        return [row for row in self.rows if row.number not in self.collapsed]


def households_of(rows: list[ReadRow]) -> list[Household]:
    """The cases of a file in the order in which they first appear; rows without a case number belong to none."""
    cases: dict[str, Household] = {}
    for row in rows:
        if row.case_number:
            cases.setdefault(row.case_number, Household(row.case_number)).rows.append(row)
    for case in cases.values():
        collapse_repeats(case)
        check_principal(case)
    return list(cases.values())


def collapse_repeats(case: Household) -> None:
    """The same person twice: identical rows are one, different ones contradict each other."""
    seen: list[ReadRow] = []
    for row in [row for row in case.rows if not row.errors]:
        twins = [other for other in seen if is_same_person(row, other)]
        if any(as_compared(row) == as_compared(other) for other in twins):
            case.collapsed.add(row.number)
            row.warnings.append(Finding(row.number, None, WarningCode.DUPLICATE_ROW))
            continue
        for one in [row, *twins] if twins else []:
            contradict(one)
        seen.append(row)


def contradict(row: ReadRow) -> None:
    """Note, once, that another row says something else about the same person."""
    if not row.errors:
        row.errors.append(Finding(row.number, None, RowCode.CONFLICTING_DUPLICATE))


def is_same_person(one: ReadRow, other: ReadRow) -> bool:
    """By the authority's number, or by both names and the birth date."""
    number = one.values.get("person_number")
    return (number is not None and number == other.values.get("person_number")) or identity(one) == identity(other)


def identity(row: ReadRow) -> tuple[str, str, date | int | None]:
    """Names without regard to case, and the birth date."""
    family, given = (row.values.get(name, "").casefold() for name in NAMES)
    return family, given, row.values.get("date_of_birth")


def as_compared(row: ReadRow) -> dict:
    """Every column of the layout, names without regard to case, no needs equal to blank."""
    values = {name: value for name, value in row.values.items() if value != []}
    return values | {name: values[name].casefold() for name in NAMES if name in values}


def check_principal(case: Household) -> None:
    """Exactly one principal applicant, asked only where nothing else is wrong."""
    if case.withheld:
        return
    principals = sum(1 for row in case.persons if row.values.get("relation") == "principal")
    if principals != 1:
        first = case.rows[0]
        facts = {"count": principals}
        first.errors.append(Finding(first.number, "relation", RowCode.PRINCIPAL_COUNT, facts))
