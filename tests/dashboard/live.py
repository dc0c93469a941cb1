"""A dashboard that really runs: its own process, a free port of this machine, ended when the tests are done with it."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[2]
SERVE = "import sys, pathlib, dashboard.server as it; it.serve(pathlib.Path(sys.argv[1]), port=int(sys.argv[2]))"
PATIENCE = 60


@contextmanager
def serving(store: Path) -> Iterator[str]:
    """Serve a store, and give the address."""
    port = _free_port()
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(store), str(port)], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


class Answer(NamedTuple):
    status: int
    headers: HTTPMessage
    body: bytes


def answer(address: str, path: str, method: str = "GET") -> Answer:
    connection = HTTPConnection(urlsplit(address).netloc, timeout=10)
    connection.request(method, path)
    found = connection.getresponse()
    kept = Answer(found.status, found.headers, found.read())
    connection.close()
    return kept


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            said = process.stderr.read().decode() if process.stderr else ""
            raise RuntimeError(f"The dashboard did not start: {said[-2000:]}")
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=2).close()  # noqa: S310 - our own address
        except (URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"The dashboard did not answer within {PATIENCE} seconds.")
