"""What refugees read of their journey on the own page, in the languages that the page speaks."""
