"""`manage.py extract_words`: bring new words of code and templates into locale/*/LC_MESSAGES/django.po."""

from django.conf import settings
from django.core.management.base import BaseCommand

from iomfi.words import LANGUAGES, bring_in


class Command(BaseCommand):
    """Extract the words of every language."""

    help = "Bring new words into the translation files and drop unused ones."
    requires_system_checks = []

    def handle(self, **options) -> None:
        """One language after the other."""
        for language in LANGUAGES:
            total, untranslated = bring_in(settings.BASE_DIR, language)
            self.stdout.write(f"{language}: {total} messages, {untranslated} untranslated")
