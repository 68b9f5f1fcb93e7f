"""Money of returns as people move it in the browser: computed, proposed, approved, counted out, confirmed, paid."""

from tests.browser.conftest import Visitor

ACT = "main form[method=post] button[type=submit]"
SUMS = "[aria-labelledby=h-ledger] > p"


def propose(officer: Visitor, case: str, **parts: str) -> str:
    """Compute from what is on record and propose it in these parts; gives the award's address."""
    officer.open(case)
    officer.press('a[href$="/compute/"]')
    page = officer.press(ACT)
    for name, value in parts.items():
        field = page.locator(f"[name={name}]")
        field.select_option(value) if name.endswith("_mode") else field.fill(value)
    officer.press(ACT)
    return officer.path


def approve(approver: Visitor, award: str) -> None:
    """From the list of what waits."""
    approver.open("/returns/money/approvals/")
    approver.press(f'a[href="{award}"]')
    approver.press('form[action$="/approve/"] button')


def open_float(officer: Visitor, airport: str, currency: str, amount: str) -> None:
    """Cash of the day, in this officer's hands."""
    page = officer.open("/returns/money/floats/")
    page.fill("[name=airport]", airport)
    page.select_option("[name=currency]", currency)
    page.fill("[name=opening]", amount)
    officer.press(ACT)


def sums(somebody: Visitor, award: str) -> str:
    """What the ledger comes to, in words."""
    return somebody.open(award).locator(SUMS).inner_text()
