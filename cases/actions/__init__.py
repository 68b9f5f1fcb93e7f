"""Every write of the app `cases`: one function per verb of the caseworker."""
