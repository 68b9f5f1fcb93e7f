"""Files that liaisons send in these tests: each with case numbers of its own, whatever was sent before."""

import random
import re
import secrets
from datetime import timedelta
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils import timezone

from iomfi.demo.families import Family, make_people
from iomfi.demo.files import decision_file
from iomfi.demo.names import Origin

MESSY = Path(__file__).resolve().parent.parent / "decisions" / "samples" / "fi-kiintio-messy.xlsx"
DIGITS = "123456789"
JYVASKYLA = "179"
NUMBERS = re.compile(
    r"(?<=MIG-\d{4}-)[\d\u200b]{6,}"  # of cases
    r"|(?<=\d{3}-)[\d\u200b]{8,}|\d{3}-\d{2}C\d{5}"  # of UNHCR
    r"|(?<![\d.-])\d{8}(?![\d.])"  # of persons
)
# Bogotá's evening flights leave when it is morning in Helsinki: there are seats for today at every hour, to be held
VENEZUELA = Origin(
    "VEN", "COL", "Cúcuta", "BOG", "espanja",
    ("Aponte", "Bracho", "Graterol", "Landaeta", "Montilla", "Urdaneta"),
    ("Carmen", "Yajaira", "Milagros", "Marisela", "Xiomara", "Zoraida", "Belkis", "Nereida"),
    ("Alirio", "Wilmer", "Jesús", "Rafael", "Edgardo", "Franklin", "Nelson", "Oswaldo"),
)  # fmt: skip


def family(size: int) -> Family:
    """A family that the portal does not know yet."""
    number = 100_000 + secrets.randbelow(800_000)
    people = make_people(random.Random(number), VENEZUELA, size, timezone.localdate())
    return Family(f"UMA/{number}/2026", "FI", VENEZUELA, "", "quota", JYVASKYLA, people)


def file_of(folder: Path, *families: Family) -> Path:
    """The authority's file with these families, decided a month ago: they may arrive from today on."""
    name, content = decision_file(list(families), timezone.localdate() - timedelta(days=30))
    path = folder / name
    path.write_bytes(content)
    return path


def messy_file(folder: Path, turn: int) -> Path:
    """The messy sample with all its mistakes; each turn gives every case and person in it another number."""
    swapped = str.maketrans(DIGITS, DIGITS[turn:] + DIGITS[:turn])
    path = folder / MESSY.name
    with ZipFile(MESSY) as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            words = old.read(part)
            if part.filename.endswith(".xml"):
                words = NUMBERS.sub(lambda found: found[0].translate(swapped), words.decode()).encode()
            new.writestr(part, words)
    return path
