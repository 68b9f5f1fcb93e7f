"""The floors of the house: imports point down only, rooms have names, files stay small."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent.parent
MAY_IMPORT = {
    "accounts": set(),
    "notices": {"accounts"},
    "cases": {"accounts", "notices"},
    "decisions": {"accounts", "notices", "cases"},
    "travel": {"accounts", "notices", "cases"},
    "resettlement": {"accounts", "notices", "cases", "decisions", "travel"},
    "returns": {"accounts", "notices", "cases", "decisions", "travel"},
    "iomfi": {"accounts", "notices", "cases", "decisions", "travel", "resettlement", "returns"},
}
NAMELESS_ROOMS = {"utils", "helpers", "services", "signals", "selectors", "constants", "common", "core", "misc"}
INNER_IMPORTS_ALLOWED = {"ready", "register_jobs", "say_ready"}  # what comes before apps are loaded
LIMITS_FIRST = {"decisions/reading/child.py"}  # bounds its own memory before it loads a reader
FOREIGN_SYSTEMS = ("travel/sandbox",)  # other people's systems: they know nothing of the portal


def sources(app: str) -> list[Path]:
    return sorted((HOUSE / app).rglob("*.py"))


def imported_apps(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0], node.lineno
        elif isinstance(node, ast.Import):
            yield from ((name.name.split(".")[0], node.lineno) for name in node.names)


def wrong_imports(app: str, files: list[Path]) -> list[str]:
    allowed = MAY_IMPORT[app] | {app}
    return [
        f"{path.relative_to(HOUSE)}:{line} imports {name}"
        for path in files
        for name, line in imported_apps(path)
        if name in MAY_IMPORT and name not in allowed
    ]


@pytest.mark.parametrize("app", MAY_IMPORT)
def test_imports_point_down_only(app):
    assert not wrong_imports(app, sources(app))


def test_an_import_that_points_up_is_found(tmp_path, monkeypatch):
    monkeypatch.setitem(globals(), "HOUSE", tmp_path)
    (tmp_path / "planted.py").write_text("from resettlement.models import Dossier\n")
    assert wrong_imports("cases", [tmp_path / "planted.py"])


def test_the_sandbox_airline_knows_nothing_of_the_portal():
    for folder in FOREIGN_SYSTEMS:
        for path in sources(folder):
            foreign = {name for name, __ in imported_apps(path)} & (set(MAY_IMPORT) - {"travel"})
            assert not foreign, path
            assert "travel.models" not in path.read_text(), path


def test_every_installed_app_of_ours_has_a_floor(settings):
    ours = {app for app in settings.INSTALLED_APPS if (HOUSE / app.split(".")[0] / "__init__.py").exists()}
    assert ours == set(MAY_IMPORT)


def test_no_room_is_nameless():
    names = {path for app in MAY_IMPORT for path in (HOUSE / app).rglob("*") if path.stem in NAMELESS_ROOMS}
    assert not names


@pytest.mark.parametrize("app", MAY_IMPORT)
def test_every_file_says_what_it_is(app):
    silent = [
        path for path in sources(app)
        if path.stat().st_size and "migrations" not in path.parts and not ast.get_docstring(ast.parse(path.read_text()))
    ]  # fmt: skip
    assert not silent


@pytest.mark.parametrize("app", MAY_IMPORT)
def test_public_functions_and_classes_say_what_they_are(app):
    silent = [
        f"{path.relative_to(HOUSE)}:{node.lineno} {node.name}"
        for path in sources(app)
        if "migrations" not in path.parts
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert not silent


def test_files_stay_small():
    too_long = {
        str(path.relative_to(HOUSE)): lines
        for app in MAY_IMPORT
        for path in sources(app)
        if "migrations" not in path.parts and (lines := len(path.read_text().splitlines())) > 300
    }
    assert not too_long


def test_templates_stay_small():
    too_long = {
        str(path.relative_to(HOUSE)): lines
        for path in HOUSE.glob("*/**/templates/**/*.html")
        if ".venv" not in path.parts and (lines := len(path.read_text().splitlines())) > 120
    }
    assert not too_long


def inner_imports(path: Path) -> list[str]:
    return [
        f"{path.relative_to(HOUSE)}:{inner.lineno} in {node.name}"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.name not in INNER_IMPORTS_ALLOWED
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]


def test_nothing_is_imported_inside_functions():
    found = [inner for app in MAY_IMPORT for path in sources(app) for inner in inner_imports(path)]
    assert not [inner for inner in found if inner.split(":")[0] not in LIMITS_FIRST]


def test_tasks_are_called_by_nobody_but_the_worker():
    callers = [
        f"{path.relative_to(HOUSE)}:{line}"
        for app in MAY_IMPORT
        for path in sources(app)
        if "actions" in path.parts
        for line, text in enumerate(path.read_text().splitlines(), 1)
        if "tasks import" in text and ".models" not in text and ".actions" not in text
    ]
    assert not callers
