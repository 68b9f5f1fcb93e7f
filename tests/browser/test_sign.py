"""The payee signs on the screen: with a finger, with a pen or the mouse; who cannot draw signs by the typed name."""

from collections.abc import Iterator

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Page

from returns.money_forms import STROKES, ConfirmForm
from tests.browser.conftest import HOUSE

LOOK = HOUSE / "static" / "look"


@pytest.fixture
def pad(chromium) -> Iterator[Page]:
    """The form of the second officer's telephone with the real pad, script and style."""
    context = chromium.new_context(viewport={"width": 360, "height": 720}, has_touch=True)
    page = context.new_page()
    page.set_content(f"<form>{ConfirmForm()}{render_to_string('returns/money/_pad.html')}</form>")
    page.add_style_tag(path=LOOK / "forms.css")
    page.add_script_tag(path=LOOK / "signature.js")
    yield page
    context.close()


def drawn(page: Page) -> str:
    return page.locator("#id_signature").input_value()


def box_of(page: Page) -> dict:
    page.locator("#pad").scroll_into_view_if_needed()
    return page.locator("#pad").bounding_box()


def touch(page: Page, *places: tuple[float, float]) -> None:
    """One finger goes down, over these places of the pad, and up: as the screen reports it."""
    box, screen = box_of(page), page.context.new_cdp_session(page)
    points = [{"x": box["x"] + x * box["width"], "y": box["y"] + y * box["height"]} for x, y in places]
    screen.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": points[:1]})
    for point in points[1:]:
        screen.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    screen.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_finger_draws_and_does_not_scroll(pad):
    before = pad.evaluate("scrollY")
    touch(pad, (0.1, 0.2), (0.5, 0.9), (0.9, 0.2))
    assert drawn(pad).startswith("M60 40 L") and drawn(pad).count("L") >= 3
    assert STROKES.match(drawn(pad)) and pad.evaluate("scrollY") == before
    assert pad.locator("#pad path").get_attribute("d") == drawn(pad)


def test_two_strokes_of_the_mouse_are_two_strokes(pad):
    box = box_of(pad)
    for height in (0.3, 0.7):
        pad.mouse.move(box["x"] + 20, box["y"] + height * box["height"])
        pad.mouse.down()
        pad.mouse.move(box["x"] + 200, box["y"] + height * box["height"], steps=5)
        pad.mouse.up()
    assert drawn(pad).count("M") == 2 and STROKES.match(drawn(pad))


def test_a_tap_is_a_dot_and_can_be_taken_back(pad):
    touch(pad, (0.5, 0.5))
    assert STROKES.match(drawn(pad))
    pad.locator("#pad-clear").press("Enter")
    assert drawn(pad) == ""


def test_who_cannot_draw_signs_by_the_keyboard_alone(pad):
    pad.locator("#id_signed_name").focus()
    pad.keyboard.type("Furaha Bahati")
    pad.keyboard.press("Tab")
    pad.keyboard.press("Space")
    form = ConfirmForm({
        "signed_name": pad.locator("#id_signed_name").input_value(), "signature": drawn(pad),
        "seen": "on" if pad.locator("#id_seen").is_checked() else "",
    })  # fmt: skip
    assert form.is_valid()
