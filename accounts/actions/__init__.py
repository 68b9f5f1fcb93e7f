"""Every write of the app `accounts`."""
