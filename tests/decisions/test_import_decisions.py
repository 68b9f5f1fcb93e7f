"""`manage.py import_decisions`: the agreed outcome of every sample, and of files that follow one another."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from decisions.models import Decision, Upload
from tests.decisions.files import SAMPLES

EXPECTED = SAMPLES / "expected"
NAMES = sorted(path.name.removesuffix(".persons.json") for path in EXPECTED.glob("*.persons.json"))
SEQUENCES = json.loads((EXPECTED / "sequences.json").read_text())


@pytest.fixture
def liaisons(marjut, lars, thora):
    """Who sends the files of which country."""
    return {"FI": marjut, "SE": lars, "IS": thora}


def run(path, layout: str, liaisons, accept: bool = True) -> dict:
    out = io.StringIO()
    email = liaisons[layout[:2]].email
    call_command("import_decisions", path, layout=layout, email=email, accept=accept, json=True, stdout=out)
    return json.loads(out.getvalue())


def in_any_order(findings: list[dict]) -> list[str]:
    return sorted(json.dumps({name: one[name] for name in one if name != "suggest"}) for one in findings)


@pytest.mark.parametrize("accept", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_the_outcome_is_the_agreed_one(name, accept, liaisons):
    wanted = json.loads((EXPECTED / f"{name}.json").read_text())
    said = run(next(SAMPLES.glob(f"{name}.[xc]*")), wanted["layout"], liaisons, accept)
    for findings in ("rows_in_error", "warnings"):
        assert in_any_order(said.pop(findings)) == in_any_order(wanted.pop(findings))
    assert said == wanted
    assert Decision.objects.count() == (said["cases_accepted"] if accept else 0)


@pytest.mark.parametrize("sequence", SEQUENCES, ids=lambda sequence: sequence["name"])
def test_files_that_follow_one_another_make_versions(sequence, liaisons):
    for step in sequence["steps"]:
        run(SAMPLES / step["file"], sequence["layout"], liaisons)
        upload = Upload.objects.order_by("pk").last()
        counts = (upload.cases_new, upload.cases_changed, upload.cases_unchanged, upload.cases_withheld)
        assert counts == tuple(step[f"cases_{name}"] for name in ("created", "updated", "unchanged", "withheld"))
    versions = {one.case_number: one.versions.count() for one in Decision.objects.all()}
    assert versions == sequence["final"]["decision_versions"]


def test_a_rejected_file_says_its_code_and_columns(liaisons, tmp_path):
    path = tmp_path / "file.csv"
    path.write_text("Dossiernummer;Efternamn;Förnamn\n1;a;b\n")
    said = run(path, "SE-KVOT", liaisons)
    assert (said["file_rejected"], said["code"]) == (True, "FILE_MISSING_COLUMN")
    assert said["columns"] == ["sex", "date_of_birth", "citizenship", "relation", "decision_outcome", "decision_date"]


def test_a_stranger_cannot_import(liaisons, lars):
    with pytest.raises(CommandError, match="cannot send"):
        run(SAMPLES / "fi-kiintio-small.xlsx", "FI-KIINTIO", {"FI": lars})
    assert not Upload.objects.exists()


def test_without_json_it_speaks_to_people(marjut):
    out = io.StringIO()
    call_command(
        "import_decisions", SAMPLES / "fi-kiintio-messy.xlsx", layout="FI-KIINTIO", email=marjut.email, stdout=out
    )
    line = next(line for line in out.getvalue().splitlines() if line.startswith("52 "))
    assert "is not a municipality" in line
    assert "Did you mean: Jyväskylä" in line
