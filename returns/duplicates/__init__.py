"""Is somebody of a return already known under another record? How two people are compared, found and explained.

`spelling`, `births`, `likeness` and `keys` are pure functions over values; `finding` reads them from the database,
`sentences` puts reasons into words, `sides` shows two people without opening the other country's file, `guard` says
what a likeness means for money.
"""
