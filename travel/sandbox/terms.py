"""The terms on which this airline trades, fixed when it starts."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Terms:
    """Where it keeps its store, who may call, how long offers and holds last, and the seed of its prices and times."""

    folder: Path
    host: str = "127.0.0.1"
    port: int = 0
    token: str = ""  # empty: any bearer token is good
    webhook_url: str = ""
    webhook_secret: str = "sandbox_webhook_secret"  # noqa: S105 - the demo's, public on purpose
    offer_minutes: float = 30
    hold_minutes: float = 48 * 60
    seed: str = "1951"
