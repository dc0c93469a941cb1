"""What the server answers, and what it keeps to itself."""

import json
import logging
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.server import OPTIONS, NoValues
from tests.dashboard.live import answer, serving
from tests.dashboard.stores import copy_of, empty_store


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(copy_of(empty_store(), tmp_path_factory.mktemp("served"))) as found:
        yield found


def test_the_health_check_says_the_schema_and_nothing_of_the_data(address: str) -> None:
    found = json.loads(answer(address, "/healthz").body)
    assert found["ok"] is True
    assert set(found) == {"ok", "schema"}


@pytest.mark.parametrize("path", ["/", "/indicator", "/healthz", "/_stcore/health", "/_stcore/metrics"])
def test_every_answer_carries_the_headers(address: str, path: str) -> None:
    headers = answer(address, path).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "unsafe-eval" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["cache-control"] == "no-store"


def test_the_interfaces_own_files_may_be_kept_by_a_browser(address: str) -> None:
    assert answer(address, "/app/static/favicon.svg").status == 200
    assert answer(address, "/app/static/favicon.svg").headers["cache-control"] != "no-store"


@pytest.mark.parametrize("path", ["metrics", "agent/interact", "agent/openapi.json", "agent/mcp"])
def test_routes_that_nobody_needs_are_closed(address: str, path: str) -> None:
    assert answer(address, f"/_stcore/{path}").status == 404
    assert answer(address, f"/_stcore/{path}", "POST").status == 404


def test_the_options_are_those_of_the_configuration_file() -> None:
    text = (Path(__file__).parents[2] / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    written = {f"{section}.{name}": value for section, name, value in _flat(tomllib.loads(text))}
    written.pop("server.address")
    assert written == {name: value for name, value in OPTIONS.items() if name in written}


def test_an_error_is_logged_without_its_text() -> None:
    try:
        raise ValueError("a child's name")
    except ValueError:
        record = logging.LogRecord("streamlit.error_util", logging.ERROR, "", 1, "Uncaught", (), sys.exc_info())
    NoValues().filter(record)
    assert "child" not in logging.Formatter().format(record)
    assert "ValueError in test_server.py line" in record.getMessage()


def _flat(written: dict[str, object], above: str = "") -> Iterator[tuple[str, str, object]]:
    for name, value in written.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}.{name}".strip("."))
        else:
            yield above, name, value
