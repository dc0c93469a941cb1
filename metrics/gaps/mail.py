"""Sending a reminder by the mail server that the board names in its settings. Without one, no message leaves the machine."""

import os
import smtplib
import ssl
from datetime import date
from email.message import EmailMessage

from metrics.board import Mail
from metrics.clock import now
from metrics.gaps.reminder import Reminder
from metrics.store import Store

PASSWORD_VARIABLE = "SCORECARD_MAIL_PASSWORD"  # noqa: S105 - the name of a variable, not a password
SECONDS = 15


class NotSent(Exception):
    """A message was not sent, and why: a sentence."""


def send_reminder(store: Store, reminder: Reminder, calendar: bytes) -> str:
    """Send a reminder with the agency's due days, and keep that it was sent. Returns to whom. Raises NotSent."""
    mail = store.board.mail
    if mail is None:
        raise NotSent("No mail server is named: give [mail] in board.toml, or copy the text.")
    if not reminder.to:
        raise NotSent("No address is known for this agency: give its data lead's contact in board.toml, or copy the text.")
    _send(mail, _message(mail, reminder, calendar))
    keep_reminder(store, reminder)
    return " and ".join(reminder.to)


def keep_reminder(store: Store, reminder: Reminder) -> None:
    """Keep that a reminder went out: to whom, when, and about which data."""
    with store.transaction() as cursor:
        cursor.executemany(
            "insert into reminders (agency, sent_at, sent_to, about) values (?, ?, ?, ?)",
            [(reminder.agency, now(), ", ".join(reminder.to), each) for each in reminder.about],
        )


def reminded_on(store: Store, agency: str) -> list[date]:
    """The days on which an agency was reminded, the newest first."""
    with store.cursor() as cursor:
        rows = cursor.execute(
            "select distinct sent_at::date as day from reminders where agency = ? order by day desc", [agency]
        ).fetchall()
    return [day for (day,) in rows]


def _message(mail: Mail, reminder: Reminder, calendar: bytes) -> EmailMessage:
    found = EmailMessage()
    found["From"], found["To"], found["Subject"] = mail.sender, ", ".join(reminder.to), reminder.subject
    found.set_content(reminder.text)
    found.add_attachment(calendar, maintype="text", subtype="calendar", filename="due-days.ics")
    return found


def _send(mail: Mail, message: EmailMessage) -> None:
    try:
        with smtplib.SMTP(mail.server, mail.port, timeout=SECONDS) as server:
            if mail.encrypted:
                server.starttls(context=ssl.create_default_context())
            if mail.user:
                server.login(mail.user, os.environ.get(PASSWORD_VARIABLE, ""))
            server.send_message(message)
    except (OSError, smtplib.SMTPException) as problem:  # the server's own words may name people: only its kind is told
        raise NotSent(
            f"The mail server {mail.server} did not take the message ({type(problem).__name__}). Nothing was sent: copy the "
            "text instead, or ask whoever looks after the server."
        ) from problem
