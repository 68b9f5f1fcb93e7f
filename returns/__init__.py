"""Assisted voluntary return: the right grant by the rule of that day, explained.

Records: RuleSet, GrantRule, CountryGroupEntry, Computation. Floor 3: imports decisions, travel, cases and below; never
another mandate. `rules/` is the computation: pure functions over rules that were read from the database once.
"""
