"""From one row to one person: every cell read, then what cells say about each other."""

from dataclasses import dataclass, field
from datetime import date

from decisions.layouts import Column, Layout
from decisions.reading.cells import NAMES, Read, read_cell, written
from decisions.reading.cleaning import has_other_script, looks_like_formula
from decisions.reading.codes import RowCode, Unreadable, WarningCode
from decisions.reading.grid import Broken, Row, Value, text_of
from decisions.reading.header import Header

OLDEST = 120  # years before the decision
REVERSED = (
    (RowCode.PERMIT_ENDS_BEFORE_DECISION, "permit_valid_to", "decision_date"),
    (RowCode.DATES_REVERSED, "permit_valid_to", "permit_valid_from"),
    (RowCode.DATES_REVERSED, "latest_arrival_date", "earliest_arrival_date"),
    (RowCode.DATES_REVERSED, "latest_departure_date", "earliest_departure_date"),
)
SHOWN = 100  # letters of a wrong value that are repeated to the uploader


@dataclass
class Finding:
    """Something the uploader must or should know about a row."""

    row: int | None
    column: str | None
    code: str
    facts: dict = field(default_factory=dict)


@dataclass
class ReadRow:
    """One person as read: values by field (blank ones left out), errors and warnings."""

    number: int
    case_number: str | None = None
    values: dict[str, Read] = field(default_factory=dict)
    errors: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)


class RowReader:
    """Reads the data rows of one table."""

    def __init__(self, layout: Layout, header: Header, today: date, is_csv: bool) -> None:
        self.layout = layout
        self.today = today
        self.width = header.width if is_csv else None
        self.columns = {at: layout.fields[field] for at, field in header.fields.items()}

    def read(self, row: Row) -> ReadRow:
        """One row. A CSV record with cells beyond the header's is shifted: only its case number is believed."""
        if self.width is not None and any(at >= self.width for at in row.filled()):
            return self.shifted(row)
        read = ReadRow(row.number)
        raw = {column.field: row.cells.get(at) for at, column in self.columns.items()}
        for column in self.columns.values():
            self.read_column(read, column, raw[column.field])
        self.require_values(read, raw)
        read.case_number = read.values.get("case_number")
        self.compare_dates(read)
        return read

    def shifted(self, row: Row) -> ReadRow:
        """A record whose cells stand in the wrong columns."""
        read = ReadRow(row.number)
        at, column = next((at, one) for at, one in self.columns.items() if one.field == "case_number")
        try:
            read.case_number = read_cell(row.cells.get(at), column, self.layout)
        except Unreadable:
            read.case_number = None
        read.errors = [Finding(row.number, None, RowCode.EXTRA_CELLS)]
        return read

    def read_column(self, read: ReadRow, column: Column, value: Value | None) -> None:
        """One cell: its value or its error, and its warnings either way."""
        try:
            found = read_cell(value, column, self.layout)
        except Unreadable as error:
            self.report(read, column.field, error.code, value, suggest=error.suggest)
        else:
            if found is not None:
                read.values[column.field] = found
        if value is not None and not isinstance(value, Broken):
            self.warn(read, column, written(value, column))

    def report(self, read: ReadRow, field: str, code: str, value: Value | None, **facts) -> None:
        """Note an error of a cell with what stands there."""
        facts = {name: list(fact) for name, fact in facts.items() if fact}
        if value is not None:
            facts["value"] = text_of(value)[:SHOWN]
        read.errors.append(Finding(read.number, field, code, facts))
        read.values.pop(field, None)

    def warn(self, read: ReadRow, column: Column, text: str) -> None:
        """What is stored as it is but deserves a look; each kind once per row."""
        code = None
        if column.type in ("text", "long text") and looks_like_formula(text):
            code = WarningCode.FORMULA_LIKE_TEXT
        elif column.field in NAMES and has_other_script(text):
            code = WarningCode.NON_LATIN_NAME
        elif column.field == "date_of_birth":
            born = read.values.get("date_of_birth")
            code = WarningCode.DOB_1_JANUARY if isinstance(born, date) and (born.month, born.day) == (1, 1) else None
        if code and code not in [warning.code for warning in read.warnings]:
            read.warnings.append(Finding(read.number, column.field, code))

    def require_values(self, read: ReadRow, raw: dict) -> None:
        """Required values that are blank. A person with one name needs only one of the two names."""
        wrong = {error.column for error in read.errors}
        missing = [name for name in self.layout.required if name not in read.values and name not in wrong]
        if read.values.get("single_name") == "yes":
            has_a_name = any(name in read.values or name in wrong for name in NAMES)
            missing = [name for name in missing if name not in NAMES or (name == NAMES[0] and not has_a_name)]
        for name in missing:
            self.report(read, name, RowCode.MISSING_VALUE, None)

    def compare_dates(self, read: ReadRow) -> None:
        """Dates that cannot both be true; only valid ones are compared."""
        values = read.values
        decided = values.get("decision_date")
        if decided and decided > self.today:
            self.report(read, "decision_date", RowCode.DECISION_IN_FUTURE, decided)
            decided = None
        if decided and "date_of_birth" in values and not is_plausible(values["date_of_birth"], decided):
            self.report(read, "date_of_birth", RowCode.DOB_OUT_OF_RANGE, values["date_of_birth"])
        for code, later, earlier in REVERSED:
            if later in values and earlier in values and values[later] < values[earlier]:
                self.report(read, later, code, values[later])


def is_plausible(born: date | int, decided: date) -> bool:
    """Born before the decision, and not more than 120 years before."""
    year = born.year if isinstance(born, date) else born
    after = born > decided if isinstance(born, date) else born > decided.year
    return not after and decided.year - year <= OLDEST
