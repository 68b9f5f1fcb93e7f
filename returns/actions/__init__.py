"""Every write of the app, one function per verb."""
