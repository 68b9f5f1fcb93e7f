"""Pages of the app `cases`: desk, list, case page and its acts, documents, people."""
