"""Files that nobody should open: each gets its code and harms nothing."""

import io
import random
import zipfile

import pytest
from openpyxl import Workbook

from decisions.reading.codes import MOST_BYTES
from tests.decisions.files import PERSON, SWEDE, csv_file, part, read, saved, sheet_rows, with_parts, workbook

GOOD = workbook(*sheet_rows({}))
DTD = b'<?xml version="1.0"?><!DOCTYPE w [%s]>'
LAUGHS = DTD % (b'<!ENTITY a "ha">' + b"".join(b'<!ENTITY a%d "%s">' % (i, b"&a;" * 10) for i in range(9)))
XXE = DTD % b'<!ENTITY x SYSTEM "file:///etc/passwd">'
WEB = b'<?xml version="1.0"?><!DOCTYPE w SYSTEM "http://127.0.0.1:9/w.dtd">'
QUADRATIC = DTD % (b'<!ENTITY a "' + b"a" * 50_000 + b'">')


def doctored(head: bytes, name: str = "xl/worksheets/sheet1.xml") -> bytes:
    return with_parts(GOOD, {name: head + part(GOOD, name).partition(b"?>")[2]})


def zip_of(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(name, content)
    return file.getvalue()


def flipped(content: bytes) -> bytes:
    """Some bytes of the sheet's compressed data turned over; the directory stays whole."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        at = package.getinfo("xl/worksheets/sheet1.xml").header_offset + 100
    return content[:at] + bytes(255 - byte for byte in content[at : at + 20]) + content[at + 20 :]


def locked(content: bytes) -> bytes:
    """Every part marked as encrypted in the ZIP directory."""
    return content.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")


OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
WORKBOOKS = {
    "nothing": (b"", "FILE_EMPTY"),
    "a workbook without a cell": (workbook(), "FILE_EMPTY"),
    "only white space and dashes": (workbook([" ", "–"], ["\u200b"]), "FILE_EMPTY"),
    "password-protected": (OLE2 + "EncryptedPackage".encode("utf-16-le") + bytes(512), "FILE_ENCRYPTED"),
    "an old .xls": (OLE2 + bytes(2048), "FILE_TYPE_MISMATCH"),
    "a program": (b"MZ\x90\x00" + bytes(200), "FILE_TYPE_MISMATCH"),
    "an ELF program": (b"\x7fELF" + bytes(200), "FILE_TYPE_MISMATCH"),
    "a PDF": (b"%PDF-1.7\n", "FILE_TYPE_MISMATCH"),
    "HTML": (b"<html><table>", "FILE_TYPE_MISMATCH"),
    "CSV": (csv_file(sheet_rows({})), "FILE_TYPE_MISMATCH"),
    "any ZIP": (zip_of(readme=b"hello"), "FILE_TYPE_MISMATCH"),
    "a ZIP in a ZIP": (zip_of(inner=GOOD), "FILE_TYPE_MISMATCH"),
    "no content types": (with_parts(GOOD, drop=("[Content_Types].xml",)), "FILE_TYPE_MISMATCH"),
    "no workbook part": (with_parts(GOOD, drop=("xl/workbook.xml",)), "FILE_TYPE_MISMATCH"),
    "an absolute name instead of a part": (
        with_parts(GOOD, {"/xl/workbook.xml": part(GOOD, "xl/workbook.xml")}, drop=("xl/workbook.xml",)),
        "FILE_TYPE_MISMATCH",
    ),
    "cut off": (GOOD[: len(GOOD) // 2], "FILE_CORRUPT"),
    "PK and nothing more": (b"PK\x03\x04", "FILE_CORRUPT"),
    "turned bytes": (flipped(GOOD), "FILE_CORRUPT"),
    "encrypted parts": (locked(GOOD), "FILE_CORRUPT"),
    "no sheet part": (with_parts(GOOD, drop=("xl/worksheets/sheet1.xml",)), "FILE_CORRUPT"),
    "no relations": (with_parts(GOOD, drop=("xl/_rels/workbook.xml.rels",)), "FILE_CORRUPT"),
    "a sheet that is not XML": (with_parts(GOOD, {"xl/worksheets/sheet1.xml": b"<worksheet><row"}), "FILE_CORRUPT"),
    "a shared string that is not there": (
        with_parts(
            GOOD,
            {
                "xl/worksheets/sheet1.xml": part(GOOD).replace(
                    b"</sheetData>", b'<row><c t="s"><v>99</v></c></row></sheetData>'
                )
            },
        ),
        "FILE_CORRUPT",
    ),
    "a billion laughs": (doctored(LAUGHS), "FILE_UNSAFE"),
    "quadratic entities": (doctored(QUADRATIC, "xl/theme/theme1.xml"), "FILE_UNSAFE"),
    "an external entity": (doctored(XXE), "FILE_UNSAFE"),
    "a DTD from the web": (doctored(WEB, "xl/styles.xml"), "FILE_UNSAFE"),
    "a DTD in UTF-16": (
        with_parts(GOOD, {"docProps/core.xml": '<?xml version="1.0"?><!DOCTYPE a><a/>'.encode("utf-16")}),
        "FILE_UNSAFE",
    ),
    "macros": (with_parts(GOOD, {"xl/vbaProject.bin": b"macro"}), "FILE_UNSAFE"),
    "a text": (workbook(["Hei"], ["mitä", "kuuluu"]), "FILE_NO_HEADER"),
    "a header too far down": (workbook(*[["rivi"]] * 30, *sheet_rows({})), "FILE_NO_HEADER"),
    "the table on a hidden sheet only": (workbook(["kansi"], hidden=sheet_rows({})), "FILE_NO_HEADER"),
    "two tables": (workbook(*sheet_rows({}), toinen=sheet_rows({})), "FILE_SEVERAL_SHEETS"),
    "a header and nothing else": (workbook(*sheet_rows({})[:1]), "FILE_NO_ROWS"),
    "a header and a footer": (workbook(*sheet_rows({})[:1], ["Yhteensä 0"]), "FILE_NO_ROWS"),
    "200,000 empty rows": (
        with_parts(
            workbook(*sheet_rows({})[:1]),
            {
                "xl/worksheets/sheet1.xml": part(workbook(*sheet_rows({})[:1])).replace(
                    b"</sheetData>", b'<row><c s="0"/></row>' * 200_000 + b"</sheetData>"
                )
            },
        ),
        "FILE_NO_ROWS",
    ),
}
TEXTS = {
    "nothing": (b"", "FILE_EMPTY"),
    "white space": (b"\xef\xbb\xbf \r\n\t\xc2\xa0", "FILE_EMPTY"),
    "a workbook": (GOOD, "FILE_TYPE_MISMATCH"),
    "a password-protected workbook": (OLE2 + "EncryptedPackage".encode("utf-16-le"), "FILE_ENCRYPTED"),
    "an old .xls": (OLE2, "FILE_TYPE_MISMATCH"),
    "a program": (b"MZ\x90\x00\x03", "FILE_TYPE_MISMATCH"),
    "a PDF": (b"%PDF-1.4", "FILE_TYPE_MISMATCH"),
    "XML": (b"\xef\xbb\xbf\n <a/>", "FILE_TYPE_MISMATCH"),
    "a NUL": (b"Dossiernummer;\0Efternamn", "FILE_ENCODING"),
    "UTF-16": ("Dossiernummer;Efternamn".encode("utf-16"), "FILE_ENCODING"),
    "a BOM and broken UTF-8": (b"\xef\xbb\xbfF\xf6rnamn", "FILE_ENCODING"),
    "bytes of no encoding": (b"F\xf6rnamn \x81", "FILE_ENCODING"),
    "commas": (csv_file(sheet_rows({}, layout="SE-KVOT", template=SWEDE)).replace(b";", b","), "FILE_NO_HEADER"),
    "a quote that never closes": (b'"' + csv_file(sheet_rows({}, layout="SE-KVOT", template=SWEDE)), "FILE_NO_HEADER"),
    "one line of 20 MB": (b"x;" * (10 * 1024 * 1024), "FILE_NO_HEADER"),
    "20 MB in one cell": (b"x" * (20 * 1024 * 1024), "FILE_NO_HEADER"),
}


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_workbook_that_is_none_gets_its_code(name, tmp_path):
    content, code = WORKBOOKS[name]
    assert read(content, tmp_path)["rejected"] == {"code": code, "columns": []}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_file_that_is_none_gets_its_code(name, tmp_path):
    content, code = TEXTS[name]
    assert read(content, tmp_path, "SE-KVOT")["rejected"] == {"code": code, "columns": []}


def test_a_file_above_25_mebibytes_is_not_even_read(tmp_path):
    assert read(b"P" * (MOST_BYTES + 1), tmp_path)["rejected"]["code"] == "FILE_TOO_LARGE"


def test_a_bomb_is_seen_in_the_directory(tmp_path):
    bomb = with_parts(GOOD, {"xl/media/image1.png": bytes(201 * 1024 * 1024)})
    assert read(bomb, tmp_path)["rejected"]["code"] == "FILE_INFLATES"


def test_a_directory_that_lies_about_sizes_helps_nobody(tmp_path):
    bomb = with_parts(GOOD, {"xl/media/image1.png": bytes(100 * 1024 * 1024)})
    real, told = (100 * 1024 * 1024).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    assert read(bomb.replace(real, told), tmp_path)["rejected"]["code"] == "FILE_CORRUPT"


def test_columns_that_are_missing_or_doubled_are_named(tmp_path):
    rows = sheet_rows({})
    missing = read(workbook(*[row[1:] for row in rows]), tmp_path)["rejected"]
    doubled = read(workbook([*rows[0], "Dnro"], [*rows[1], "x"]), tmp_path)["rejected"]
    assert missing == {"code": "FILE_MISSING_COLUMN", "columns": ["case_number"]}
    assert doubled == {"code": "FILE_DUPLICATE_COLUMN", "columns": ["case_number"]}


def test_20000_rows_are_read_and_one_more_is_too_many(tmp_path):
    header, person = sheet_rows({}, layout="SE-KVOT", template=SWEDE)
    assert read(csv_file([header] + [person] * 20_000), tmp_path, "SE-KVOT")["rows"] == 20_000
    too_many = read(csv_file([header] + [person] * 20_001), tmp_path, "SE-KVOT")
    assert too_many["rejected"]["code"] == "FILE_TOO_MANY_ROWS"


def test_names_that_climb_out_of_the_package_are_never_followed(tmp_path):
    odd = with_parts(GOOD, {"../../climbed": b"x", "/etc/climbed": b"x", "inner.zip": GOOD})
    assert read(odd, tmp_path)["rejected"] is None
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


def test_a_cell_in_the_last_corner_costs_nothing(tmp_path):
    book = Workbook()
    for row in sheet_rows({}):
        book.active.append(row)
    book.active["XFD1048576"] = "here"
    said = read(saved(book), tmp_path)
    assert {(error["row"], error["code"]) for error in said["errors"]} == {(1048576, "MISSING_VALUE")}
    assert [case["case_number"] for case in said["cases"]] == [PERSON["case_number"]]


def test_noise_never_raises_anything_but_a_code(tmp_path):
    chance = random.Random(20261124)
    for __ in range(300):
        broken = bytearray(GOOD)
        for __ in range(chance.randint(1, 30)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        said = read(bytes(broken), tmp_path)
        assert said["rejected"] is None or said["rejected"]["code"].startswith("FILE_")
