"""E-mail by SMTP. What the mail server answers is sorted into: sent, not now, refused."""

import smtplib

from django.core.mail import EmailMessage


class NotNow(Exception):
    """The mail server could not be reached or asked us to wait: try again later."""


class Refused(Exception):
    """The mail server will never take this message: a person must look."""


def send_mail(message: EmailMessage) -> None:
    """Hand a message to the mail server."""
    if not message.to:
        raise Refused("the receiver has no e-mail address")
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused as error:
        codes = {code for code, __ in error.recipients.values()}
        raise (Refused if min(codes) >= 500 else NotNow)(f"receiver refused: {sorted(codes)}") from error
    except smtplib.SMTPResponseException as error:
        raise (Refused if error.smtp_code >= 500 else NotNow)(f"mail server said {error.smtp_code}") from error
    except (smtplib.SMTPException, OSError) as error:
        raise NotNow(type(error).__name__) from error
