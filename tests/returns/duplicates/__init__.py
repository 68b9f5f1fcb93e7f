"""Possible duplicates across the three countries."""
