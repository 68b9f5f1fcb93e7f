"""Every write of the app `decisions`: receiving, reading, accepting and discarding files."""
