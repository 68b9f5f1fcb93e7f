"""Attacks on our own portal: each check has a planted failure that proves it can fail."""
