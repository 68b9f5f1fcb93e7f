"""Every page that one opens daily: nothing to complain for axe, nothing sideways, nothing on the console."""

import pytest
from axe_playwright_python.sync_playwright import Axe

AINO, TUULI, MARJUT = "aino@iom.example", "tuuli@iom.example", "liaison@migri.example"
LARS, THORA, HEIDI = "liaison@migrationsverket.example", "liaison@utl.example", "partner@jyvaskyla.example"
PAGES = [
    ("", "/accounts/login/"),
    (AINO, "/desk/"),
    (AINO, "/cases/"),
    (AINO, "/people/"),
    (AINO, "/people/?q=hersi"),
    (AINO, "/resettlement/"),
    (AINO, "/notices/"),
    (AINO, "/notices/failed/"),
    (MARJUT, "/notices/"),
    (HEIDI, "/notices/"),
    ("admin@iom.example", "/notices/failed/"),
]


def findings(page) -> list[str]:
    """What axe finds against WCAG 2.2 AA."""
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {[node['html'][:120] for node in one['nodes'][:3]]}" for one in found]


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize(("email", "path"), PAGES)
def test_a_page_is_accessible_fits_and_is_quiet(visitor, email, path, width):
    somebody = visitor(email, width=width, bypass_csp=True)  # axe is brought in by the test, not by the page
    page = somebody.open(path)
    assert not findings(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not somebody.complaints


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_desk_is_readable_by_day_and_by_night(visitor, scheme):
    page = visitor(AINO, color_scheme=scheme, bypass_csp=True).open("/desk/")
    assert not findings(page)


def test_a_planted_fault_is_found(visitor):
    page = visitor(AINO, bypass_csp=True).open("/desk/")
    page.evaluate("document.querySelector('main').innerHTML += '<img src=\"x\">'")
    assert any("image-alt" in one for one in findings(page))


def test_the_policy_for_scripts_holds(visitor):
    somebody = visitor(AINO)
    page = somebody.open("/desk/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p onclick=\"window.planted = 1\" id=planted>x</p>')")
    page.evaluate("document.getElementById('planted').click()")
    assert page.evaluate("window.planted") is None
