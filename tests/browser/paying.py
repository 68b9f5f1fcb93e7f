"""Money of returns as people move it in the browser: computed, proposed, approved, counted out, confirmed, paid."""

from playwright.sync_api import Page

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


def release(officer: Visitor, award: str) -> None:
    """Say that the condition of the next part that waits is met."""
    officer.open(award)
    officer.press('form[action$="/release/"] button')


def pay_by_mission(officer: Visitor, award: str, currency: str, rate: str, source: str) -> str:
    """The mission hands it over in another currency; gives the receipt's address."""
    officer.open(award)
    page = officer.press('a[href$="/pay/"]')
    page.select_option("[name=method]", "mission")
    page.select_option("[name=payee]", index=1)
    page.select_option("[name=document_seen]", "passport")
    page.fill("[name=document_number]", "P00417723")
    page.fill("[name=local_currency]", currency)
    page.fill("[name=rate]", rate)
    page.fill("[name=rate_source]", source)
    officer.press(ACT)
    return officer.path


def confirm_by_statement(officer: Visitor, receipt: str, amount: str, currency: str) -> list[int]:
    """The mission's file says the same: confirmed now, before, of another amount, unknown to us."""
    page = officer.open("/returns/money/statement/")
    page.select_option("[name=method]", "mission")
    page.fill("[name=statement]", f"receipt,amount,currency\n{receipt},{amount},{currency}\n")
    return [int(words) for words in officer.press(ACT).locator("dl.tally dd").all_inner_texts()[:4]]


def count_out(officer: Visitor, award: str, number: str) -> None:
    """Cash out of the own float, over the counter at the airport."""
    officer.open(award)
    page = officer.press('a[href$="/pay/"]')
    page.select_option("[name=method]", "airport")
    page.select_option("[name=payee]", index=1)
    page.select_option("[name=document_seen]", "passport")
    page.fill("[name=document_number]", number)
    page.select_option("[name=cash_float]", index=1)
    officer.press(ACT)


def sign(witness: Visitor, name: str, has_pen: bool = True) -> str:
    """The second person finds the cash that waits; the payee signs on the screen; gives the receipt's address."""
    witness.open("/returns/money/")
    page = witness.press(f"[aria-labelledby=h-counted] a:has-text({name.upper()!r})")
    if has_pen:
        draw(page)
    page.fill("[name=signed_name]", name)
    page.check("[name=seen]")
    witness.press(ACT)
    return witness.path


def draw(page: Page) -> None:
    """Two strokes with the pointer, from corner to corner and across."""
    pad = page.locator("#pad")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()

    def at(across: float, down: float) -> tuple[float, float]:
        return box["x"] + across * box["width"], box["y"] + down * box["height"]

    for start, end in (((0.1, 0.2), (0.9, 0.8)), ((0.2, 0.7), (0.8, 0.3))):
        page.mouse.move(*at(*start))
        page.mouse.down()
        page.mouse.move(*at(*end), steps=8)
        page.mouse.up()


def count_float(witness: Visitor, amount: str) -> None:
    """The day's float is counted by the other one."""
    witness.open("/returns/money/floats/")
    page = witness.press('a[href$="/count/"]')
    page.fill("[name=counted]", amount)
    witness.press(ACT)


def write_quote(officer: Visitor, award: str, part: int, what: str, supplier: str, amount: str) -> None:
    """What a supplier asks for something that is given in kind."""
    officer.open(award)
    page = officer.press(f'a[href$="/quotes/"] >> nth={part}')
    for name, value in {"what": what, "new_name": supplier, "new_place": "Basra", "amount": amount}.items():
        page.fill(f"[name={name}]", value)
    officer.press("[aria-labelledby=h-new] button[type=submit]")


def choose(officer: Visitor, supplier: str, reason: str = "") -> None:
    """On the page of the quotes: buy there."""
    page = officer.press(f"tr:has-text({supplier!r}) a[href$='/choose/']")
    page.fill("[name=reason]", reason)
    officer.press(ACT)


def pay_suppliers(second: Visitor, award: str) -> str:
    """By somebody else than who chose; gives the receipt's page in words."""
    second.open(award)
    page = second.press('a[href$="/pay/"]')
    page.select_option("[name=method]", "mission")
    return second.press(ACT).inner_text("main")
