"""Checks of a file as a whole, before anything inside is believed: is it what the layout needs, and harmless?"""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from decisions.reading.codes import MOST_BYTES, MOST_UNPACKED, FileCode, Rejected

OLE2 = b"\xd0\xcf\x11\xe0"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
NOT_CSV = (b"PK\x03\x04", OLE2, b"%PDF", b"MZ")
NEEDED_PARTS = ("[Content_Types].xml", "xl/workbook.xml")
XML_PARTS = (".xml", ".rels", ".vml")
FORBIDDEN = [
    word.encode(encoding) for word in ("<!DOCTYPE", "<!ENTITY") for encoding in ("utf-8", "utf-16-le", "utf-16-be")
]
MACROS = "vbaproject.bin"
CHUNK = 256 * 1024
UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)


def check_size(path: Path) -> None:
    """Before a byte is read."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise Rejected(FileCode.FILE_TOO_LARGE)
    if size == 0:
        raise Rejected(FileCode.FILE_EMPTY)


def check_not_encrypted(content: bytes) -> None:
    """A password-protected workbook is an OLE2 container with one telling stream."""
    if content.startswith(OLE2) and ENCRYPTED_STREAM in content:
        raise Rejected(FileCode.FILE_ENCRYPTED)


def check_csv(content: bytes) -> None:
    """Something else in the clothes of a CSV file, or nothing at all?"""
    start = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").strip()
    if not start:
        raise Rejected(FileCode.FILE_EMPTY)
    check_not_encrypted(content)
    if content.startswith(NOT_CSV) or start.startswith("<"):
        raise Rejected(FileCode.FILE_TYPE_MISMATCH)


def check_workbook(path: Path, content: bytes) -> None:
    """A ZIP with the parts of a workbook, not inflating, without entities and macros. Nothing is unpacked to disk."""
    check_not_encrypted(content)
    if not content.startswith(b"PK"):
        raise Rejected(FileCode.FILE_TYPE_MISMATCH)
    try:
        with zipfile.ZipFile(path) as package:
            check_parts(package)
    except UNREADABLE as error:
        raise Rejected(FileCode.FILE_CORRUPT) from error


def check_parts(package: zipfile.ZipFile) -> None:
    """The ZIP directory first, then every part as it really unpacks."""
    names = set(package.namelist())
    if not names.issuperset(NEEDED_PARTS):
        raise Rejected(FileCode.FILE_TYPE_MISMATCH)
    if sum(part.file_size for part in package.infolist()) > MOST_UNPACKED:
        raise Rejected(FileCode.FILE_INFLATES)
    unsafe = any(name.lower().endswith(MACROS) for name in names)
    unpacked = 0
    for part in package.infolist():
        tail = b""
        for chunk in chunks(package, part):
            unpacked += len(chunk)
            if unpacked > MOST_UNPACKED:
                raise Rejected(FileCode.FILE_INFLATES)
            if part.filename.lower().endswith(XML_PARTS):
                unsafe = unsafe or any(word in tail + chunk for word in FORBIDDEN)
                tail = chunk[-32:]  # a word may lie across two chunks
    if unsafe:
        raise Rejected(FileCode.FILE_UNSAFE)


def chunks(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The content of one part, piece by piece; its checksum is proved at the end."""
    with package.open(part) as stream:
        while chunk := stream.read(CHUNK):
            yield chunk
