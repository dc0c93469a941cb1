"""The send data page with an extract of an agency's own system: asked once what its columns are, then as every file."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard.opening import Open, html, opener
from tests.dashboard.stores import copy_of as copied
from tests.dashboard.stores import empty_store
from tests.intake.own_extracts import INTERVIEWS, NAMES, POLICE

opened = pytest.fixture(opener("send_data"))
CONFIRM = "Confirm what the columns are"


@pytest.fixture
def held(tmp_path: Path) -> Path:
    return copied(empty_store(), tmp_path)


def sent(app: AppTest, text: str = POLICE, agency: str = "police") -> AppTest:
    app.selectbox(key="sender").set_value(agency).run()
    app.file_uploader[0].upload("export.csv", text.encode(), "text/csv").run()
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> AppTest:
    next(each for each in app.button if each.label == label).click().run()
    assert not app.exception
    return app


def buttons(app: AppTest) -> list[str]:
    return [each.label for each in app.button]


def test_what_its_columns_are_is_proposed_with_the_evidence_and_without_a_name(opened: Open, held: Path) -> None:
    app = sent(opened(held))
    assert "4 rows under 14 headings of its sender’s own." in html(app)
    assert app.selectbox(key="own:dataset").value == "missing_episodes"
    assert app.multiselect(key="own:missing_episodes:missing_from").value == ["Date Missing", "Time Missing"]
    assert "The heading says so; the time stands in a column of its own." in html(app)
    assert "6 columns of the file are not kept: Forename, Surname, Gender" in html(app)
    assert "A postcode is never kept." in html(app)
    assert [each for each in NAMES if each in html(app)] == []
    assert "Accept this file" not in buttons(app)


def test_confirmed_it_is_read_accepted_and_the_next_one_is_not_asked_about(opened: Open, held: Path) -> None:
    app = sent(opened(held))
    app.text_input(key="own:by").set_value("data lead")
    press(app, CONFIRM)
    assert "What its columns are was confirmed by data lead on " in html(app)
    press(app, "Accept this file")
    assert "Received, thank you" in html(app)
    app = sent(app, POLICE.replace("2026", "2025"))
    assert CONFIRM not in buttons(app)
    assert "Accept this file" in buttons(app)


def test_a_correction_is_read_at_once(opened: Open, held: Path) -> None:
    app = press(sent(opened(held)), CONFIRM)
    app.selectbox(key="own:missing_episodes:missing_from_care").set_value("").run()
    press(app, "Confirm the correction")
    app.selectbox(key="own:missing_episodes:missing_from_care").set_value("LAC?").run()
    assert app.selectbox(key="own:word:missing_from_care:Not known").value == "not ours"


def test_what_is_required_and_not_chosen_is_said(opened: Open, held: Path) -> None:
    app = sent(opened(held))
    app.multiselect(key="own:missing_episodes:child_id").set_value([]).run()
    assert press(app, CONFIRM).error[0].value.startswith("Still to be chosen: Child id. Missing episodes cannot be counted")


def test_a_word_left_open_is_asked_again(opened: Open, held: Path) -> None:
    app = sent(opened(held))
    app.selectbox(key="own:word:missing_from_care:Not known").set_value("").run()
    assert press(app, CONFIRM).error[0].value.startswith("Still open: Not known.")


def test_a_column_of_free_text_cannot_be_taken_for_codes(opened: Open, held: Path) -> None:
    app = sent(opened(held))
    app.selectbox(key="own:missing_episodes:missing_from_care").set_value("Misper Ref").run()
    assert app.warning[0].value.startswith("“Misper Ref” holds too many different words")
    assert press(app, CONFIRM).error[0].value.startswith("“Misper Ref” holds too many different words")


def test_another_dataset_has_its_own_columns(opened: Open, held: Path) -> None:
    app = sent(opened(held), INTERVIEWS, "council")
    assert app.selectbox(key="own:dataset").value == "return_interviews"
    app.selectbox(key="own:dataset").set_value("cp_plans").run()
    assert not app.exception
    assert app.selectbox(key="own:cp_plans:start_date").label == "Start date (required)"


def test_changed_headings_are_asked_about_with_what_was_said_before(opened: Open, held: Path) -> None:
    app = press(sent(opened(held)), CONFIRM)
    press(app, "Accept this file")
    app = sent(app, POLICE.replace("Risk Grading", "Risk").replace("LAC?", "Any care"))
    assert "As it was confirmed for the last file." in html(app)
    assert CONFIRM in buttons(app)
