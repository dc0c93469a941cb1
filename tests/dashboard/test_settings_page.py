"""The page of settings: each part with what it shows, changes, refuses and tells; on a small store and an empty one."""

import shutil
from datetime import date
from html import escape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.store_access import the_store
from metrics.board import TwoYears
from metrics.board_settings.changing import Edit, history, keep_edits, value_at
from metrics.board_settings.file import board_toml
from metrics.board_settings.versions import SetBy
from metrics.catalogue import indicator
from metrics.store import Store, key_path
from tests.dashboard.opening import Open, html, opener
from tests.dashboard.stores import empty_store
from tests.settings.conftest import pristine

__all__ = ["pristine"]

settings_page = pytest.fixture(opener("settings"))
LOOK, KEEP = "See what would change", "Keep this change"
LINE = "cp_plans_two_years"


@pytest.fixture(autouse=True)
def march(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SCORECARD_NOW", "2025-03-01T10:00")


@pytest.fixture
def own(pristine: Path, tmp_path: Path) -> Path:
    """A copy that a test may write to."""
    path = tmp_path / pristine.name
    shutil.copy(pristine, path)
    shutil.copy(key_path(pristine), key_path(path))
    return path


def press(app: AppTest, label: str) -> AppTest:
    next(each for each in app.button if each.label == label).click()
    app.run()
    assert not app.exception
    return app


def fill(app: AppTest, label: str, value: object) -> None:
    fields = (*app.text_input, *app.text_area, *app.number_input, *app.selectbox, *app.date_input, *app.radio, *app.multiselect)
    next(each for each in fields if each.label == label).set_value(value)


def kept(app: AppTest) -> AppTest:
    fill(app, "Your role", "business manager")
    fill(app, "Why", "agreed by the executive board")
    return press(app, KEEP)


# What each part shows


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("agencies", "Testbridge Council"),
        ("targets", "No target has been agreed yet."),
        ("priorities", "None is named yet."),
        ("meetings", "No meeting is named yet."),
        ("area", "Area and neighbours"),
        ("rules", "Green: the target is met. Amber: it is missed by no more than 10% of the target."),
        ("history", "No settings changed since the store was made."),
        ("file", "Export"),
        ("<i>none", "Agencies and people"),
    ],
)
def test_on_a_new_store_each_part_says_what_there_is(settings_page: Open, part: str, shown: str) -> None:
    app = settings_page(empty_store(), part=part)
    assert shown in html(app)
    assert "<i>none" not in html(app)


def test_names_and_words_are_escaped(settings_page: Open, own: Path) -> None:
    with Store.open(own) as store:
        held = value_at(store.board, "agencies.police")
        keep_edits(
            store, [Edit("agencies.police", held, held.model_copy(update={"lead": "<b>A"}))], SetBy("<i>manager", "<u>why")
        )
    for part in ("agencies", "history"):
        page = html(settings_page(own, part=part))
        assert "&lt;b&gt;A" in page
        assert not any(tag in page for tag in ("<b>A", "<i>manager", "<u>why"))


# What each part changes


def test_an_agency_gets_a_data_lead_and_the_history_has_who_when_why_old_and_new(settings_page: Open, own: Path) -> None:
    app = settings_page(own, part="agencies", agency="police")
    fill(app, "Data lead", "A Newcomer, analyst")
    app = press(app, LOOK)
    assert "Testbridge Police: data lead" in html(app)
    assert "No line of the scorecard for Q3 2024/25 would differ." in html(app)
    app = kept(app)
    assert app.success[0].value == "1 setting changed. The history has it."
    assert "A Newcomer, analyst" in html(app)
    page = html(settings_page(own, part="history"))
    assert "1 March 2025 at 10:00, business manager: Agreed by the executive board." in page
    assert "Testbridge Police: data lead" in page


def test_an_agency_is_added_and_one_that_has_sent_data_stays(settings_page: Open, own: Path) -> None:
    app = settings_page(own, part="agencies", agency="+")
    fill(app, "Short name: small letters, for links and files", "Fire Service")
    fill(app, "Name", "Fire and Rescue")
    assert "Short name: it is not written as it has to be" in press(app, LOOK).error[0].value
    fill(app, "Short name: small letters, for links and files", "fire")
    fill(app, "Something that it does not record", "cp_plans")
    assert "Say why it does not record child protection plans" in press(app, LOOK).error[0].value
    fill(app, "Why it does not record it", "it has no system for it")
    app = kept(press(app, LOOK))
    assert "Fire and Rescue" in html(app)
    assert the_store().board.agency("fire").not_recorded == {"cp_plans": "it has no system for it"}
    app = press(settings_page(own, part="agencies", agency="council"), "Take it out")
    assert "Testbridge Council (council) has to stay: 1 submission of it is kept." in app.error[0].value


def test_a_target_says_which_status_would_turn_before_it_is_kept(settings_page: Open, own: Path) -> None:
    app = settings_page(own, part="targets", indicator=LINE)
    fill(app, "Target, in the board's words", "some day")
    assert "'some day' is not a target" in press(app, LOOK).error[0].value
    fill(app, "Target, in the board's words", "10")
    fill(app, "Holds until", date(2026, 3, 31))
    fill(app, "Why this target", "a step on the way")
    app = press(app, LOOK)
    page = html(app)
    assert "1 of" in page
    assert "the status of 1 would turn" in page
    assert "near target; " in page
    assert "off target; " in page
    assert len(history(the_store())) == 1, "nothing is kept by looking"
    app = kept(app)
    target = the_store().board.target(LINE)
    assert target is not None
    assert (target.target, target.until, target.because) == ("10", date(2026, 3, 31), "a step on the way")
    assert "31 March 2026" in html(app)


