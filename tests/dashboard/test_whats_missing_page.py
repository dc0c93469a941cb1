"""The page of what is missing: who has not sent what for which quarter, and the reminder that goes with it."""

import re
from pathlib import Path

import pytest

from metrics.store import Store
from tests.conftest import BOARD
from tests.dashboard.opening import Open, html, opener
from tests.dashboard.stores import PERIOD, empty_store, partial_store, sample_store

opened = pytest.fixture(opener("whats_missing"))


def test_the_title_says_how_much_is_missing_and_what_waits_longest(opened: Open) -> None:
    page = html(opened(sample_store(), until=PERIOD))
    assert re.search(r"<h1>5 of \d{3} returns due are missing or incomplete; the longest overdue is referrals for female", page)
    assert re.search(r"from Marlow Vale NHS Trust for Q3 2025/26, \d{3} days", page)
    assert "Ask Compass Return Interviews" in page


def test_what_came_and_what_came_late_and_what_did_not_come_never_look_alike(opened: Open) -> None:
    page = html(opened(sample_store(), until=PERIOD))
    for look, mark in (("received", "●"), ("late", "◐"), ("overdue", "✕")):
        assert f'class="{look}"' in page
        assert f'aria-hidden="true">{mark}</span>' in page
    assert "late 21 days" in page


def test_each_agency_with_a_gap_has_its_contact_and_a_reminder(opened: Open) -> None:
    app = opened(sample_store(), until=PERIOD)
    assert "returns@compass.example" in html(app)
    assert "is waiting for this data from Compass Return Interviews" in app.code[0].value
    assert "- Return home interviews, Q2 2026/27: " in app.code[0].value


def test_one_agency_can_be_asked_for(opened: Open) -> None:
    page = html(opened(sample_store(), until=PERIOD, agency="police"))
    assert "Missing episodes" in page
    assert "Child protection plans" not in page


def test_an_unknown_agency_or_quarter_in_the_link_is_said(opened: Open) -> None:
    app = opened(sample_store(), agency="<i>x", until="1999/00 Q1")
    assert "There is no agency called “<i>x” on this board" in app.warning[0].value
    assert "is not one of the last quarters" in app.warning[1].value
    assert "<i>x" not in html(app)


def test_names_from_the_board_file_are_escaped(opened: Open) -> None:
    page = html(opened(partial_store(), until=PERIOD))
    assert "Testbridge &lt;i&gt;&amp; Hill&lt;/i&gt;" in page
    assert "<i>&" not in page


def test_a_board_that_has_received_nothing_has_everything_missing(opened: Open) -> None:
    app = opened(empty_store(), until=PERIOD)
    assert re.search(r"\b(\d{2,}) of \1 returns due are missing", html(app))
    assert "Q3 2024/25 to Q2 2026/27" in app.code[0].value


def test_a_figure_that_has_the_name_of_a_dataset_is_a_row_of_its_own(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "returning.duckdb"
    Store.create(path, BOARD.replace('id = "police"', 'id = "police"\nreturns = ["missing_episodes"]')).close()
    page = html(opened(path, until=PERIOD, agency="police"))
    assert "Missing episodes<" in page
    assert "Missing episodes (figure)<" in page
