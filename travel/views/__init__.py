"""Pages and hooks of the app `travel`."""
