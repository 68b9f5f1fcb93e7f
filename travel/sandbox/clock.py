"""The airline's clock: real time plus what a drill has moved it forward, so that expiry needs no waiting."""

import time
from datetime import UTC, datetime


class Clock:
    """Seconds since 1970, as the airline sees them."""

    def __init__(self, ahead: float = 0.0) -> None:
        self.ahead = ahead

    def now(self) -> float:
        """The present moment at the airline."""
        return time.time() + self.ahead


def written(moment: float | None) -> str | None:
    """A moment as the API writes it: ISO 8601 in UTC with microseconds."""
    if moment is None:
        return None
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def read(text: str) -> float:
    """A moment from ISO 8601; without a zone it is UTC."""
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
