"""Who may approve up to what amount: what the portal comes with. The office keeps the limits in the administration."""

from returns.models import ApprovalLimit
from returns.reference.shipped import shipped_limits


def load_shipped_limits() -> None:
    """The limits that the portal comes with, where there are none at all."""
    if not ApprovalLimit.objects.exists():
        ApprovalLimit.objects.bulk_create(ApprovalLimit(**row) for row in shipped_limits())
