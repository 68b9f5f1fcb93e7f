"""`manage.py compile_words`: make the .mo files that are missing or old."""

from django.conf import settings
from django.core.management.base import BaseCommand

from iomfi.words import compile_file, kept_words


class Command(BaseCommand):
    """Compile the words of every language."""

    help = "Compile the translations that changed."
    requires_system_checks = []

    def handle(self, **options) -> None:
        """One file after the other."""
        for file in kept_words(settings.BASE_DIR):
            if compile_file(file) and options["verbosity"]:
                self.stdout.write(f"{file.relative_to(settings.BASE_DIR)}: compiled")
