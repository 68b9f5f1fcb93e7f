"""Every write of the app `notices`."""
