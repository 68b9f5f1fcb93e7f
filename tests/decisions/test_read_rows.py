"""What is wrong with rows, in the order in which it is said."""

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.decisions.files import PERSON, SWEDE, codes, csv_file, part, read, saved, sheet_rows, with_parts, workbook

CHILD = {"relation": "lapsi", "given_names": "Baraka", "date_of_birth": "1.2.2015"}


def said(tmp_path, *persons: dict) -> dict:
    return read(workbook(*sheet_rows(*persons)), tmp_path)


def said_in_swedish(tmp_path, *persons: dict) -> dict:
    return read(csv_file(sheet_rows(*persons, layout="SE-KVOT", template=SWEDE)), tmp_path, "SE-KVOT")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"sex": None}, "MISSING_VALUE"),
        ({"sex": "–"}, "MISSING_VALUE"),
        ({"family_name": "=HYPERLINK()"}, "BAD_CHARACTERS"),
        ({"given_names": "@Furaha"}, "BAD_CHARACTERS"),
        ({"notes": "a\ufffdb"}, "BAD_CHARACTERS"),
        ({"family_name": "B" * 301}, "VALUE_TOO_LONG"),
        ({"place_of_stay": "N" * 1001}, "VALUE_TOO_LONG"),
        ({"date_of_birth": "31.2.2011"}, "BAD_DATE"),
        ({"date_of_birth": "2.9.2026"}, "DOB_OUT_OF_RANGE"),
        ({"date_of_birth": "1905"}, "DOB_OUT_OF_RANGE"),
        ({"decision_date": "25.11.2026"}, "DECISION_IN_FUTURE"),
        ({"permit_valid_to": "31.8.2026"}, "PERMIT_ENDS_BEFORE_DECISION"),
        ({"permit_valid_to": "2.9.2026", "permit_valid_from": "3.9.2026"}, "DATES_REVERSED"),
        ({"latest_arrival_date": "1.1.2027", "earliest_arrival_date": "2.1.2027"}, "DATES_REVERSED"),
        ({"citizenship": "Ruritania"}, "UNKNOWN_COUNTRY"),
        ({"municipality": "Jyväskyla"}, "UNKNOWN_MUNICIPALITY"),
        ({"relation": "kummilapsi"}, "UNKNOWN_VALUE"),
        ({"arrival_airport": "XYZ"}, "UNKNOWN_VALUE"),
        ({"programme_year": "1999"}, "BAD_NUMBER"),
    ],
)
def test_each_mistake_has_its_code_on_its_cell(wrong, code, tmp_path):
    outcome = said(tmp_path, wrong)
    assert codes(outcome["errors"]) == [(2, next(iter(wrong)), code)]
    assert [case["case_number"] for case in outcome["withheld"]] == [PERSON["case_number"]]


def test_all_wrong_cells_of_a_row_are_told_at_once(tmp_path):
    errors = codes(said(tmp_path, {"sex": "?", "citizenship": "", "decision_date": "x"})["errors"])
    assert {column for __, column, __ in errors} == {"sex", "citizenship", "decision_date"}


def test_one_erroneous_row_holds_back_its_case_and_no_other(tmp_path):
    outcome = said(tmp_path, {}, {"case_number": "MIG-2", "sex": "?"}, CHILD)
    assert [len(case["persons"]) for case in outcome["cases"]] == [2]


def test_a_row_without_a_case_number_holds_back_nobody(tmp_path):
    outcome = said(tmp_path, {}, CHILD | {"case_number": None})
    assert (len(outcome["cases"]), outcome["withheld"]) == (1, [])


@pytest.mark.parametrize("name", ["family_name", "given_names"])
def test_people_with_one_name_are_welcome_when_it_is_said(name, tmp_path):
    assert not said(tmp_path, {name: None, "single_name": "kyllä"})["errors"]
    assert codes(said(tmp_path, {name: None})["errors"]) == [(2, name, "MISSING_VALUE")]


def test_somebody_without_any_name_is_nobody(tmp_path):
    outcome = said(tmp_path, {"family_name": None, "given_names": None, "single_name": "kyllä"})
    assert codes(outcome["errors"]) == [(2, "family_name", "MISSING_VALUE")]


def test_a_repeat_is_collapsed_and_told(tmp_path):
    outcome = said(tmp_path, {}, {"family_name": "BAHATI", "travel_needs": "ei"})
    assert codes(outcome["warnings"]) == [(3, None, "DUPLICATE_ROW")]
    assert [person["row"] for person in outcome["cases"][0]["persons"]] == [2]


def test_a_contradiction_is_told_on_every_row(tmp_path):
    twins = ({"person_number": "7"}, CHILD | {"person_number": "7"})
    assert codes(said(tmp_path, *twins)["errors"]) == [
        (2, None, "CONFLICTING_DUPLICATE"),
        (3, None, "CONFLICTING_DUPLICATE"),
    ]


@pytest.mark.parametrize("relations", [("lapsi", "puoliso"), ("päähakija", "päähakija")])
def test_a_case_has_one_principal_applicant(relations, tmp_path):
    people = [CHILD | {"relation": one, "given_names": f"Baraka {at}"} for at, one in enumerate(relations)]
    assert codes(said(tmp_path, *people)["errors"]) == [(2, "relation", "PRINCIPAL_COUNT")]


