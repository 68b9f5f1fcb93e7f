"""Decision files of the authorities: upload, read, check, compare, accept, version.

Records: Upload, Decision, DecisionVersion. Floor 2: imports cases and below, never travel or a mandate.
"""
