"""Wires the rooms of the house: settings, addresses, the worker and the local stack. Holds none of the work.

Imports any app; no app imports it.
"""

from iomfi.celery import app as celery_app

__all__ = ["celery_app"]
