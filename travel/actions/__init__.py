"""Every write of the app `travel`: clearances, movements, bookings, notifications."""
