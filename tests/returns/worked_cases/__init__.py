"""Cases worked by hand from the field's rules: one file per scheme, one row per case."""
