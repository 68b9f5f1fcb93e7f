"""What a layout is: a table of columns, read from text that a caseworker could correct."""

from dataclasses import dataclass

Vocabulary = dict[str, dict[str, tuple[str, ...]]]  # code -> language -> words


@dataclass(frozen=True)
class Column:
    """One column: the field it fills, its type, its official header and the aliases that mean the same."""

    field: str
    type: str
    required: bool
    header: str
    aliases: tuple[str, ...]

    @property
    def vocabulary(self) -> str:
        """The vocabulary of a coded column (`code: sex`); empty for other types."""
        kind, __, name = self.type.partition(": ")
        return name if kind in ("code", "codes") else ""


@dataclass(frozen=True)
class Layout:
    """An agreed upload template of one authority: file format, language, country, date order and columns."""

    name: str
    columns: tuple[Column, ...]
    file: str
    language: str
    country: str
    dates: str

    @property
    def fields(self) -> dict[str, Column]:
        """Columns by field, in the order of the template."""
        return {column.field: column for column in self.columns}

    @property
    def required(self) -> tuple[str, ...]:
        """Fields without which there is no row."""
        return tuple(column.field for column in self.columns if column.required)


def layout(name: str, table: str, **columns: str) -> Layout:
    """A layout from its table: `field | type | R | header; alias; alias`, one line per column."""
    return Layout(name, tuple(_column(line) for line in table.strip().splitlines()), **columns)


def _column(line: str) -> Column:
    field, kind, required, headers = (cell.strip() for cell in line.split("|"))
    header, *aliases = (text.strip() for text in headers.split(";"))
    return Column(field, kind, required == "R", header, tuple(aliases))


def vocabulary(table: str, languages: tuple[str, ...]) -> Vocabulary:
    """Coded values from their table: `code | words | words | words`, one column of words per language."""
    codes = {}
    for line in table.strip().splitlines():
        code, *columns = (cell.strip() for cell in line.split("|"))
        words = [tuple(word.strip() for word in cell.split(";") if word.strip()) for cell in columns]
        codes[code] = dict(zip(languages, words, strict=True))
    return codes
