"""Without a mouse: the way to the content is short, one sees where one is, and errors are read first."""

from tests.browser.people import AINO, MARJUT
from tests.browser.test_pages import CASE, reach

FOCUSED = """() => {
    const one = document.activeElement, look = getComputedStyle(one), box = one.getBoundingClientRect();
    return {words: one.innerText || one.name || '', shown: look.outlineStyle !== 'none' || look.boxShadow !== 'none',
            seen: box.width > 0 && box.height > 0 && box.bottom > 0, main: !!one.closest('main')} }"""


def tab(page) -> dict:
    """Where the next Tab leads."""
    page.keyboard.press("Tab")
    return page.evaluate(FOCUSED)


def test_the_first_stop_leads_to_the_content(visitor):
    page = visitor(AINO).open("/desk/")
    assert tab(page)["words"] == "Skip to content"
    page.keyboard.press("Enter")
    assert tab(page)["main"]


def test_from_the_head_of_a_page_one_comes_to_the_places_and_then_to_the_content(visitor):
    page = visitor(AINO).open("/desk/")
    words = [tab(page)["words"] for __ in range(12)]
    order = [
        next(place for place, one in enumerate(words) if wanted in one) for wanted in ("Skip", "IOM", "q", "Notices")
    ]
    assert order == sorted(order)
    assert words.index(next(one for one in words if "Desk" in one)) > order[-1]


def test_one_always_sees_where_one_is(visitor):
    for page in (visitor(AINO).open("/desk/"), visitor(MARJUT).open("/authority/")):
        stops = [tab(page) for __ in range(20)]
        assert [one for one in stops if not (one["shown"] and one["seen"])] == []


def test_the_summary_of_errors_takes_the_focus_and_leads_to_the_field(visitor):
    officer = visitor(AINO)
    page = reach(officer, *CASE, '.identity a[href$="/contact/"]')
    officer.press("main form.form-narrow button[type=submit]")
    page.wait_for_function("document.activeElement.classList.contains('error-summary')")
    page.locator(".error-summary a").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "note"
