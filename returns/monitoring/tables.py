"""A set of questions as two CSV tables: questions with their weights, and the scales of answers with their scores.

Words stand in columns `text_en`, `text_fi` …, any language; English must be there. Every row is read or refused with a
sentence; nothing is guessed.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from returns.models.question_set import Dimension, QuestionSet
from returns.rules.tables import RefusedCell, RowError

QUESTION_COLUMNS = ("question", "dimension", "weight", "weight_composite", "scale", "flags", "text_en")
SCALE_COLUMNS = ("scale", "answer", "score", "text_en")
TEXT = "text_"
MOST_WEIGHT = Decimal(1000)


@dataclass(frozen=True)
class QuestionTable:
    """The questions that could be read, as columns of records, and what is wrong with the others."""

    rows: tuple[dict, ...] = ()
    errors: tuple[RowError, ...] = ()


def read_questions(questions: str, scales: str) -> QuestionTable:
    """Both tables, put together: every question with its answers in order."""
    answers, errors = _read(scales, SCALE_COLUMNS, _answer)
    known: dict[str, list[dict]] = {}
    for row in answers:
        known.setdefault(row["scale"], []).append(row)
    rows, wrong = _read(questions, QUESTION_COLUMNS, lambda row: _question(row, known))
    errors += wrong + _twice(rows, "name") + _twice(answers, "scale", "code") + _without_weight(rows)
    return QuestionTable(tuple(row | {"place": place} for place, row in enumerate(rows, 1)), tuple(errors))


def _read(text: str, columns: tuple[str, ...], read_row) -> tuple[list[dict], list[RowError]]:
    try:
        reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=None))
        names, cells = list(reader.fieldnames or ()), list(reader)
    except csv.Error as error:
        return [], [RowError(1, "", _("This is no table: %(why)s.") % {"why": error})]
    if missing := [name for name in columns if name not in names]:
        return [], [RowError(1, "", _("Columns are missing: %(names)s.") % {"names": ", ".join(missing)})]
    rows, errors = [], []
    for place, row in enumerate(cells, 2):
        try:
            rows.append(read_row({name: (row[name] or "").strip() for name in names if name}))
        except RefusedCell as refused:
            errors.append(RowError(place, refused.column, refused.words))
    if not rows and not errors:
        errors.append(RowError(1, "", _("The file has no rows.")))
    return rows, errors


def _answer(row: dict) -> dict:
    score = _number(row, "score", Decimal(1)) if row["score"] else None
    return {
        "scale": _said(row, "scale"), "code": _said(row, "answer"), "score": "" if score is None else str(score),
        "words": _words(row),
    }  # fmt: skip


def _question(row: dict, scales: dict[str, list[dict]]) -> dict:
    if row["dimension"] not in Dimension.values:
        names = {"said": row["dimension"], "words": "; ".join(Dimension.values)}
        raise RefusedCell("dimension", _("“%(said)s” is not known here. Known are: %(words)s.") % names)
    scale, flags = _said(row, "scale"), {code for code in row["flags"].split("+") if code}
    if scale not in scales:
        raise RefusedCell("scale", _("The table of scales does not have “%(said)s”.") % {"said": scale})
    answers = scales[scale]
    if unknown := flags - {one["code"] for one in answers}:
        raise RefusedCell("flags", _("No answer of the scale: %(names)s.") % {"names": ", ".join(sorted(unknown))})
    if not any(one["score"] for one in answers):
        raise RefusedCell("scale", _("No answer of “%(said)s” has a score.") % {"said": scale})
    options = [
        {"code": one["code"], "score": one["score"], "flags": one["code"] in flags, "words": one["words"]}
        for one in answers
    ]
    return {
        "name": _said(row, "question"), "dimension": row["dimension"], "scale": scale, "words": _words(row),
        "weight": _number(row, "weight", MOST_WEIGHT), "options": options,
        "weight_composite": _number(row, "weight_composite", MOST_WEIGHT),
    }  # fmt: skip


def _said(row: dict, column: str) -> str:
    if not row[column]:
        raise RefusedCell(column, _("It is empty."))
    if len(row[column]) > 60:
        raise RefusedCell(column, _("It is longer than 60 letters."))
    return row[column]


def _words(row: dict) -> dict[str, str]:
    if not row["text_en"]:
        raise RefusedCell("text_en", _("It is empty."))
    return {name.removeprefix(TEXT): words for name, words in row.items() if name.startswith(TEXT) and words}


def _number(row: dict, column: str, most: Decimal) -> Decimal:
    try:
        number = Decimal(row[column].replace(",", "."))
    except InvalidOperation as error:
        raise RefusedCell(column, _("“%(said)s” is no number.") % {"said": row[column]}) from error
    if not number.is_finite() or not 0 <= number <= most or number != number.quantize(Decimal("0.0001")):
        words = _("“%(said)s” is not a number from 0 to %(most)s with at most four places.")
        raise RefusedCell(column, words % {"said": row[column], "most": most})
    return number


def _twice(rows: Iterable[dict], *names: str) -> list[RowError]:
    seen, errors = set(), []
    for place, row in enumerate(rows, 2):
        key = tuple(row[name] for name in names)
        if key in seen:
            errors.append(RowError(place, "", _("%(id)s stands here twice.") % {"id": " ".join(key)}))
        seen.add(key)
    return errors


def _without_weight(rows: list[dict]) -> list[RowError]:
    """Each dimension has a question that weighs, and so has the composite."""
    weighing = {row["dimension"] for row in rows if row["weight"]}
    silent = [str(one.label) for one in Dimension if one not in weighing]
    if rows and not any(row["weight_composite"] for row in rows):
        silent.append(_("composite"))
    return [RowError(1, "", _("No question weighs in: %(names)s.") % {"names": ", ".join(silent)})] if silent else []


def written_tables(one: QuestionSet) -> tuple[str, str]:
    """The set as the two tables it was loaded from."""
    questions = list(one.questions.all())
    answers = {(each.scale, option["code"]): option for each in questions for option in each.options}
    languages = sorted({code for each in questions for code in each.words} | {
        code for option in answers.values() for code in option["words"]
    })  # fmt: skip
    texts = [TEXT + code for code in languages]
    question_rows = [
        [each.name, each.dimension, _plain(each.weight), _plain(each.weight_composite), each.scale,
         "+".join(option["code"] for option in each.options if option["flags"]),
         *(each.words.get(code, "") for code in languages)]
        for each in questions
    ]  # fmt: skip
    scale_rows = [
        [scale, code, option["score"], *(option["words"].get(language, "") for language in languages)]
        for (scale, code), option in answers.items()
    ]
    head = [*QUESTION_COLUMNS[:-1], *texts], [*SCALE_COLUMNS[:-1], *texts]
    return _table(head[0], question_rows), _table(head[1], scale_rows)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _table(head: list[str], rows: list[list]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([head, *rows])
    return out.getvalue()
