"""Pages of the app `decisions`. The office's people and liaisons open the same views through gates of their own."""
