"""Looks into files before they are kept: only known kinds, by their first bytes, and nothing that could run.

A PDF may hide its names by escapes (`/J#61vaScript`) and inside compressed object streams; both are opened before the
look. The name and the declared type of an upload are never believed.
"""

import re
import zlib
from typing import BinaryIO

from django.utils.translation import gettext as _

KINDS = {b"%PDF-": "pdf", b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}
ACTIVE = b"JavaScript|JS|OpenAction|AA|Launch|EmbeddedFiles?|RichMedia|XFA"
NAME = re.compile(rb"/(?:" + ACTIVE + rb")(?=[\s/<>\[\]()%{}]|$)")
ENCRYPTED = re.compile(rb"/Encrypt(?=[\s/<>\[\]()%{}]|$)")
STREAM = re.compile(rb"stream\r?\n")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
MOST_UNPACKED = 30 * 1024 * 1024


def kind_of(file: BinaryIO) -> str:
    """pdf, png or jpg by the first bytes; empty for anything else."""
    file.seek(0)
    start = file.read(8)
    file.seek(0)
    return next((kind for magic, kind in KINDS.items() if start.startswith(magic)), "")


def refusal_of(file: BinaryIO) -> str:
    """Why a file cannot be kept, in a sentence that says what to do; empty when it can."""
    kind = kind_of(file)
    if not kind:
        return _("This is neither PDF, PNG nor JPEG, whatever its name says. Print it to PDF and add that.")
    if kind != "pdf":
        return ""
    body = file.read()
    file.seek(0)
    return pdf_refusal(body)


def pdf_refusal(body: bytes) -> str:
    """Why a PDF cannot be kept; empty when it is plain paper."""
    names = unescaped(body)
    if ENCRYPTED.search(names):
        return _("The PDF is protected by a password. Save it without protection and add that.")
    if NAME.search(names) or NAME.search(unescaped(unpacked(body))):
        return _("The PDF contains a program, an attachment or a form that could run. Print it to PDF and add that.")
    return ""


def unescaped(body: bytes) -> bytes:
    """Names with their #xx escapes resolved."""
    return ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), body)


def unpacked(body: bytes) -> bytes:
    """What the compressed object streams hold; more than any paper holds is treated as active."""
    parts, room = [], MOST_UNPACKED
    for found in STREAM.finditer(body):
        if b"/ObjStm" not in unescaped(body[max(0, found.start() - 2000) : found.start()]):
            continue
        try:
            parts.append(zlib.decompressobj().decompress(body[found.end() :], room))
        except zlib.error:
            continue
        room -= len(parts[-1])
        if room <= 0:
            return b"/JS "
    return b" ".join(parts)
