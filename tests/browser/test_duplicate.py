"""A duplicate found across two countries: the second grant waits, somebody looks at both people and decides."""

import pytest

from tests.browser.people import AINO, BILAL, SALLA

SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
DUPLICATES, APPROVALS = "/returns/duplicates/", "/returns/money/approvals/"
MAN = "SAMATAR"


@SCRIPTS
def test_a_duplicate_found_across_two_countries(visitor, scripts):
    lead, officer = visitor(SALLA, scripts=scripts), visitor(BILAL, width=360, scripts=scripts)
    refused(lead)
    looked_at(officer)
    decide(officer, "unclear", "Stockholm is asked for his photograph.")
    assert "left unclear" in refused(lead)
    decide(officer, "same", "He said so himself on the telephone.")
    assert "is the person of another grant" in award(lead).inner_text("main")
    told(officer)
    taken_back(officer)
    assert "Decide first" in refused(lead)
    assert visitor(AINO).status_of(DUPLICATES) == 404
    assert not (lead.complaints + officer.complaints)


def award(lead):
    """The grant that waits for approval."""
    lead.open(APPROVALS)
    return lead.press(f"a:has-text('{MAN}')")


def refused(lead) -> str:
    """The lead approves, and is told which grant the man may have already."""
    award(lead)
    said = lead.press("form[action$='/approve/'] button").inner_text("main")
    assert "SE-ATER, Sweden: 30,000 SEK" in said
    return said


def looked_at(officer) -> None:
    """Both people side by side, as much as the decision needs."""
    page = officer.open(DUPLICATES)
    assert "Strong: money waits" in page.inner_text("[aria-labelledby=h-asked]")
    page = officer.press(f"[aria-labelledby=h-asked] a:has-text('{MAN}')")
    words = page.inner_text("main")
    for one in ("SAMATAR, Guled Jama", "SAMATAR, Guuleed Jaamac", "SE-ATER, Sweden: 30,000 SEK", "Finland"):
        assert one in words
    assert "birth date equal" in page.inner_text(".head")


def decide(officer, verdict: str, reason: str) -> None:
    """By the keyboard: Enter in the reason sends it."""
    page = officer.open(DUPLICATES)
    officer.press(f"main a:has-text('{MAN}')")
    page.check(f"[name=verdict][value={verdict}]")
    page.fill("[name=reason]", reason)
    with page.expect_navigation():
        page.press("[name=reason]", "Enter")


def told(officer) -> None:
    """Both files tell of it, without the reason."""
    page = officer.open(DUPLICATES)
    officer.press(f"[aria-labelledby=h-decided] a:has-text('{MAN}')")
    for case in page.locator("main a[href^='/cases/']").evaluate_all("all => all.map(one => one.pathname)"):
        timeline = officer.open(case).inner_text("ol.timeline")
        assert "Possible duplicate: the same person" in timeline
        assert "telephone" not in timeline


def taken_back(officer) -> None:
    """What was decided stays on record, and is asked again."""
    officer.open(DUPLICATES)
    officer.press(f"[aria-labelledby=h-decided] a:has-text('{MAN}')")
    page = officer.press("form[action$='/undo/'] button")
    history = page.inner_text("[aria-labelledby=h-before]")
    assert history.index("Taken back") < history.index("the same person") < history.index("unclear")
