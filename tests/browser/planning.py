"""Reintegration plans as people bring them along in the browser: written, submitted, approved here and there."""

from tests.browser import work
from tests.browser.conftest import Visitor

SAVE = "main form .btns button.btn-primary"


def write(officer: Visitor, case: str, amount: str, business: str = "A taxi") -> str:
    """Begin the plan on the case page and write one row of each list; gives the plan's address."""
    officer.open(case)
    officer.press('[aria-labelledby=h-returns] a[href$="/plan/"]')
    page = officer.press("main form button.btn-primary")
    page.select_option("[name=objectives-0-dimension]", "economic")
    page.fill("[name=objectives-0-words]", f"{business} that feeds them")
    page = officer.press("button[value=objectives][name=more]")
    assert page.input_value("[name=objectives-0-words]") == f"{business} that feeds them"
    page.select_option("[name=objectives-1-dimension]", "psychosocial")
    page.fill("[name=objectives-1-words]", "He knows whom to call")
    page.select_option("[name=activities-0-kind]", "tools")
    page.fill("[name=activities-0-words]", f"{business} is opened")
    page.fill("[name=activities-0-from_on]", work.day(5))
    page.fill("[name=activities-0-until_on]", work.day(90))
    page.select_option("[name=budget-0-kind]", "tools")
    page.fill("[name=budget-0-words]", f"What {business} needs")
    page.fill("[name=budget-0-amount]", amount)
    officer.press(SAVE)
    return officer.path.partition("#")[0]  # browsers keep the fragment over a redirect


def approve(officer: Visitor, colleague: Visitor, mission: Visitor, plan: str) -> None:
    """Submitted by the author, approved by a colleague, then by the mission on its own page."""
    officer.open(plan)
    officer.press('form[action$="/submit/"] button')
    colleague.open(plan)
    colleague.press('form[action$="/approve/"] button')
    mission.open("/mission/")
    mission.press(f'a[href$="{plan.rstrip("/").rsplit("/", 1)[-1]}/"]')
    mission.press('form[action$="/approve/"] button')
