"""Reintegration plans."""
