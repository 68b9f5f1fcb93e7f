"""The airline as a program: flags, one ready line, a clean end on SIGTERM or Ctrl-C."""

import argparse
import signal
import sqlite3
import sys
import threading
from pathlib import Path

from travel.sandbox.airline import Airline
from travel.sandbox.courier import deliver_due
from travel.sandbox.pending import settle_due
from travel.sandbox.server import Server, report
from travel.sandbox.store import Store
from travel.sandbox.terms import Terms
from travel.sandbox.webhooks import register_house


def add_flags(parser: argparse.ArgumentParser, **defaults: object) -> None:
    """The flags of the command, shared by `manage.py sandbox_airline` and `python -m travel.sandbox`."""
    terms = Terms(Path(".data/airline"))
    kept = {**vars(terms), **defaults}
    parser.add_argument("--data", type=Path, default=kept["folder"], help="folder of the airline's own store")
    parser.add_argument("--host", default=kept["host"])
    parser.add_argument("--port", type=int, default=kept["port"], help="0 picks a free one")
    parser.add_argument("--token", default=kept["token"], help="the only bearer token that is good; empty: any")
    parser.add_argument("--webhook-url", default=kept["webhook_url"], help="where every event goes")
    parser.add_argument("--webhook-secret", default=kept["webhook_secret"], help="signs what goes there")
    parser.add_argument("--offer-minutes", type=float, default=kept["offer_minutes"], help="life of an offer")
    parser.add_argument("--hold-minutes", type=float, default=kept["hold_minutes"], help="life of an unpaid hold")
    parser.add_argument("--seed", default=kept["seed"], help="of timetables and prices")


def terms_of(flags: argparse.Namespace | dict) -> Terms:
    """The terms that the flags ask for."""
    wish = flags if isinstance(flags, dict) else vars(flags)
    names = ("host", "port", "token", "webhook_url", "webhook_secret", "offer_minutes", "hold_minutes", "seed")
    return Terms(folder=wish["data"], **{name: wish[name] for name in names})


def run(flags: argparse.Namespace | dict) -> None:
    """Sell flights over HTTP until told to stop."""
    terms = terms_of(flags)
    try:
        airline = Airline(terms, Store(terms.folder))
        server = Server(airline)
    except (OSError, sqlite3.OperationalError) as error:
        sys.exit(f"The sandbox airline cannot start on {terms.host}:{terms.port} with {terms.folder}: {error}")
    register_house(airline)
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: airline.closing.set())
    threads = [threading.Thread(target=server.serve_forever, args=[0.05])]
    threads.append(threading.Thread(target=work, args=[airline]))
    for thread in threads:
        thread.start()
    sys.stdout.write(f"Sandbox airline ready: http://{terms.host}:{server.server_port}\n")
    sys.stdout.flush()
    airline.closing.wait()
    airline.bell.set()
    server.shutdown()
    for thread in threads:
        thread.join(timeout=7)
    server.server_close()
    airline.store.close()


def work(airline: Airline) -> None:
    """Carry out what was accepted and deliver events, until closing time."""
    while not airline.closing.is_set():
        airline.bell.clear()
        try:
            settle_due(airline)
            deliver_due(airline)
        except Exception as error:  # the rounds go on
            report(error)
        airline.bell.wait(0.1)
