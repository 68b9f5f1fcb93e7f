"""`manage.py compile_words`: make the .mo files that are missing or old."""

from django.conf import settings
from django.core.management.base import BaseCommand

from iomfi.words import LANGUAGES, compile_language


class Command(BaseCommand):
    """Compile the words of every language."""

    help = "Compile the translations that changed."
    requires_system_checks = []

    def handle(self, **options) -> None:
        """One language after the other."""
        for language in LANGUAGES:
            if compile_language(settings.BASE_DIR, language) and options["verbosity"]:
                self.stdout.write(f"{language}: compiled")
