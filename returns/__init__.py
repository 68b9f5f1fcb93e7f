"""Assisted voluntary return: from the first question to the last visit, with the right grant of that day, explained.

Records: Return, Enquiry, Counselling, EligibilityCheck, Declaration, ReturnCountryNote, JourneyKey; RuleSet, GrantRule,
CountryGroupEntry, Computation. Floor 3: imports decisions, travel, cases and below; never another mandate. `rules/` is
the computation: pure functions over rules that were read from the database once.
"""
