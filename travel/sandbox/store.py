"""The airline's own store: one SQLite file, one connection, one writer at a time.

Write-ahead log with full synchronisation: what was answered is on disk, and a kill at any moment leaves it whole.
"""

import contextlib
import json
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

SCHEMA = """
CREATE TABLE IF NOT EXISTS offer_requests (id TEXT PRIMARY KEY, made REAL NOT NULL, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS offers (
  id TEXT PRIMARY KEY, request TEXT NOT NULL, expires REAL NOT NULL, gone INTEGER NOT NULL DEFAULT 0,
  body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS offers_of_request ON offers (request);
CREATE TABLE IF NOT EXISTS orders (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, request TEXT NOT NULL, offer TEXT NOT NULL,
  reference TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, made REAL NOT NULL, listed REAL NOT NULL,
  ghost INTEGER NOT NULL, pay_by REAL, guaranteed REAL, cancelled REAL, synced REAL, names TEXT NOT NULL,
  metadata TEXT NOT NULL, fault TEXT, body TEXT NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS one_order_per_request ON orders (request) WHERE ghost = 0;
CREATE TABLE IF NOT EXISTS payments (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, order_id TEXT NOT NULL, kind TEXT NOT NULL,
  amount TEXT NOT NULL, currency TEXT NOT NULL, made REAL NOT NULL, listed REAL NOT NULL, ghost INTEGER NOT NULL,
  fault TEXT);
CREATE INDEX IF NOT EXISTS payments_of_order ON payments (order_id);
CREATE TABLE IF NOT EXISTS cancellations (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, order_id TEXT NOT NULL, made REAL NOT NULL,
  expires REAL NOT NULL, refund TEXT NOT NULL, currency TEXT NOT NULL, refund_to TEXT NOT NULL, confirmed REAL);
CREATE TABLE IF NOT EXISTS changes (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, order_id TEXT NOT NULL, made REAL NOT NULL,
  added TEXT NOT NULL, removed TEXT NOT NULL, taken TEXT, taken_at REAL);
CREATE TABLE IF NOT EXISTS pending (
  id TEXT PRIMARY KEY, request TEXT NOT NULL, due REAL NOT NULL, outcome TEXT NOT NULL, call TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS webhooks (
  id TEXT PRIMARY KEY, url TEXT NOT NULL, events TEXT NOT NULL, secret TEXT NOT NULL, active INTEGER NOT NULL,
  made REAL NOT NULL, changed REAL NOT NULL);
CREATE TABLE IF NOT EXISTS deliveries (
  number INTEGER PRIMARY KEY AUTOINCREMENT, event TEXT NOT NULL, webhook TEXT NOT NULL, type TEXT NOT NULL,
  body TEXT NOT NULL, forged INTEGER NOT NULL DEFAULT 0, due REAL NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
  ended TEXT, status INTEGER);
CREATE TABLE IF NOT EXISTS faults (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL, remaining INTEGER,
  played INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS calls (
  number INTEGER PRIMARY KEY AUTOINCREMENT, made REAL NOT NULL, endpoint TEXT NOT NULL, request_id TEXT NOT NULL,
  fault TEXT, status INTEGER);
"""
TABLES = (
    *("offer_requests", "offers", "orders", "payments", "cancellations", "changes", "pending"),
    *("deliveries", "faults", "calls"),
)


class Store:
    """The file and its lock. Only one airline may hold a folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = threading.RLock()
        self._db = sqlite3.connect(folder / "airline.sqlite3", timeout=2, isolation_level=None, check_same_thread=False)
        self._db.row_factory = sqlite3.Row
        for habit in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
            self._db.execute(f"PRAGMA {habit}")
        self._db.executescript(SCHEMA)

    @contextlib.contextmanager
    def act(self) -> Iterator[sqlite3.Connection]:
        """All or nothing, one at a time."""
        with self._lock:
            nested = self._db.in_transaction
            if not nested:
                self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                if not nested:
                    self._db.execute("ROLLBACK")
                raise
            if not nested:
                self._db.execute("COMMIT")

    def one(self, question: str, *values: object) -> sqlite3.Row | None:
        """One row, or none."""
        with self._lock:
            return self._db.execute(question, values).fetchone()

    def all(self, question: str, *values: object, **named: object) -> list[sqlite3.Row]:
        """Every row."""
        with self._lock:
            return self._db.execute(question, named or values).fetchall()

    def add(self, table: str, **columns: object) -> int:
        """Insert one row; dicts and lists are kept as JSON."""
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        values = [json.dumps(value) if isinstance(value, dict | list) else value for value in columns.values()]
        with self.act() as db:
            return db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", values).lastrowid  # noqa: S608 - own words

    def forget(self) -> None:
        """An empty airline; the addresses of webhooks stay."""
        with self.act() as db:
            for table in TABLES:
                db.execute(f"DELETE FROM {table}")  # noqa: S608 - own words

    def close(self) -> None:
        """Let go of the folder."""
        with self._lock:
            self._db.close()
