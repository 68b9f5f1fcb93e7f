"""Reading CSV: semicolons, doubled quotes, UTF-8 or else Windows-1252."""

import csv
import io
from collections.abc import Iterator

from decisions.reading.codes import MOST_BYTES, FileCode, Rejected
from decisions.reading.grid import Row

MOST_CELLS = 1_024  # far more columns than any template has; what stands beyond is not kept
BOM = b"\xef\xbb\xbf"


class Records:
    """The one table of a CSV file."""

    hidden = False
    is_csv = True

    def __init__(self, text: str) -> None:
        self.text = text
        self.merged = []

    def rows(self) -> Iterator[Row]:
        """Every record with its number; blank records count."""
        csv.field_size_limit(MOST_BYTES)
        records = csv.reader(io.StringIO(self.text, newline=""), delimiter=";")
        for number, record in enumerate(records, 1):
            yield Row(number, {at: cell for at, cell in enumerate(record[:MOST_CELLS]) if cell}, len(record))


def read_csv(content: bytes) -> list[Records]:
    """The table of a CSV file, whichever of the two encodings it has."""
    if b"\0" in content:
        raise Rejected(FileCode.FILE_ENCODING)
    encodings = ["utf-8"] if content.startswith(BOM) else ["utf-8", "cp1252"]
    for encoding in encodings:
        try:
            return [Records(content.removeprefix(BOM).decode(encoding))]
        except UnicodeDecodeError:
            continue
    raise Rejected(FileCode.FILE_ENCODING)