@pytest.mark.parametrize(
    ("odd", "code"),
    [
        ({"notes": "=1+1"}, "FORMULA_LIKE_TEXT"),
        ({"date_of_birth": "1.1.1989"}, "DOB_1_JANUARY"),
        ({"family_name": "باهاتي"}, "NON_LATIN_NAME"),
    ],
)
def test_oddities_are_told_and_stored(odd, code, tmp_path):
    outcome = said(tmp_path, odd)
    assert codes(outcome["warnings"]) == [(2, next(iter(odd)), code)]
    assert len(outcome["cases"]) == 1


def test_footers_unknown_columns_and_hidden_sheets_are_told(tmp_path):
    header, person = sheet_rows({"Väri": "sininen"})
    content = workbook([], header, [*person, "irrallinen"], ["Yhteensä: 1"], hidden1=sheet_rows({}))
    assert sorted(codes(read(content, tmp_path)["warnings"]), key=str) == [
        (2, None, "EXTRA_COLUMN"),
        (2, None, "EXTRA_COLUMN"),
        (4, None, "FOOTER_IGNORED"),
        (None, None, "HIDDEN_SHEET_IGNORED"),
    ]


def test_a_shifted_csv_record_reports_only_that(tmp_path):
    header, person = sheet_rows({}, layout="SE-KVOT", template=SWEDE)
    outcome = read(csv_file([header, [*person, "x"], [*person, "", ""]]), tmp_path, "SE-KVOT")
    assert codes(outcome["errors"]) == [(2, None, "EXTRA_CELLS")]
    assert outcome["withheld"] == [{"case_number": SWEDE["case_number"], "persons": 2}]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv_of_any_making_is_read(end, encoding, tmp_path):
    rows = sheet_rows({"given_names": "Åsa", "notes": '"ett; två\nrader"'}, layout="SE-KVOT", template=SWEDE)
    outcome = read(csv_file(rows).decode().replace("\r\n", end).encode(encoding), tmp_path, "SE-KVOT")
    values = outcome["cases"][0]["persons"][0]["values"]
    assert (values["given_names"], values["notes"]) == ("Åsa", "ett; två rader")


def test_record_numbers_count_blank_records_and_not_quoted_breaks(tmp_path):
    rows = sheet_rows({"notes": '"a\nb"'}, {"sex": "?"}, layout="SE-KVOT", template=SWEDE)
    content = csv_file([rows[0], [], rows[1], [], rows[2]])
    assert codes(read(content, tmp_path, "SE-KVOT")["errors"]) == [(5, "sex", "UNKNOWN_VALUE")]


def test_formulas_count_as_their_stored_results_and_errors_are_told(tmp_path):
    header, person = sheet_rows({"notes": "X1", "place_of_stay": "X2", "language": "X3"})
    content = workbook(header, person)
    sheet = part(content)
    for text, cell in (
        (b"X1", b'<c t="str"><f>A1</f><v>tulos</v></c>'),
        (b"X2", b"<c><f>A1</f></c>"),
        (b"X3", b'<c t="e"><v>#N/A</v></c>'),
    ):
        start = sheet.rindex(b"<c ", 0, sheet.index(text))
        end = sheet.index(b"</c>", start) + 4
        sheet = sheet[:start] + cell.replace(b"<c", sheet[start : sheet.index(b' t="', start)], 1) + sheet[end:]
    outcome = read(with_parts(content, {"xl/worksheets/sheet1.xml": sheet}), tmp_path)
    assert codes(outcome["errors"]) == [(2, "place_of_stay", "CELL_ERROR"), (2, "language", "CELL_ERROR")]


def test_the_date_system_of_1904_is_honoured(tmp_path):
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    for row in sheet_rows({"decision_date": None}):
        book.active.append(row)
    cell = next(one for one in book.active[2] if one.value is None)
    cell.value, cell.number_format = 44803, "d.m.yyyy"
    outcome = read(saved(book), tmp_path)
    assert outcome["cases"][0]["persons"][0]["values"]["decision_date"] == "2026-08-31"


def test_a_merged_cell_has_its_value_in_the_corner_only(tmp_path):
    book = Workbook()
    for row in sheet_rows({}, CHILD):
        book.active.append(row)
    content = saved(book)
    merged = part(content).replace(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>')
    outcome = read(with_parts(content, {"xl/worksheets/sheet1.xml": merged}), tmp_path)
    assert codes(outcome["errors"]) == [(3, "case_number", "MISSING_VALUE")]


def test_a_table_need_not_start_in_the_corner(tmp_path):
    rows = [["Migri"], [], ["", "", "Salainen"], *[[None, None, *row] for row in sheet_rows({}, CHILD)]]
    assert len(read(workbook(*rows), tmp_path)["cases"][0]["persons"]) == 2


def test_numbers_in_text_columns_are_their_digits(tmp_path):
    outcome = said(tmp_path, {"case_number": 26021066, "person_number": 123.0, "date_of_birth": 1989})
    values = outcome["cases"][0]["persons"][0]["values"]
    assert (values["case_number"], values["person_number"]) == ("26021066", "123")
    assert (values["date_of_birth"], values["dob_precision"]) == ("1989", "year")


def test_negative_decisions_open_no_travel(tmp_path):
    outcome = said(tmp_path, {"decision_outcome": "kielteinen"}, CHILD | {"decision_outcome": "osittain"})
    assert [person["values"]["opens_travel"] for person in outcome["cases"][0]["persons"]] == [False, True]
