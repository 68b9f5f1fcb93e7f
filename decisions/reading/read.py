"""One file in, one outcome out."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from decisions.layouts import Layout
from decisions.reading import package
from decisions.reading.codes import FileCode, Rejected, WarningCode
from decisions.reading.grid import Sheet
from decisions.reading.header import find_table
from decisions.reading.households import Household, households_of
from decisions.reading.records import read_csv
from decisions.reading.rows import Finding, ReadRow, RowReader
from decisions.reading.table import read_table
from decisions.reading.workbook import read_workbook

TRAVEL = ("positive", "partial")
EVERY = 200  # rows between two words of progress

Progress = Callable[[int, int], None]


def read_file(path: Path, layout: Layout, today: date, progress: Progress = lambda done, total: None) -> dict:
    """What a file says, as plain JSON: rejected with a code, or findings, cases and withheld case numbers."""
    try:
        return outcome_of(open_file(path, layout), layout, today, progress)
    except Rejected as rejection:
        return rejected(rejection.code, rejection.columns)
    except MemoryError:
        return rejected(FileCode.FILE_INFLATES)


def rejected(code: FileCode, columns: tuple[str, ...] = ()) -> dict:
    """The outcome of a file that was not read."""
    return {"rejected": {"code": str(code), "columns": list(columns)}}


def open_file(path: Path, layout: Layout) -> list[Sheet]:
    """The sheets of a file that passed the checks of the whole file."""
    package.check_size(path)
    content = path.read_bytes()
    if layout.file == "csv":
        package.check_csv(content)
        return read_csv(content)
    package.check_workbook(path, content)
    del content
    return read_workbook(path)


def outcome_of(sheets: list[Sheet], layout: Layout, today: date, progress: Progress) -> dict:
    """Find the table, read its rows, gather its cases."""
    sheet, header, hidden = find_table(sheets, layout)
    table = read_table(sheet, header, layout)
    reader = RowReader(layout, header, today, sheet.is_csv)
    rows = []
    for row in table.rows:
        if len(rows) % EVERY == 0:
            progress(len(rows), len(table.rows))
        rows.append(reader.read(row))
    cases = households_of(rows)
    table.warnings += [Finding(None, None, WarningCode.HIDDEN_SHEET_IGNORED) for __ in range(hidden)]
    return {
        "rejected": None,
        "rows": len(rows),
        "headers": header.by_field(),
        "errors": [finding(error, row.case_number) for row in rows for error in row.errors],
        "warnings": [finding(one) for one in table.warnings]
        + [finding(one, row.case_number) for row in rows for one in row.warnings],
        "cases": [case_of(case) for case in cases if not case.withheld],
        "withheld": [{"case_number": case.number, "persons": len(case.rows)} for case in cases if case.withheld],
    }


def finding(found: Finding, case_number: str | None = None) -> dict:
    """A finding with the case it belongs to."""
    facts = found.facts | ({"case_number": case_number} if case_number else {})
    return {"row": found.row, "column": found.column, "code": str(found.code), "facts": facts}


def case_of(case: Household) -> dict:
    """An accepted case with its persons."""
    return {"case_number": case.number, "persons": [person_of(row) for row in case.persons]}


def person_of(row: ReadRow) -> dict:
    """A person's stored values; blank ones are left out, so that an absent column says the same as an empty one."""
    values = {name: stored(value) for name, value in row.values.items() if value != []}
    values["dob_precision"] = "year" if isinstance(row.values["date_of_birth"], int) else "day"
    values["date_of_birth"] = str(values["date_of_birth"])
    values["opens_travel"] = values["decision_outcome"] in TRAVEL
    return {"row": row.number, "values": values}


def stored(value: str | int | date | list[str]) -> str | int | list[str]:
    """A value as JSON keeps it: dates as ISO, a birth year as text."""
    return value.isoformat() if isinstance(value, date) else value
