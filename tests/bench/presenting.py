"""What a room waits for: the server's time for a press, and for the whole deck, against a bare answer."""

import json
import tempfile
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from sample_data.load import make_sample_store
from tests.bench.timing import Result, medians, result
from tests.dashboard.live import serving

MEETING = "2026-09-10"
ALLOWED = 0.2
"""Seconds of server time that a change of slide may take."""


def measure_presenting(rounds: int) -> Iterator[Result]:
    """From the newest edition of the sample. The floor is the server's own check of its health."""
    with tempfile.TemporaryDirectory() as name:
        store = Path(name) / "sample.duckdb"
        make_sample_store(store).close()
        with serving(store) as address:
            room = _Room(address)
            work = {"health": room.health, "move": room.move, "follow": room.follow, "deck": room.deck, "chair": room.chair}
            taken = medians(work, rounds)
    allowed = ALLOWED / taken["health"]
    yield result("slide: a press until it is kept for every screen, against a bare answer", taken, "move", "health", allowed)
    yield result("slide: another screen asks where the meeting stands", taken, "follow", "health", allowed)
    yield result("slide: every slide of a meeting, as one page", taken, "deck", "health", None)
    yield result("slide: the chair's screen", taken, "chair", "health", None)


class _Room:
    """One connection that is kept open, as a browser keeps it."""

    def __init__(self, address: str) -> None:
        self.connection = HTTPConnection(urlsplit(address).netloc, timeout=30)
        self.seen = 0
        self.next = "council"

    def health(self) -> bytes:
        return self._ask("GET", "/healthz")

    def follow(self) -> bytes:
        return self._ask("GET", f"/present/{MEETING}/position")

    def deck(self) -> bytes:
        return self._ask("GET", f"/present/{MEETING}")

    def chair(self) -> bytes:
        return self._ask("GET", f"/chair/{MEETING}")

    def move(self) -> None:
        self.next = "police" if self.next == "council" else "council"
        answer = json.loads(self._ask("POST", f"/present/{MEETING}/position", {"slide": self.next, "seen": self.seen}))
        if answer.get("overtaken"):
            raise RuntimeError("Somebody else moves the meeting while it is measured.")
        self.seen = answer["version"]

    def _ask(self, method: str, path: str, said: dict[str, object] | None = None) -> bytes:
        body = json.dumps(said).encode() if said else None
        self.connection.request(method, path, body, {"Content-Type": "application/json"})
        return self.connection.getresponse().read()
