"""Reintegration plans as they are read: what they may cost, what they need, what changed, who is told.

Models, actions, forms and views lie with the others of their kind; this package reads and never writes a plan.
"""
