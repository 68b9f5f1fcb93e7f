"""A QR code as the path of an SVG: no picture is stored, nothing is asked of another host."""

from dataclasses import dataclass

from qrcode import QRCode

QUIET = 4  # modules of white around it that scanners need


@dataclass(frozen=True)
class Drawn:
    """The path of the dark modules, and how many modules the picture is wide."""

    path: str
    size: int


def path_of(words: str) -> Drawn:
    """The code of these words."""
    code = QRCode(border=QUIET)
    code.add_data(words)
    code.make(fit=True)
    rows = code.get_matrix()
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark)
    return Drawn(path, len(rows))
