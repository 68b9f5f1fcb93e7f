"""Which rows below the header hold people: blank ones and footers do not."""

from dataclasses import dataclass, field

from decisions.layouts import Layout
from decisions.layouts.vocabularies import FOOTERS
from decisions.reading.cleaning import key
from decisions.reading.codes import MOST_ROWS, FileCode, Rejected, WarningCode
from decisions.reading.grid import Row, Sheet, text_of
from decisions.reading.header import Header
from decisions.reading.rows import Finding

FOOTER_VALUES = 2  # a total row may fill so many required columns
MOST_KEPT = MOST_ROWS + 5_000  # rows held in memory before we know which are footers or merged away


@dataclass
class Table:
    """The data rows of a file, and what was left out on the way."""

    rows: list[Row] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)


def read_table(sheet: Sheet, header: Header, layout: Layout) -> Table:
    """The data rows below the header."""
    table = Table(warnings=[unknown_column(header, at) for at in header.unknown])
    footer_keys = tuple(key(word) for word in FOOTERS[layout.language])
    required = [at for at, name in header.fields.items() if name in layout.required]
    for row in without_merged(kept_rows(sheet, header), sheet.merged):
        filled = row.filled()
        if not filled:
            continue
        if is_footer(filled, footer_keys, required):
            table.warnings.append(Finding(row.number, None, WarningCode.FOOTER_IGNORED))
        else:
            table.rows.append(row)
    if not table.rows:
        raise Rejected(FileCode.FILE_NO_ROWS)
    if len(table.rows) > MOST_ROWS:
        raise Rejected(FileCode.FILE_TOO_MANY_ROWS)
    table.warnings += nameless_columns(table.rows, header, header.width if sheet.is_csv else None)
    return table


def kept_rows(sheet: Sheet, header: Header) -> list[Row]:
    """Rows below the header that hold anything."""
    kept = []
    for row in sheet.rows():
        if row.number > header.row and row.filled():
            kept.append(row)
            if len(kept) > MOST_KEPT:
                raise Rejected(FileCode.FILE_TOO_MANY_ROWS)
    return kept


def without_merged(rows: list[Row], merged: list[tuple[int, int, int, int]]) -> list[Row]:
    """A merged range has its value in the top-left cell only."""
    for top, left, bottom, right in merged:
        for row in rows:
            if top <= row.number <= bottom:
                first = row.number == top
                row.cells = {
                    at: value for at, value in row.cells.items() if not left <= at <= right or (first and at == left)
                }
    return rows


def is_footer(filled: dict, footer_keys: tuple[str, ...], required: list[int]) -> bool:
    """A total, a page number, a printing date: begins with a footer word and fills hardly any required column."""
    first = key(text_of(filled[min(filled)]))
    return first.startswith(footer_keys) and sum(1 for at in required if at in filled) <= FOOTER_VALUES


def unknown_column(header: Header, at: int) -> Finding:
    """A column that the layout does not know."""
    return Finding(header.row, None, WarningCode.EXTRA_COLUMN, {"value": header.texts[at][:100]})


def nameless_columns(rows: list[Row], header: Header, width: int | None) -> list[Finding]:
    """Columns without a header that hold something all the same."""
    used = {at for row in rows for at in row.filled() if width is None or at < width}
    return [
        Finding(header.row, None, WarningCode.EXTRA_COLUMN, {"value": "", "place": at + 1})
        for at in sorted(used - set(header.texts))
    ]
