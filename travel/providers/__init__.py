"""Those who sell seats: what the house asks of any of them (`base`), and one module for each."""
