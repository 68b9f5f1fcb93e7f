"""The caseload of returns: where we stand today, indicators, and the monthly table that the office publishes."""
