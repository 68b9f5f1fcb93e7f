"""The process that reads a file: bound, mute and expendable."""

import json
import resource
import subprocess
import sys
import time

import pytest

from decisions.reading import apart
from decisions.reading.apart import ReaderFailed, environment, read_apart
from tests.decisions.files import SAMPLES, SWEDE, TODAY, csv_file, sheet_rows, workbook

BINDING = "from decisions.reading import child; child.bind(); "


def bound(code: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", BINDING + code], capture_output=True, text=True, check=False, cwd=apart.HOME
    )


def seconds_of_children() -> float:
    """What our children have used of the processor: other work on the machine does not count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_500_persons_are_read_in_well_under_two_seconds():
    began, heard = seconds_of_children(), []
    said = read_apart(SAMPLES / "fi-kiintio-large.xlsx", "FI-KIINTIO", TODAY, lambda *words: heard.append(words))
    assert sum(len(case["persons"]) for case in said["cases"]) == 494
    assert heard[:2] == [(0, 501), (200, 501)]
    assert seconds_of_children() - began < 2


def test_the_child_knows_no_secret(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "K-1")
    assert "SECRET_KEY" not in environment()


def test_the_child_loads_no_django(tmp_path):
    code = "import sys, decisions.reading.read; sys.exit(any(name.startswith('django') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=apart.HOME).returncode == 0


def test_memory_is_bounded():
    assert "MemoryError" in bound("x = bytearray(1024**3)").stderr


def test_nothing_large_can_be_written(tmp_path):
    done = bound(f"open({str(tmp_path / 'big')!r}, 'wb').write(bytes(200 * 1024**2))")
    assert done.returncode != 0
    assert (tmp_path / "big").stat().st_size <= 128 * 1024**2


def test_a_reader_that_does_not_end_is_ended(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(workbook(*sheet_rows(*[{}] * 3000)))
    began = time.monotonic()
    assert read_apart(path, "FI-KIINTIO", TODAY, seconds=0.1) == {"rejected": {"code": "FILE_INFLATES", "columns": []}}
    assert time.monotonic() - began < 5


def test_a_failure_of_ours_is_not_blamed_on_the_file(tmp_path):
    with pytest.raises(ReaderFailed):
        read_apart(tmp_path / "gone", "FI-KIINTIO", TODAY)


def test_what_the_child_says_is_json_and_nothing_else(tmp_path):
    said = read_apart(SAMPLES / "se-kvot-messy.csv", "SE-KVOT", TODAY)
    assert json.loads(json.dumps(said)) == said


def test_five_thousand_columns_in_every_record_stay_within_the_limits(tmp_path):
    path = tmp_path / "file"
    header = csv_file(sheet_rows({}, layout="SE-KVOT", template=SWEDE))
    path.write_bytes(header + b"\r\n" + (b"ab;" * 5000 + b"\r\n") * 1600)
    assert {error["code"] for error in read_apart(path, "SE-KVOT", TODAY)["errors"]} == {"EXTRA_CELLS"}
