"""Who signs in and for whom: users, the organisations they act for, and the grants that say what they may see.

Records: Organisation, User, Grant. Floor 0: imports no other app.
"""
