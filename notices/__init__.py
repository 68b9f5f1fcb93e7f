"""Messages we send: e-mail and portal inbox, each a row with a life, per recipient and language.

Records: Notice. Floor 0: imports accounts only. Who writes a notice lives on a higher floor.
"""
