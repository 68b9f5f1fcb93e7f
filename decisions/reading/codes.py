"""The closed lists of what can be wrong with a file or a row, and the limits behind them."""

from enum import StrEnum

MOST_BYTES = 25 * 1024 * 1024
MOST_UNPACKED = 200 * 1024 * 1024
MOST_ROWS = 20_000
HEADER_ROWS = 30  # the header stands among the first rows
HEADER_FIELDS = 3  # so many recognised fields make a row the header
LONGEST = {"name": 300, "case number": 50, "text": 1000, "phone": 1000, "long text": 4000}


class FileCode(StrEnum):
    """Why a whole file is rejected and nothing is stored, in the order in which it is checked."""

    FILE_TOO_LARGE = "FILE_TOO_LARGE"
    FILE_EMPTY = "FILE_EMPTY"
    FILE_ENCRYPTED = "FILE_ENCRYPTED"
    FILE_TYPE_MISMATCH = "FILE_TYPE_MISMATCH"
    FILE_CORRUPT = "FILE_CORRUPT"
    FILE_INFLATES = "FILE_INFLATES"
    FILE_UNSAFE = "FILE_UNSAFE"
    FILE_ENCODING = "FILE_ENCODING"
    FILE_NO_HEADER = "FILE_NO_HEADER"
    FILE_SEVERAL_SHEETS = "FILE_SEVERAL_SHEETS"
    FILE_DUPLICATE_COLUMN = "FILE_DUPLICATE_COLUMN"
    FILE_MISSING_COLUMN = "FILE_MISSING_COLUMN"
    FILE_NO_ROWS = "FILE_NO_ROWS"
    FILE_TOO_MANY_ROWS = "FILE_TOO_MANY_ROWS"


class RowCode(StrEnum):
    """Why a row is in error and its case withheld; a cell reports the first that applies."""

    CELL_ERROR = "CELL_ERROR"
    MISSING_VALUE = "MISSING_VALUE"
    BAD_CHARACTERS = "BAD_CHARACTERS"
    VALUE_TOO_LONG = "VALUE_TOO_LONG"
    BAD_DATE = "BAD_DATE"
    DOB_OUT_OF_RANGE = "DOB_OUT_OF_RANGE"
    DECISION_IN_FUTURE = "DECISION_IN_FUTURE"
    PERMIT_ENDS_BEFORE_DECISION = "PERMIT_ENDS_BEFORE_DECISION"
    DATES_REVERSED = "DATES_REVERSED"
    UNKNOWN_COUNTRY = "UNKNOWN_COUNTRY"
    UNKNOWN_MUNICIPALITY = "UNKNOWN_MUNICIPALITY"
    UNKNOWN_VALUE = "UNKNOWN_VALUE"
    BAD_NUMBER = "BAD_NUMBER"
    EXTRA_CELLS = "EXTRA_CELLS"
    CONFLICTING_DUPLICATE = "CONFLICTING_DUPLICATE"
    PRINCIPAL_COUNT = "PRINCIPAL_COUNT"


class WarningCode(StrEnum):
    """What the uploader should know although nothing is withheld for it."""

    EXTRA_COLUMN = "EXTRA_COLUMN"
    FOOTER_IGNORED = "FOOTER_IGNORED"
    DUPLICATE_ROW = "DUPLICATE_ROW"
    DOB_1_JANUARY = "DOB_1_JANUARY"
    FORMULA_LIKE_TEXT = "FORMULA_LIKE_TEXT"
    NON_LATIN_NAME = "NON_LATIN_NAME"
    HIDDEN_SHEET_IGNORED = "HIDDEN_SHEET_IGNORED"


class Rejected(Exception):
    """The file is not read; `columns` names the fields where the code is about columns."""

    def __init__(self, code: FileCode, columns: tuple[str, ...] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.columns = columns


class Unreadable(Exception):
    """A cell does not hold what its column needs; `suggest` are the nearest values that would do."""

    def __init__(self, code: RowCode, suggest: tuple[str, ...] = ()) -> None:
        super().__init__(code)
        self.code = code
        self.suggest = suggest
