"""The sandbox airline: a foreign system that sells flights over Duffel's HTTP API (v2) and can be told to fail.

It runs in a process of its own, keeps its own store, and imports nothing of the portal. Its ledger knows every order
that was ever made at the airline, also those its API hides: that makes it the judge of the reliability drills.
"""
