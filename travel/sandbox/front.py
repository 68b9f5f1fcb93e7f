"""A small page for people: the orders of the airline and the faults that are switched on."""

from html import escape

from travel.sandbox.airline import Airline, Call, Reply
from travel.sandbox.faults import AT_ONCE, KINDS, WEBHOOKS, fault_list
from travel.sandbox.ledger import read_ledger

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sandbox airline</title><style>
body {{ font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1c2430; }}
table {{ border-collapse: collapse; width: 100%; margin-bottom: 2rem; }}
th, td {{ text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #d8dee6; vertical-align: top; }}
th {{ font-weight: 600; }} code {{ font-size: .85em; }} p {{ color: #4c5866; }}
</style></head><body>
<h1>Sandbox airline</h1>
<p>{count} orders, {live} of them live, {ghosts} ghosts. It is {now}.</p>
<h2>Orders</h2>
<table><thead><tr><th>Reference</th><th>State</th><th>Travellers</th><th>Journey</th><th>Total</th><th>Paid</th>
<th>Made</th><th>Fault met</th></tr></thead><tbody>{orders}</tbody></table>
<h2>Faults</h2>
<table><thead><tr><th>Kind</th><th>Endpoint</th><th>Match</th><th>Remaining</th><th>Met</th></tr></thead>
<tbody>{faults}</tbody></table>
<p>Switch one on with <code>POST /sandbox/faults</code>, all off with <code>DELETE /sandbox/faults</code>.
Kinds: {kinds}.</p>
</body></html>
"""
SHOWN = 200


def row(*cells: object) -> str:
    """One row of a table, every cell escaped."""
    return "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in cells) + "</tr>"


def _order(one: dict) -> str:
    travellers = ", ".join(f"{who['given_name']} {who['family_name']}" for who in one["passengers"])
    legs = "; ".join(
        f"{leg['flight']} {leg['origin']} {leg['departing_at'][:16]} – {leg['destination']} {leg['arriving_at'][:16]}"
        for leg in one["itinerary"]
    )
    state = one["state"] + (" (ghost)" if one["ghost"] else "")
    total = f"{one['total_amount']} {one['total_currency']}"
    made = one["created_at"][:19]
    return row(one["booking_reference"], state, travellers, legs, total, one["paid_amount"], made, one["fault"] or "")


def _fault(one: dict) -> str:
    left = "always" if one["remaining"] is None else one["remaining"]
    return row(one["kind"], one["endpoint"], one["match"] or "all", left, one["played"])


def show(airline: Airline, call: Call) -> Reply:
    """The page."""
    book = read_ledger(airline, Call("read_ledger")).body
    newest = list(reversed(book["data"]))[:SHOWN]
    nothing = '<tr><td colspan="8">None.</td></tr>'
    html = PAGE.format(
        **{name: escape(str(book["meta"][name])) for name in ("count", "live", "ghosts", "now")},
        orders="".join(map(_order, newest)) or nothing,
        faults="".join(map(_fault, fault_list(airline))) or nothing,
        kinds=", ".join(f"<code>{escape(kind)}</code>" for kind in [*KINDS, AT_ONCE, *sorted(WEBHOOKS)]),
    )
    return Reply(200, html.encode(), {"Content-Type": "text/html; charset=utf-8"})
