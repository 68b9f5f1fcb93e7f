"""Every layout is taken in by a mandate that only remembers; files lie in a folder of the test's own."""

import pytest

from decisions import kinds
from tests import factories
from tests.decisions.factories import ISSUERS, Calls


@pytest.fixture(autouse=True)
def files_apart(settings, tmp_path):
    """Uploaded files of this test only."""
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture(autouse=True)
def mandate(monkeypatch):
    """What the mandate was told: `mandate.opened`, `mandate.changed`."""
    calls = Calls()
    for layout in ISSUERS:
        monkeypatch.setitem(kinds._kinds, layout, calls.kind(layout))
    return calls


@pytest.fixture
def thora(utl):
    """Liaison of the Icelandic authority."""
    return factories.user("thora", utl, ("liaison", "", ""))
