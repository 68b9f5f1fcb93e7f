"""Every page that one opens daily: nothing to complain for axe, nothing sideways, nothing on the console.

Pages of records are reached as people reach them: from a list, by clicking.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.people import ADMIN, AINO, BILAL, HEIDI, KERTTU, LARS, LEAD, MARJUT, MINNA, SALLA, TUULI

WIDTHS = (1440, 360)
ROW = "main table tbody a"
CASE = ("/resettlement/?stage=documents", ROW)
READY = ("/resettlement/?stage=ready", ROW)
CLEARANCES = (*CASE, 'a[href$="/clearances/"]')
MOVEMENT = ("/travel/", 'main table tbody a[href^="/movements/"]')
RETURN = ("/returns/?stage=documents", ROW)
COUNSELLED = ("/returns/?stage=statement", ROW)
COMPARED = (
    "/returns/what-if/?schemes=FI-PALUU&schemes=SE-ATER&country=IRQ&category=rejected&adults=2&children=2&alone=0"
    "&application=2025-02-10&first_decision_served=2025-02-01&decision=2025-02-10&voluntary=yes&couple=yes"
    "&asylum_applied_before=no&likely_to_be_received=yes&other_application=2025-02-09"
)
PAGES = [
    ("", "/accounts/login/"),
    ("", "/accounts/password/reset/"),
    (AINO, "/desk/"),
    (AINO, "/cases/"),
    (AINO, "/cases/?status=open&mine=1"),
    (AINO, "/people/"),
    (AINO, "/people/?q=hersi"),
    (AINO, "/people/?q=hersi", '#found a[href^="/people/"]'),
    (AINO, *CASE),
    (AINO, *CASE, '.identity a[href$="/contact/"]'),
    (AINO, *CASE, '.identity a[href$="/task/"]'),
    (AINO, *CASE, '.identity a[href$="/assign/"]'),
    (AINO, *CASE, '.identity a[href$="/wait/"]'),
    (AINO, *CASE, 'main a[href$="/document/"]'),
    (AINO, *CASE, 'main a[href$="/consent/"]'),
    (AINO, *CASE, '[aria-labelledby=h-resettlement] a[href$="/hold/"]'),
    (AINO, *CASE, '[aria-labelledby=h-resettlement] a[href$="/withdraw/"]'),
    (AINO, *CLEARANCES),
    (AINO, *CLEARANCES, '.blocked a[href$="/hold/"]'),
    (AINO, *CLEARANCES, '.blocked a[href$="/ask/"]'),
    (AINO, *CLEARANCES, 'main table a[href*="/people/"]'),
    (AINO, "/resettlement/"),
    (AINO, "/travel/"),
    (AINO, "/travel/plan/"),
    (AINO, *READY, 'a[href$="/clearances/"]', 'a[href*="/travel/plan/?case="]'),
    (AINO, *MOVEMENT),
    (AINO, *MOVEMENT, 'a[href$="/manifest/"]'),
    (AINO, "/travel/today/"),
    (AINO, "/travel/today/", "a.due"),
    (AINO, "/decisions/"),
    (AINO, "/decisions/", ROW),
    (AINO, "/decisions/decided/"),
    (AINO, "/decisions/decided/", ROW),
    (AINO, "/notices/"),
    (TUULI, "/desk/"),
    (TUULI, *MOVEMENT),
    (LEAD, "/desk/"),
    (BILAL, "/desk/"),
    (ADMIN, "/notices/failed/"),
    (MARJUT, "/authority/"),
    (MARJUT, "/authority/upload/"),
    (MARJUT, "/authority/files/"),
    (MARJUT, "/authority/files/", ROW),
    (MARJUT, "/authority/files/", 'a:has-text("kiintio_")', 'a[href$="/receipt/"]'),
    (MARJUT, "/authority/decided/"),
    (MARJUT, "/authority/decided/", ROW),
    (MARJUT, "/authority/arrivals/"),
    (MARJUT, "/authority/arrivals/", "main ol a"),
    (MARJUT, "/notices/"),
    (LARS, "/authority/"),
    (HEIDI, "/"),
    (HEIDI, "/authority/arrivals/", "main ol a"),
    (HEIDI, "/notices/"),
    (HEIDI, "/notices/", "main ol a"),
    (BILAL, "/returns/"),
    (BILAL, "/returns/enquiries/"),
    (BILAL, "/returns/enquiries/", "main table tbody a"),
    (BILAL, "/returns/enquiries/new/"),
    (BILAL, *RETURN),
    (BILAL, *RETURN, 'a[href$="/declaration/"]'),
    (BILAL, *RETURN, 'a[href$="/compute/"]'),
    (BILAL, *RETURN, 'a[href$="/withdraw/"]'),
    (BILAL, *COUNSELLED, 'a[href$="/counselling/"]'),
    (BILAL, *COUNSELLED, 'a[href$="/application/"]'),
    (BILAL, COMPARED),
    (BILAL, "/returns/money/"),
    (BILAL, "/returns/money/floats/"),
    (BILAL, "/returns/money/statement/"),
    (MINNA, "/returns/money/approvals/"),
    (SALLA, "/returns/rules/"),
    (SALLA, "/returns/rules/load/"),
    (KERTTU, "/returns/enquiries/"),
    ("", "/journey/?in=so"),
    ("", "/return/apply/?in=ar"),
]
AT_NIGHT = [(AINO, "/desk/"), (AINO, *CASE), (TUULI, *MOVEMENT), (MARJUT, "/authority/"), (BILAL, *RETURN),
            (BILAL, COMPARED), ("", "/return/apply/?in=ar")]  # fmt: skip


def findings(page) -> list[str]:
    """What axe finds against WCAG 2.2 AA."""
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {[node['html'][:120] for node in one['nodes'][:3]]}" for one in found]


def reach(somebody, path, *clicks):
    """A page, from its list."""
    somebody.open(path)
    for selector in clicks:
        somebody.press(selector)
    return somebody.page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: " ".join(page) or None)
def test_a_page_is_accessible_fits_and_is_quiet(visitor, page):
    email, *way = page
    somebody = visitor(email, bypass_csp=True)  # axe is brought in by the test, not by the page
    shown = reach(somebody, *way)
    for width in WIDTHS:
        shown.set_viewport_size({"width": width, "height": 900})
        assert not findings(shown), width
        assert shown.evaluate("document.documentElement.scrollWidth") <= width
    assert not somebody.complaints


@pytest.mark.parametrize("page", AT_NIGHT, ids=" ".join)
def test_a_page_is_readable_at_night(visitor, page):
    email, *way = page
    assert not findings(reach(visitor(email, color_scheme="dark", bypass_csp=True), *way))


def test_a_planted_fault_is_found(visitor):
    page = visitor(AINO, bypass_csp=True).open("/desk/")
    page.evaluate("document.querySelector('main').innerHTML += '<img src=\"x\">'")
    assert any("image-alt" in one for one in findings(page))


def test_the_policy_for_scripts_holds(visitor):
    page = visitor(AINO).open("/desk/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p onclick=\"window.ran = 1\" id=planted>x</p>')")
    page.evaluate("document.getElementById('planted').click()")
    assert page.evaluate("window.ran") is None
