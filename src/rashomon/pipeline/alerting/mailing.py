"""Deliver by mail: one letter a message, encrypted to the server, its id in the letter's own."""

import os
import smtplib
import ssl
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime

from rashomon.pipeline.alerting.contract import DeliveryError, Parcel
from rashomon.pipeline.alerting.settings import Channel, Mailer, Security, Settings

#: Seconds that the server may take for one answer.
PATIENCE = 30.0


def send_mail(channel: Channel, settings: Settings, parcel: Parcel) -> str | None:
    """Send a parcel as a letter, and return whom the server refused.

    Raises:
        DeliveryError: the server took it for nobody.
    """
    mailer = settings.mailer
    if mailer is None:
        raise DeliveryError("no mail server is named (add [smtp] to alerts.toml)")
    letter = letter_of(channel, mailer, parcel)
    try:
        with _connected(mailer) as server:
            if mailer.user is not None:
                server.login(mailer.user, _password(mailer))
            refused = server.send_message(letter, mailer.sender, list(channel.to))
    except (smtplib.SMTPException, OSError) as error:
        raise DeliveryError(
            f"{mailer.host}:{mailer.port} did not take the mail: {type(error).__name__}: {_said(error)}"
        ) from error
    return f"refused for {', '.join(sorted(refused))}" if refused else None


def letter_of(channel: Channel, mailer: Mailer, parcel: Parcel) -> EmailMessage:
    """Return the letter of a parcel."""
    letter = EmailMessage()
    letter["Subject"] = parcel.subject
    letter["From"] = mailer.sender
    letter["To"] = ", ".join(channel.to)
    letter["Date"] = format_datetime(datetime.fromtimestamp(parcel.at, UTC))
    letter["Message-ID"] = f"<{parcel.message.id}@{mailer.sender.rpartition('@')[2].strip('<> ') or 'rashomon'}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(parcel.text)
    return letter


def _connected(mailer: Mailer) -> AbstractContextManager[smtplib.SMTP]:
    """Return the server, encrypted unless it is this machine."""
    trust = ssl.create_default_context()
    if mailer.security is Security.TLS:
        return smtplib.SMTP_SSL(mailer.host, mailer.port, timeout=PATIENCE, context=trust)
    server = smtplib.SMTP(mailer.host, mailer.port, timeout=PATIENCE)
    if mailer.security is Security.STARTTLS:
        server.starttls(context=trust)
    return server


def _password(mailer: Mailer) -> str:
    found = os.environ.get(mailer.password)
    if found is None:
        raise DeliveryError(f"the environment variable {mailer.password} with the mail password is not set")
    return found


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:300]
