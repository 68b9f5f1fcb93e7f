"""Makes decision files, honest ones and others."""

import io
import itertools
import zipfile
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from decisions.layouts import LAYOUTS
from decisions.reading.read import read_file

_files = itertools.count(1)
SAMPLES = Path(__file__).parent / "samples"
TODAY = date(2026, 11, 24)
PERSON = {
    "case_number": "MIG-2026-000001", "family_name": "Bahati", "given_names": "Furaha", "sex": "nainen",
    "date_of_birth": "14.3.1989", "citizenship": "COD", "relation": "päähakija", "decision_outcome": "myönteinen",
    "decision_date": "1.9.2026",
}  # fmt: skip
SWEDE = PERSON | {
    "case_number": "57-000001", "sex": "kvinna", "date_of_birth": "1989-03-14", "relation": "huvudsökande",
    "decision_outcome": "bifall", "decision_date": "2026-09-01",
}  # fmt: skip


def headers(layout: str, fields: list[str]) -> list[str]:
    """Official headers of these fields; a text that is no field stands for itself."""
    known = LAYOUTS[layout].fields
    return [known[name].header if name in known else name for name in fields]


def sheet_rows(*persons: dict, layout: str = "FI-KIINTIO", template: dict = PERSON) -> list[list]:
    """A header row and one row per person, each told by what differs from the template."""
    people = [template | person for person in persons]
    fields = list(dict.fromkeys(name for person in people for name in person))
    return [headers(layout, fields)] + [[person.get(name) for name in fields] for person in people]


def workbook(*rows: list, **sheets: list[list]) -> bytes:
    """A workbook with these rows on its first sheet, and more sheets by name."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for name, content in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name.startswith("hidden") else "visible"
        for row in content:
            sheet.append(row)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook; what looks like a formula is text, as somebody typed it with an apostrophe."""
    for cell in (cell for sheet in book for cell in sheet._cells.values() if cell.data_type == "f"):
        cell.data_type = "s"
    book.properties.description = str(next(_files))  # no two files of a test have the same bytes
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def with_parts(content: bytes, add: dict[str, bytes] | None = None, drop: tuple[str, ...] = ()) -> bytes:
    """The package with parts added, replaced or left out."""
    add, file = add or {}, io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in add and name not in drop:
                new.writestr(name, old.read(name))
        for name, part in add.items():
            new.writestr(name, part)
    return file.getvalue()


def part(content: bytes, name: str = "xl/worksheets/sheet1.xml") -> bytes:
    """One part of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name)


def csv_file(rows: list[list]) -> bytes:
    """A plain Swedish file."""
    return "\r\n".join(";".join(cell or "" for cell in row) for row in rows).encode()


def read(content: bytes, folder: Path, layout: str = "FI-KIINTIO") -> dict:
    """What the reader says of these bytes."""
    path = folder / "file"
    path.write_bytes(content)
    return read_file(path, LAYOUTS[layout], TODAY)


def codes(findings: list[dict]) -> list[tuple]:
    """Row, column and code of each finding."""
    return [(one["row"], one["column"], one["code"]) for one in findings]
