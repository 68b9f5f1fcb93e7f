"""Spreadsheets that leave the portal, as XLSX and CSV. No cell can become a formula in the program that opens it."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

Cell = str | int | float | date | None
DANGEROUS = "=+-@|%\t\r\n＝＋－＠"  # what starts a formula, also in full width
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def safe(value: Cell) -> Cell:
    """Text that would start a formula gets an apostrophe before it, also after spaces and invisible characters."""
    if not isinstance(value, str):
        return value
    text = "".join(letter for letter in value if letter in "\t\r\n" or unicodedata.category(letter) != "Cc")
    start = next((letter for letter in text if letter in DANGEROUS or not _is_invisible(letter)), "")
    return f"'{text}" if start and start in DANGEROUS else text


def _is_invisible(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) in {"Cf", "Zs", "Zl", "Zp"}


def as_csv(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Semicolons and a byte order mark, which is what spreadsheet programs of the north open without asking."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([safe(heading) for heading in headings])
    writer.writerows([safe(_day(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(title: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet with a bold first row that stays in sight."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    sheet.append([_heading(sheet, heading) for heading in headings])
    for row in rows:
        sheet.append([_text(sheet, safe(cell)) for cell in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _heading(sheet, words: str) -> WriteOnlyCell:
    cell = _text(sheet, safe(str(words)))
    cell.font = Font(bold=True)
    return cell


def _text(sheet, value: Cell) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


def _day(cell: Cell) -> Cell:
    return cell.isoformat() if isinstance(cell, date | datetime) else cell


def download(name: str, kind: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    """The spreadsheet as an answer: `kind` is xlsx or csv."""
    body = as_csv(headings, rows) if kind == "csv" else as_xlsx(name, headings, rows)
    answer = HttpResponse(body, content_type="text/csv; charset=utf-8" if kind == "csv" else XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return answer
