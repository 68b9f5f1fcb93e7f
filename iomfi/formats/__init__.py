"""How dates and numbers are written, where the office differs from the language."""
