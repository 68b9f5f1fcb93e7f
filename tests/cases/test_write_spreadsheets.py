"""No cell of a spreadsheet that leaves the portal can become a formula."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from cases.spreadsheets import as_csv, as_xlsx, safe

STARTS = "=+-@|%"
BLANKS = st.text(st.sampled_from([" ", "\t", "\u00a0", "\ufeff", "\u200b", "\r", "\n", "\u2028", "\x00"]), max_size=4)
ATTACKS = st.builds("{}{}{}".format, BLANKS, st.sampled_from(STARTS), st.text(max_size=20))


@given(ATTACKS)
def test_what_starts_a_formula_is_quoted_also_behind_invisible_characters(text):
    assert safe(text).startswith("'")


@given(st.text(st.characters(categories=["L", "N"]), min_size=1))
def test_ordinary_words_stay_as_they_are(text):
    assert safe(text) == text


@given(st.text())
def test_no_visible_start_of_any_text_is_a_formula(text):
    shown = safe(text).lstrip(" \u00a0\ufeff\u200b\u2028")
    assert not shown or shown[0] not in STARTS


@given(ATTACKS)
def test_no_xlsx_cell_is_a_formula(text):
    cell = load_workbook(io.BytesIO(as_xlsx("Cases", ["Name"], [[text.replace("\x0b", "")]]))).active["A2"]
    assert cell.data_type != "f"


def test_a_csv_holds_what_was_written():
    text = as_csv(["Name", "People"], [["O’Neill; Ana", 3], ["=1+1", None]]).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text), delimiter=";")) == [
        ["Name", "People"],
        ["O’Neill; Ana", "3"],
        ["'=1+1", ""],
    ]
