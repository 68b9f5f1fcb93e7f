"""What lies outside the portal while the demo is made: the sandbox airline and the mail sink, started if they sleep."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
from django.conf import settings

from iomfi.local.places import Places
from iomfi.local.portal import Program, airline, mail_sink


def answers(port: int) -> bool:
    """Does a program listen there?"""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def outside_world(places: Places) -> Iterator[None]:
    """The airline and the mail sink answer inside; those that were started for it are stopped afterwards."""
    wanted = {places.port("airline"): airline(places, 0), places.port("mail"): mail_sink(places)}
    started: list[Program] = []
    for port, program in wanted.items():
        if not answers(port):
            program.start(places)
            started.append(program)
            wait_for(port)
    try:
        yield
    finally:
        for program in started:
            program.stop()


def wait_for(port: int, seconds: float = 20) -> None:
    """Wait for the first answer."""
    deadline = time.monotonic() + seconds
    while not answers(port) and time.monotonic() < deadline:
        time.sleep(0.05)


@contextmanager
def airline_loses(family_name: str) -> Iterator[None]:
    """The airline takes the order of this family, answers with an error, and never lists the order again."""
    faults = f"{settings.FLIGHTS_URL}/sandbox/faults"
    fault = {"kind": "ghost", "endpoint": "create_order", "status": 500, "match": {"family_name": family_name}}
    httpx.post(faults, json=fault, timeout=10).raise_for_status()
    try:
        yield
    finally:
        httpx.delete(faults, timeout=10)
