"""Reading XLSX with openpyxl: cells as they were stored, formulas by their stored results, row by row."""

import warnings
from collections.abc import Iterator
from pathlib import Path

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.escape import unescape
from openpyxl.worksheet._reader import FORMULA_TAG, MERGE_TAG, ROW_TAG, WorkSheetParser
from openpyxl.xml.functions import iterparse

from decisions.reading.codes import FileCode, Rejected
from decisions.reading.grid import Broken, Row, Value

VISIBLE = "visible"


class SheetParser(WorkSheetParser):
    """Rows and merged ranges only: what else stands in the part is none of our business and cannot stop us."""

    def parse(self) -> Iterator[tuple[int, list[dict]]]:
        """Row after row; merged ranges follow the rows in the part and are kept."""
        self.ranges = []
        for __, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                row = self.parse_row(element)
                element.clear()
                yield row
            elif element.tag == MERGE_TAG:
                self.ranges = [range_boundaries(merged.get("ref")) for merged in element]
                element.clear()

    def parse_cell(self, element) -> dict:
        """As openpyxl reads it, and whether a formula stands behind it."""
        cell = super().parse_cell(element)
        cell["formula"] = element.find(FORMULA_TAG) is not None
        cell["stored_as"] = element.get("t", "n")
        return cell


class WorkbookSheet:
    """One sheet of a workbook."""

    is_csv = False

    def __init__(self, sheet) -> None:
        self._sheet = sheet
        self.hidden = sheet.sheet_state != VISIBLE
        self.merged = []

    def rows(self) -> Iterator[Row]:
        """Every row that the part holds; rows it leaves out do not exist."""
        book = self._sheet.parent
        with self._sheet._get_source() as source:
            parser = SheetParser(
                source, self._sheet._shared_strings, data_only=True, epoch=book.epoch,
                date_formats=book._date_formats, timedelta_formats=book._timedelta_formats,
            )  # fmt: skip
            for number, cells in readable(parser.parse()):
                values = ((cell["column"] - 1, value_of(cell)) for cell in cells)
                yield Row(number, {at: value for at, value in values if value is not None})
            self.merged = [(top, left - 1, bottom, right - 1) for left, top, right, bottom in parser.ranges]


def value_of(cell: dict) -> Value | None:
    """What a cell holds; None for nothing."""
    value, kind = cell["value"], cell["data_type"]
    if kind == "e" and cell["stored_as"] == "e":
        return Broken.ERROR
    if kind == "e":  # a number formatted as a date that no calendar has
        return "#####"
    if isinstance(value, str):
        value = whole(unescape(value))
    if value is None or value == "":
        return Broken.NO_RESULT if cell["formula"] else None
    return value


def whole(text: str) -> str:
    """The text without what no database keeps: half letters and NULs, which escapes such as _xD800_ can hide."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")


def read_workbook(path: Path) -> list[WorkbookSheet]:
    """The sheets of a checked package."""
    warnings.simplefilter("ignore")  # openpyxl tells what it leaves out; we read nothing of that
    try:
        package = path.open("rb")  # by name, openpyxl would ask for an extension, which proves nothing
        reader = ExcelReader(package, read_only=True, data_only=True, keep_links=False)
        reader.read()
        missing = [sheet for sheet, rel in reader.parser.find_sheets() if rel.target not in reader.valid_files]
    except MemoryError:
        raise
    except Exception as error:  # whatever openpyxl stumbles over, the file cannot be read
        raise Rejected(FileCode.FILE_CORRUPT) from error
    if missing:
        raise Rejected(FileCode.FILE_CORRUPT)
    return [WorkbookSheet(sheet) for sheet in reader.wb._sheets if hasattr(sheet, "_get_source")]


def readable(rows: Iterator) -> Iterator:
    """The rows, or a rejection where the part cannot be read on."""
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except MemoryError:
            raise
        except Exception as error:
            raise Rejected(FileCode.FILE_CORRUPT) from error
        yield row
