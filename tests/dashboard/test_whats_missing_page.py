"""The page of what is missing: who has not sent what for which quarter, and the reminder that goes with it."""

import re
from pathlib import Path

import pytest

from metrics.store import Store
from tests.conftest import BOARD
from tests.dashboard.opening import Open, html, opener
from tests.dashboard.stores import PERIOD, copy_of, empty_store, partial_store, sample_store

opened = pytest.fixture(opener("whats_missing"))


def test_the_title_says_how_much_is_missing_and_what_waits_longest(opened: Open) -> None:
    page = html(opened(sample_store(), until=PERIOD))
    assert re.search(r"<h1>9 of \d{3} returns due are missing or incomplete; the longest overdue is referrals for female", page)
    assert re.search(r"from Marlow Vale NHS Trust for Q4 2024/25, \d{3} days", page)
    assert "<b>10 December 2026</b>" in page
    assert "Leon Baptiste, service manager; deputy Carys Morgan, team co-ordinator" in page


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


def test_a_past_meeting_is_shown_as_it_stood_and_asks_for_nothing(opened: Open) -> None:
    app = opened(sample_store(), meeting="2026-09-10")
    page = html(app)
    assert "as it stood at the meeting of 10 September 2026" in page
    assert "What had not come" in page
    assert "Return home interviews" not in app.code[0].value
    assert app.code[0].value.startswith("The partnership noted that of the data due by 10 September 2026")
    assert not app.expander


def test_what_each_agency_sent_in_time_and_how_old_its_figures_are_is_said(opened: Open) -> None:
    page = html(opened(sample_store(), until=PERIOD))
    assert re.search(r'Marlow Vale CAMHS</div></th><td data-label="In time" class="strong nowrap"><div>1 of 5', page)
    assert "2 late, 16 days in the middle" in page
    assert re.search(r"the figure in the middle of \d+ is [\d.]+ days old", page)


def test_an_agency_signs_off_what_waits_and_nothing_waits_then(opened: Open, tmp_path: Path) -> None:
    store = copy_of(partial_store(), tmp_path)
    app = opened(store, until=PERIOD, agency="council")
    assert "Nobody of Testbridge Council has signed off yet" in html(app)
    app.button[-1].click().run()
    assert "Say who signs off" in app.error[0].value
    app.text_input[0].set_value("Amira Haddad, performance manager")
    app.button[-1].click().run()
    assert not app.exception
    assert "Last signed off by Amira Haddad, performance manager on" in html(app)
    assert "Submissions that wait" not in html(app)


def test_a_reminder_can_be_about_one_dataset_and_that_it_was_sent_is_kept(opened: Open, tmp_path: Path) -> None:
    app = opened(copy_of(empty_store(), tmp_path), until=PERIOD, agency="council")
    assert "Not reminded before" in html(app)
    about = next(each for each in app.selectbox if each.label == "About")
    about.set_value("council.cp_plans").run()
    assert "Child protection plans" in app.code[0].value
    assert "Referrals" not in app.code[0].value
    next(each for each in app.button if each.label == "I have sent it").click().run()
    assert "Last reminded" in html(app)
    assert "Send it now" not in [each.label for each in app.button]
