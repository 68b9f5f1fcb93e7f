"""Quota refugees and family reunification: from the decision to the hand-over in the municipality.

Records: Dossier, HoldReason. Floor 3: imports decisions, travel, cases and below; never another mandate.
"""
