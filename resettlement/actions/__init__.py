"""Every write of the app `resettlement`."""
