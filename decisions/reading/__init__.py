"""Reading a decision file that nobody vouches for: checks, table, values, cases.

Runs in a child process of its own (`child`), started by `apart`; imports layouts and reference lists, never Django.
"""
