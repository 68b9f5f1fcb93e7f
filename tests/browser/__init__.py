"""A real browser against the running portal: web, worker, beat, sandbox airline, mail sink, demo world."""
