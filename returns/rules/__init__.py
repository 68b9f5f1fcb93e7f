"""The computation of grants: pure functions over loaded rules. Nothing in here asks the database."""
