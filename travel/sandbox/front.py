"""A small page for people: the orders of the airline, the faults that are switched on, and a form to switch them."""

from html import escape

from travel.sandbox.airline import Airline, Call, Reply
from travel.sandbox.faults import KINDS, WEBHOOKS, clear_faults, fault_list, read_fault, set_fault
from travel.sandbox.ledger import read_ledger

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sandbox airline</title><style>
body {{ font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1c2430; }}
table {{ border-collapse: collapse; width: 100%; margin-bottom: 2rem; }}
th, td {{ text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #d8dee6; vertical-align: top; }}
th {{ font-weight: 600; }} p {{ color: #4c5866; }}
form {{ display: flex; flex-wrap: wrap; gap: .8rem; align-items: end; margin-bottom: 1rem; }}
label {{ display: grid; font-size: .85rem; }} input, select, button {{ font: inherit; padding: .3rem .5rem; }}
</style></head><body>
<h1>Sandbox airline</h1>
<p>{count} orders, {live} of them live, {ghosts} ghosts. It is {now} UTC.</p>
<h2>Orders</h2>
<table><thead><tr><th>Reference</th><th>State</th><th>Travellers</th><th>Journey</th><th>Total</th><th>Paid</th>
<th>Made</th><th>Fault met</th></tr></thead><tbody>{orders}</tbody></table>
<h2>Faults</h2>
<table><thead><tr><th>Kind</th><th>Endpoint</th><th>Match</th><th>Remaining</th><th>Met</th></tr></thead>
<tbody>{faults}</tbody></table>
<form method="post" action="/sandbox/switch">
<label>Kind <select name="kind">{kinds}</select></label>
<label>Endpoint <select name="endpoint">{endpoints}</select></label>
<label>Calls <input name="count" type="number" min="1" value="1"></label>
<label>Seconds <input name="seconds" type="number" min="0" step="any"></label>
<label>Family name <input name="family_name"></label>
<button>Switch on</button></form>
<form method="post" action="/sandbox/switch"><button name="kind" value="">Switch all off</button></form>
</body></html>
"""
SHOWN = 200
ENDPOINTS = ("*", "create_offer_request", "get_offer", "create_order", "list_orders", "get_order", "create_payment")


def row(*cells: object) -> str:
    """One row of a table, every cell escaped."""
    return "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in cells) + "</tr>"


def short(moment: str) -> str:
    """A moment to the minute."""
    return moment[:16].replace("T", " ")


def _leg(one: dict) -> str:
    leaves, arrives = short(one["departing_at"]), short(one["arriving_at"])
    return f"{one['flight']} {one['origin']} {leaves} – {one['destination']} {arrives}"


def _order(one: dict) -> str:
    travellers = ", ".join(f"{who['given_name']} {who['family_name']}" for who in one["passengers"])
    legs = "; ".join(map(_leg, one["itinerary"]))
    state = one["state"] + (" (ghost)" if one["ghost"] else "")
    total = f"{one['total_amount']} {one['total_currency']}"
    ends = short(one["created_at"]), one["fault"] or ""
    return row(one["booking_reference"], state, travellers, legs, total, one["paid_amount"], *ends)


def _fault(one: dict) -> str:
    left = "always" if one["remaining"] is None else one["remaining"]
    return row(one["kind"], one["endpoint"], one["match"] or "all", left, one["played"])


def show(airline: Airline, call: Call) -> Reply:
    """The page."""
    book = read_ledger(airline, Call("read_ledger")).body
    newest = list(reversed(book["data"]))[:SHOWN]
    nothing = '<tr><td colspan="8">None.</td></tr>'
    html = PAGE.format(
        **{name: book["meta"][name] for name in ("count", "live", "ghosts")},
        now=short(book["meta"]["now"]),
        orders="".join(map(_order, newest)) or nothing,
        faults="".join(map(_fault, fault_list(airline))) or nothing,
        kinds="".join(f"<option>{escape(kind)}</option>" for kind in [*KINDS, *sorted(WEBHOOKS)]),
        endpoints="".join(f"<option>{escape(name)}</option>" for name in ENDPOINTS),
    )
    return Reply(200, html.encode(), {"Content-Type": "text/html; charset=utf-8"})


def switch(airline: Airline, call: Call) -> Reply:
    """What the form asks for: one fault on, or all off; then the page again."""
    asked = {name: value for name, value in call.body.items() if value}
    if not asked.get("kind"):
        clear_faults(airline)
    else:
        family = asked.pop("family_name", None)
        numbers = {name: kind(asked[name]) for name, kind in (("count", int), ("seconds", float)) if name in asked}
        set_fault(airline, read_fault({**asked, **numbers, "match": {"family_name": family} if family else None}))
    return Reply(303, None, {"Location": "/sandbox/"})
