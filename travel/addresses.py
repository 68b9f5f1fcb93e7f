"""Where in the portal the records of travel are read: paths for notices, which never carry more than a link."""

from cases.models import Case, Document
from travel.models import Movement, Notification


def of_case(case: Case) -> str:
    """The page of a case."""
    return f"/cases/{case.code}/"


def of_document(document: Document) -> str:
    """A file of a case."""
    return f"/documents/{document.code}/"


def of_movement(movement: Movement) -> str:
    """The page of a movement."""
    return f"/movements/{movement.code}/"


def of_notification(notification: Notification) -> str:
    """The page of a notification."""
    return f"/notifications/{notification.code}/"
