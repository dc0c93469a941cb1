"""The send data page with a board's own sheet: what its words mean is asked once, in lists; then it goes every file's road."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard.opening import Open, html, opener
from tests.dashboard.stores import copy_of as copied
from tests.dashboard.stores import empty_store
from tests.wide.drawing import Value, workbook

ROWS: list[list[Value]] = [
    ["Indicator", "Q1 2026/27", "Q2 2026/27"],
    ["No. of referrals to CSC", 5.0, "n/a"],
    ["Staff <b>morale</b>", 3.0, 4.0],
]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
opened = pytest.fixture(opener("send_data"))


@pytest.fixture
def held(tmp_path: Path) -> Path:
    return copied(empty_store(), tmp_path)


def sent(app: AppTest, rows: list[list[Value]] | None = None, agency: str = "council") -> AppTest:
    app.selectbox(key="sender").set_value(agency).run()
    app.file_uploader[0].upload("board.xlsx", workbook(Board=rows or ROWS), XLSX).run()
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> AppTest:
    next(each for each in app.button if each.label == label).click().run()
    assert not app.exception
    return app


def test_what_its_words_mean_is_proposed_in_lists(opened: Open, held: Path) -> None:
    app = sent(opened(held))
    assert "Sheet of figures: indicators in its rows, periods in its columns." in html(app)
    assert "2 rows of figures for Q1 2026/27, Q2 2026/27. 3 names or words of it are to be confirmed" in html(app)
    assert app.selectbox(key="means:names:No. of referrals to CSC").value == "referrals"
    assert app.selectbox(key="means:names:Staff <b>morale</b>").value == ""
    assert app.selectbox(key="means:words:n/a").value == "not_collected"
    assert not [each for each in app.button if each.label == "Accept this file"]


def test_a_name_left_open_is_asked_again(opened: Open, held: Path) -> None:
    app = press(sent(opened(held)), "Confirm what they mean")
    assert app.error[0].value.startswith("Still open: Staff <b>morale</b>.")


def test_once_confirmed_it_is_read_and_accepted(opened: Open, held: Path) -> None:
    app = sent(opened(held))
    app.selectbox(key="means:names:Staff <b>morale</b>").set_value("not ours")
    press(app, "Confirm what they mean")
    assert "What would change" in html(app)
    press(app, "Accept this file")
    assert "Received, thank you" in html(app)


def test_the_next_sheet_is_not_asked_about_and_can_be_corrected(opened: Open, held: Path) -> None:
    app = sent(opened(held))
    app.selectbox(key="means:names:Staff <b>morale</b>").set_value("not ours")
    press(app, "Confirm what they mean")
    app = sent(app, [ROWS[0], ["No. of referrals to CSC", 6.0, 7.0], ROWS[2]])
    assert [each for each in app.button if each.label == "Accept this file"]
    app.selectbox(key="means:names:No. of referrals to CSC").set_value("contacts")
    press(app, "Correct what they mean")
    assert "Contacts at the front door" in html(app)


def test_a_sheet_whose_total_contradicts_its_parts_is_refused(opened: Open, held: Path) -> None:
    rows: list[list[Value]] = [["Indicator", "Agency", "Q1 2026/27"], ["Contacts", "Police", 12.0], [None, "Total", 13.0]]
    app = sent(opened(held), rows)
    assert "says 13; its parts in row 2 add up to 12." in app.error[0].value
    assert app.error[0].value.endswith("Nothing has been taken.")
