"""Reliability drills: they break something real and count what was lost or doubled. Run by `manage.py drill NAME`."""
