"""Spec: a reminder leaves the machine only by the mail server that the board names; what was sent is kept."""

import email
import socketserver
import threading
from collections.abc import Iterator
from datetime import date
from email.message import Message
from pathlib import Path

import pytest

from metrics.clock import now
from metrics.gaps.due_calendar import due_calendar
from metrics.gaps.mail import NotSent, keep_reminder, reminded_on, send_reminder
from metrics.gaps.missing import gaps, missing
from metrics.gaps.reminder import Reminder, reminder
from metrics.store import Store
from tests.gaps.conftest import BOARD, Q1

TODAY = date(2026, 9, 1)


class Postbox(socketserver.StreamRequestHandler):
    """Speaks just enough SMTP to take a message, or to refuse its receivers."""

    def handle(self) -> None:
        box: Post = self.server  # type: ignore[assignment]
        self._say("220 ready")
        while line := self.rfile.readline().decode().strip():
            if line.upper() == "DATA":
                self._say("354 go on")
                box.taken.append(email.message_from_bytes(b"".join(iter(self.rfile.readline, b".\r\n"))))
            elif line.upper().startswith("RCPT"):
                box.receivers.append(line)
                if box.refuses:
                    self._say("550 no such person: partnership@testbridge.example")
                    continue
            self._say("221 good bye" if line.upper() == "QUIT" else "250 done")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


class Post(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Postbox)
        self.taken: list[Message] = []
        self.receivers: list[str] = []
        self.refuses = False


@pytest.fixture
def post() -> Iterator[Post]:
    with Post() as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()


def with_mail(store: Store, port: int) -> None:
    mail = f'[mail]\nserver = "127.0.0.1"\nport = {port}\nsender = "scorecard@testbridge.example"\nencrypted = false\n'
    store.set_board(f"{BOARD}\n{mail}")


def owed(store: Store, agency: str = "partnership") -> Reminder:
    return reminder(store.board, gaps(missing(store, [Q1], TODAY))[agency], TODAY)


def send(store: Store, made: Reminder) -> str:
    return send_reminder(store, made, due_calendar(store.board, store.board.agency(made.agency), TODAY, now()))


def test_a_reminder_goes_to_lead_and_deputy_with_their_due_days_and_is_kept(store: Store, post: Post) -> None:
    with_mail(store, post.server_address[1])
    made = owed(store)
    assert send(store, made) == "partnership@testbridge.example and owen.clarke@testbridge.example"
    (message,) = post.taken
    assert len(post.receivers) == 2
    assert (message["From"], message["Subject"]) == ("scorecard@testbridge.example", made.subject)
    text, calendar = [each for each in message.walk() if not each.is_multipart()]
    assert text.get_payload(decode=True).decode().replace("\r\n", "\n").strip() == made.text.strip()  # type: ignore[union-attr]
    assert (calendar.get_content_type(), calendar.get_filename()) == ("text/calendar", "due-days.ics")
    assert reminded_on(store, "partnership") == [now().date()]
    assert reminded_on(store, "police") == []


def test_without_a_mail_server_nothing_is_sent(store: Store) -> None:
    with pytest.raises(NotSent, match="No mail server is named"):
        send(store, owed(store))
    assert reminded_on(store, "partnership") == []


def test_without_an_address_nothing_is_sent(store: Store, post: Post) -> None:
    with_mail(store, post.server_address[1])
    with pytest.raises(NotSent, match="No address is known"):
        send(store, owed(store, "police"))
    assert post.receivers == []


def test_what_the_server_refuses_is_said_without_its_words_and_not_kept(store: Store, post: Post) -> None:
    with_mail(store, post.server_address[1])
    post.refuses = True
    with pytest.raises(NotSent, match=r"did not take the message \(SMTPRecipientsRefused\). Nothing was sent") as told:
        send(store, owed(store))
    assert "testbridge" not in str(told.value)
    assert reminded_on(store, "partnership") == []


def test_a_server_that_does_not_answer_is_said(store: Store, post: Post) -> None:
    with_mail(store, 9)
    with pytest.raises(NotSent, match="copy the text instead"):
        send(store, owed(store))


def test_what_a_reader_sent_by_hand_is_kept_too(store: Store) -> None:
    keep_reminder(store, owed(store))
    keep_reminder(store, owed(store))
    assert reminded_on(store, "partnership") == [now().date()]


@pytest.mark.parametrize(
    "written",
    ['server = ""\nsender = "a@b"', 'server = "x"\nsender = "nobody"', 'server = "x"\nsender = "a@b"\npassword = "p"'],
)
def test_a_mail_server_that_cannot_be_is_refused_and_a_password_has_no_place_in_the_board_file(
    tmp_path: Path, written: str
) -> None:
    with pytest.raises(ValueError, match=r"The board file cannot be used: \[mail\]"):
        Store.create(tmp_path / "x.duckdb", f"{BOARD}\n[mail]\n{written}\n")
