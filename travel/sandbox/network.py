"""Who flies where: hubs, their spokes, and the sensible ways from one airport to another."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from travel.sandbox.geography import kilometres

# airline and hub: the airports it serves from there
NETWORK = {
    ("TK", "IST"): "FIH EBB ADD NBO BEY AMM EBL THR KGL BGW DXB ISB KRT CAI MGQ DAR KBL HEL ARN GOT CPH FRA AMS",
    ("QR", "DOH"): "FIH EBB ADD NBO BEY AMM EBL THR KGL BGW DXB ISB KRT CAI MGQ DAR KBL IST HEL ARN CPH FRA AMS",
    ("ET", "ADD"): "FIH EBB NBO KGL KRT MGQ DAR CAI BEY DXB ARN CPH FRA",
    ("MS", "CAI"): "EBB ADD NBO KRT BEY AMM EBL BGW DXB IST CPH FRA AMS",
    ("RJ", "AMM"): "BEY EBL BGW CAI DXB IST FRA CPH AMS",
    ("LH", "FRA"): "BEY AMM EBL THR CAI NBO ADD IST DXB HEL ARN GOT CPH KEF AMS",
    ("KL", "AMS"): "EBB KGL NBO DAR BEY DXB IST CAI HEL ARN GOT CPH KEF FRA",
    ("SK", "CPH"): "BEY HEL ARN GOT KEF AEY FRA AMS IST",
    ("SK", "ARN"): "MMX GOT HEL CPH KEF FRA AMS TKU",
    ("AY", "HEL"): "TMP OUL TKU ARN GOT CPH KEF FRA AMS IST DOH DXB",
    ("FI", "KEF"): "AEY ARN CPH HEL AMS FRA GOT",
}
HUBS = {hub for _airline, hub in NETWORK}
WORLD = {("TK", "IST"), ("QR", "DOH"), ("ET", "ADD"), ("LH", "FRA"), ("KL", "AMS")}  # these also reach the rest
SERVED = HUBS | {spoke for spokes in NETWORK.values() for spoke in spokes.split()}

Link = tuple[str, str, str]  # airline, from, to


@cache
def links(airport: str) -> tuple[Link, ...]:
    """Every flight link from an airport; one outside the network is served from the two nearest great hubs."""
    found = []
    for (airline, hub), spokes in NETWORK.items():
        if hub == airport:
            found += [(airline, airport, spoke) for spoke in spokes.split()]
        elif airport in spokes.split():
            found.append((airline, airport, hub))
    if airport not in SERVED:
        nearest = sorted(WORLD, key=lambda one: kilometres(one[1], airport))[:2]
        found = [(airline, airport, hub) for airline, hub in nearest]
    return tuple(found)


def _last_links(airport: str) -> set[Link]:
    """Links into an airport that no hub lists."""
    return {(airline, hub, airport) for airline, _here, hub in links(airport)} if airport not in SERVED else set()


def _walk(here: str, goal: str, left: int, so_far: tuple[Link, ...], last: set[Link]) -> Iterator[tuple[Link, ...]]:
    been = {link[1] for link in so_far}
    for link in {*links(here), *(one for one in last if one[1] == here)}:
        there = link[2]
        if there == goal:
            yield (*so_far, link)
        elif left > 1 and there in HUBS and there not in been:
            yield from _walk(there, goal, left - 1, (*so_far, link), last)


def _cost(way: tuple[Link, ...]) -> tuple[float, tuple[Link, ...]]:
    """Kilometres, with a fine for every change of plane and of airline."""
    flown = sum(kilometres(link[1], link[2]) for link in way)
    strangers = sum(a[0] != b[0] for a, b in pairwise(way))
    return flown + 1500 * len(way) + 300 * strangers, way


@cache
def ways(origin: str, destination: str, connections: int) -> tuple[tuple[Link, ...], ...]:
    """The best ways between two airports with at most so many changes of plane, best first."""
    direct = kilometres(origin, destination)
    longest = 2 * direct + 2500
    found = _walk(origin, destination, connections + 1, (), _last_links(destination))
    sane = [way for way in found if sum(kilometres(link[1], link[2]) for link in way) <= longest]
    return tuple(sorted(sane, key=_cost)[:8])
