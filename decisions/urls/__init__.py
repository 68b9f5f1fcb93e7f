"""Addresses of decision files: one set for the office's people, one for liaisons, each behind its own gate."""
