"""Money of returns."""