def test_a_priority_is_added_with_its_lines_in_the_order_of_the_journey(settings_page: Open, own: Path) -> None:
    app = settings_page(own, part="priorities", priority="+")
    fill(app, "Name", "Neglect")
    assert "Neglect: a priority has to name indicators or themes" in press(app, LOOK).error[0].value
    fill(app, "Indicators, one by one", ["cp_plans_open", "referrals"])
    app = kept(press(app, LOOK))
    assert app.success[0].value == "1 setting changed. The history has it."
    page = html(app)
    first, second = (f"<li>{escape(indicator(each).title)}</li>" for each in ("referrals", "cp_plans_open"))
    assert page.index(first) < page.index(second)


def test_meetings_and_the_clock_are_changed_together(settings_page: Open, own: Path) -> None:
    app = settings_page(own, part="meetings")
    label = "Days of the meetings, one on each line, as 10/12/2026"
    fill(app, label, "13/03/2025\nsoon")
    assert "“soon” is not a day" in press(app, LOOK).error[0].value
    fill(app, label, "13/03/2025\n12/06/2025\n11/09/2025\n18/12/2025")
    fill(app, "Working days from data due to sign-off", 9)
    app = kept(press(app, LOOK))
    assert "3 settings changed" in app.success[0].value
    board = the_store().board
    assert (board.meetings[-1], board.clock.data_days) == (date(2025, 12, 18), 9)


def test_a_newer_list_of_neighbours_asks_from_which_day_each_is_used(settings_page: Open, own: Path) -> None:
    with Store.open(own) as store, store.cursor() as cursor:
        cursor.execute(
            "insert into neighbours values ('2021', '899', 'Testbridge', 1, '901', 'Elsewhere', '', 'invented', now())"
        )
    app = settings_page(own, part="area")
    fill(app, "A newer list", "2021")
    assert "Say from which day each list of neighbours is used" in press(app, LOOK).error[0].value
    app.date_input[0].set_value(date(2021, 4, 1))
    app.date_input[1].set_value(date(2025, 4, 1))
    fill(app, "The figure of the neighbours", "mean")
    kept(press(app, LOOK))
    board = the_store().board
    assert [each.model for each in board.area.neighbour_models] == ["2025", "2021"]
    assert board.settings.neighbour_average == "mean"


def test_a_rule_of_counting_and_of_status_are_changed(settings_page: Open, own: Path) -> None:
    app = settings_page(own, part="rules")
    fill(app, "Red, amber or green by", "within_points")
    fill(app, "Amber while missed by no more than (per cent, or points)", 2.0)
    fill(app, "When a child protection plan has lasted two years", TwoYears.ANNIVERSARY)
    fill(app, "Small numbers are hidden", 7)
    page = html(kept(press(app, LOOK)))
    assert "it is missed by no more than 2 points" in page
    assert the_store().board.small_numbers.hide_to == 7
    assert the_store().board.settings.two_years is TwoYears.ANNIVERSARY


def test_what_is_not_different_is_said_and_a_change_can_be_left(settings_page: Open, own: Path) -> None:
    app = press(settings_page(own, part="rules"), LOOK)
    assert "Nothing is different" in app.info[0].value
    fill(app, "Red, amber or green by", "beyond_chance")
    app = press(press(app, LOOK), "Leave it as it was")
    assert app.success[0].value == "Nothing has been changed."
    assert len(history(the_store())) == 1


def test_nobody_who_does_not_say_in_which_role_keeps_a_change(settings_page: Open, own: Path) -> None:
    app = settings_page(own, part="agencies", agency="police")
    fill(app, "Data lead", "A Newcomer")
    app = press(press(app, LOOK), KEEP)
    assert "Say in which role you write" in app.error[0].value
    assert next(each for each in app.text_input if each.label == "Data lead").value == "A Newcomer"


# Two people


def test_the_second_of_two_is_told_sees_the_others_words_and_loses_none(settings_page: Open, own: Path) -> None:
    app = settings_page(own, part="agencies", agency="police")
    fill(app, "Data lead", "Mine")
    app = press(app, LOOK)
    store = the_store()
    held = value_at(store.board, "agencies.police")
    keep_edits(store, [Edit("agencies.police", held, held.model_copy(update={"deputy": "Theirs"}))], SetBy("performance lead"))
    app = kept(app)
    assert "performance lead changed this setting while you were writing" in app.error[0].value
    assert "Theirs" in html(app)
    assert next(each for each in app.text_input if each.label == "Data lead").value == "Mine"
    assert store.board.agency("police").lead == ""
    app = press(app, KEEP)
    assert app.success[0].value.endswith("changed. The history has it.")
    assert store.board.agency("police").lead == "Mine"


# A file


def test_a_file_is_looked_at_then_kept_and_a_wrong_one_is_refused(settings_page: Open, own: Path) -> None:
    app = settings_page(own, part="file")
    text = board_toml(the_store().board)
    app.file_uploader[0].upload("board.toml", text.replace("clear_days", "clear_day").encode(), "application/toml").run()
    assert "[clock], clear_day: there is no such setting. Was clear_days meant?" in app.error[0].value
    app.file_uploader[0].upload("board.toml", b"\xff\xfe", "application/toml").run()
    assert "not text in UTF-8" in app.error[0].value
    app.file_uploader[0].upload("board.toml", text.encode(), "application/toml").run()
    assert "Nothing is different" in app.info[0].value
    app.file_uploader[0].upload(
        "board.toml", text.replace("clear_days = 5", "clear_days = 7").encode(), "application/toml"
    ).run()
    assert "Clock: clear days before the meeting" in html(app)
    fill(app, "Your role", "business manager")
    app = press(app, "Keep these settings")
    assert app.success[0].value == "1 setting changed. The history has it."
    assert the_store().board.clock.clear_days == 7
