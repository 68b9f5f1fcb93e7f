"""Real Postgres and Redis for one run of the tests, in a data folder of their own.

Loaded as a plugin before Django reads its settings. With `DATABASE_URL` and `REDIS_URL` the tests use those servers.
"""

import os
from pathlib import Path

import pytest

from iomfi.local.places import Places
from iomfi.local.servers import Servers

DATA_DIR = Path(os.environ.get("TEST_DATA_DIR") or Path(__file__).resolve().parent.parent / ".data" / "test")
os.environ["DATA_DIR"] = str(DATA_DIR)
os.environ["PORTAL"] = "demo"
_servers = Servers(Places.of(DATA_DIR), fast=True)


def is_worker(config: pytest.Config) -> bool:
    """One of several processes that share the servers of the first?"""
    return hasattr(config, "workerinput")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Start the servers, once per run."""
    if not is_worker(config) and not os.environ.get("DATABASE_URL"):
        _servers.join()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what we started."""
    if not is_worker(config):
        _servers.leave()
