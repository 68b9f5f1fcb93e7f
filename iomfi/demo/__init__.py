"""The demo world: invented organisations, accounts, people, cases and journeys; the same in every clone."""
