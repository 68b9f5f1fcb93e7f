"""How often somebody may try a door that needs no account. Counted in Postgres: every web process sees the same."""

from axes.helpers import get_client_ip_address
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from returns.models import Knock

MOST = {"journey": 20, "journey_code": 6, "apply": 20}  # in one hour


def knock(door: str, who: str) -> bool:
    """Count one try; False where there were too many in this hour."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {Knock._meta.db_table} AS k (door, who, hour, times) VALUES (%s, %s, %s, 1) "  # noqa: S608
            "ON CONFLICT (door, who, hour) DO UPDATE SET times = k.times + 1 RETURNING times",
            [door, digest("knock", who), hour],
        )
        return cursor.fetchone()[0] <= MOST[door]


def caller(request: HttpRequest) -> str:
    """From where a request comes."""
    return get_client_ip_address(request) or "unknown"


def digest(purpose: str, words: str) -> str:
    """A digest that nobody can make without the portal's secret."""
    return salted_hmac(f"returns.{purpose}", words, algorithm="sha256").hexdigest()
