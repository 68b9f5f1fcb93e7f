"""`manage.py run_due`: finish every due job and notice here and now, without worker and broker."""

from django.core.management.base import BaseCommand

from cases import outbox
from notices.actions import sending

ROUNDS = 100  # work makes work: a booking asks for its payment, a ticket for its notices


class Command(BaseCommand):
    """The portal's work without Celery."""

    help = "Do every due job and send every due notice, until nothing is due."

    def handle(self, **options) -> None:
        """Round after round until one finds nothing to do."""
        jobs = notices = 0
        for __ in range(ROUNDS):
            done, sent = outbox.run_due(), sending.send_due()
            jobs, notices = jobs + done, notices + sent
            if not done and not sent:
                break
        self.stdout.write(f"{jobs} jobs done, {notices} notices sent or tried")
