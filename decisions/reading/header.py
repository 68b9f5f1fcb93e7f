"""Finding the table: which sheet, which row is the header, which column is which field."""

from dataclasses import dataclass
from itertools import takewhile

from decisions.layouts import Layout
from decisions.reading.cleaning import clean, header_key
from decisions.reading.codes import HEADER_FIELDS, HEADER_ROWS, FileCode, Rejected
from decisions.reading.grid import Row, Sheet, text_of


@dataclass
class Header:
    """The header row of a sheet: fields by column, their texts in the file, and the columns nobody knows."""

    row: int
    width: int
    fields: dict[int, str]
    texts: dict[int, str]

    @property
    def unknown(self) -> list[int]:
        """Columns with a text that the layout does not know."""
        return sorted(set(self.texts) - set(self.fields))

    def by_field(self) -> dict[str, str]:
        """What each field is called in this file."""
        return {field: self.texts[at] for at, field in self.fields.items()}


def header_keys(layout: Layout) -> dict[str, str]:
    """Key of each header and alias -> field."""
    return {header_key(text): column.field for column in layout.columns for text in (column.header, *column.aliases)}


def header_of(sheet: Sheet, keys: dict[str, str]) -> Header | None:
    """The first row among the first thirty in which enough different fields are recognised."""
    for row in takewhile(lambda row: row.number <= HEADER_ROWS, sheet.rows()):
        header = _read(row, keys)
        if len(set(header.fields.values())) >= HEADER_FIELDS:
            return header
    return None


def _read(row: Row, keys: dict[str, str]) -> Header:
    texts = {at: clean(text_of(value)) for at, value in row.filled().items()}
    texts = {at: text for at, text in sorted(texts.items()) if text}
    fields = {at: keys[header_key(text)] for at, text in texts.items() if header_key(text) in keys}
    return Header(row.number, row.width, fields, texts)


def find_table(sheets: list[Sheet], layout: Layout) -> tuple[Sheet, Header, int]:
    """The one sheet with a header, the header, and how many hidden sheets had one too."""
    keys = header_keys(layout)
    found = [(sheet, header_of(sheet, keys)) for sheet in sheets]
    seen = [(sheet, header) for sheet, header in found if header and not sheet.hidden]
    hidden = sum(1 for sheet, header in found if header and sheet.hidden)
    if not seen:
        empty = not any(row.filled() for sheet in sheets if not sheet.hidden for row in sheet.rows())
        raise Rejected(FileCode.FILE_EMPTY if empty else FileCode.FILE_NO_HEADER)
    if len(seen) > 1:
        raise Rejected(FileCode.FILE_SEVERAL_SHEETS)
    sheet, header = seen[0]
    check_columns(header, layout)
    return sheet, header, hidden


def check_columns(header: Header, layout: Layout) -> None:
    """Each field once, the required ones all there."""
    present = list(header.fields.values())
    if twice := tuple(field for field in layout.fields if present.count(field) > 1):
        raise Rejected(FileCode.FILE_DUPLICATE_COLUMN, twice)
    if missing := tuple(field for field in layout.required if field not in present):
        raise Rejected(FileCode.FILE_MISSING_COLUMN, missing)
