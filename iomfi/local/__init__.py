"""The local stack: real Postgres and a real Redis-protocol server from wheels, and everything `make up` starts.

Imports nothing of Django, so that `manage.py` can start servers before settings are read.
"""
