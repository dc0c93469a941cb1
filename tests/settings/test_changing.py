"""Changing settings: who, when, why, old and new; two people; what may not go; what is counted again; what stood when."""

import threading
from datetime import date, datetime
from importlib.resources import files

import duckdb
import pytest

from metrics.board import Agency, Settings, TwoYears, read_board
from metrics.board.targets import Target
from metrics.board_settings.changing import (
    NOTHING,
    Edit,
    SettingOvertaken,
    history,
    keep_edits,
    keep_file,
    value_at,
    with_edits,
    would_change,
)
from metrics.board_settings.file import board_toml
from metrics.board_settings.preview import preview_settings
from metrics.board_settings.versions import SetBy
from metrics.catalogue import indicator
from metrics.editions import freeze, rebuild, text_of
from metrics.figures import figures
from metrics.gaps.missing import missing
from metrics.meeting_log.actions import agree
from metrics.periods import parse_period
from metrics.scorecard import scorecard
from metrics.settings import DEFINED
from metrics.store import Store
from tests.conftest import BOARD
from tests.meetings.histories import MEETINGS, PLANS, deliver, four

MANAGER = SetBy("business manager", "agreed at the meeting", datetime(2025, 6, 1, 10))
QUARTER = parse_period("2024/25 Q3")
LINE = "cp_plans_two_years"
PLACE = f"targets.{LINE}"


def target_set_to(store: Store, wanted: str, said: SetBy = MANAGER) -> None:
    held = value_at(store.board, PLACE)
    keep_edits(store, [Edit(PLACE, held, held.model_copy(update={"target": wanted}))], said)


def rules_set_to(store: Store, rule: TwoYears, said: SetBy = MANAGER) -> None:
    keep_edits(store, [Edit("settings", store.board.settings, Settings(two_years=rule))], said)


def edge(store: Store) -> None:
    """A plan of exactly 730 days on 31 December 2024: two years by the DfE's wording, not by the anniversary."""
    deliver(store, 2, datetime(2025, 2, 4, 9), [*PLANS, ("edge", date(2023, 1, 2), None)])


# What is kept


def test_a_change_is_kept_with_who_when_why_old_and_new(small: Store) -> None:
    target_set_to(small, "20")
    newest, first = history(small)
    assert (newest.version, newest.set_by, newest.because, newest.set_at) == (2, *MANAGER[:2], MANAGER.at)
    assert [(each.place, each.old, each.new) for each in newest.changes] == [(f"{PLACE}.target", "32", "20")]
    assert (first.version, first.changes) == (1, ())
    assert small.board.target(LINE).target == "20"


def test_what_is_the_same_is_not_kept_nor_what_nobody_says_to_have_set(small: Store) -> None:
    with pytest.raises(ValueError, match="Nothing is different"):
        target_set_to(small, "32")
    with pytest.raises(ValueError, match="Say in which role you write"):
        target_set_to(small, "20", SetBy())
    with pytest.raises(ValueError, match="The reason: there is something in it that looks like a postcode"):
        target_set_to(small, "20", SetBy("manager", "asked by SE1 2QH"))
    assert len(history(small)) == 1


def test_settings_that_do_not_agree_are_refused_and_none_is_kept(small: Store) -> None:
    twin = value_at(small.board, "agencies.police").model_copy(update={"id": "council"})
    with pytest.raises(ValueError, match="Two agencies have one id: council"):
        keep_edits(small, [Edit("agencies.police", value_at(small.board, "agencies.police"), twin)], MANAGER)
    assert len(history(small)) == 1


def test_an_agency_is_added_at_the_end_and_one_that_sent_nothing_is_taken_out(small: Store) -> None:
    new = Agency(id="fire", name="Fire and Rescue", role="fire")
    keep_edits(small, [Edit("agencies.fire", None, new)], MANAGER)
    assert small.board.agencies[-1] == new
    keep_edits(small, [Edit("agencies.fire", new, None)], MANAGER)
    assert "fire" not in {each.id for each in small.board.agencies}
    assert [len(each.changes) for each in history(small)] == [1, 1, 0]


def test_an_agency_that_has_sent_and_a_meeting_that_was_frozen_have_to_stay(small: Store) -> None:
    with pytest.raises(ValueError, match=r"Testbridge Council \(council\) has to stay: 1 submission of it is kept\."):
        keep_edits(small, [Edit("agencies.council", value_at(small.board, "agencies.council"), None)], MANAGER)
    freeze(small, MEETINGS[0], "manager", at=datetime(2025, 3, 5, 15), catalogue=four())
    with pytest.raises(ValueError, match=r"13 March 2025 has to stay: its scorecard was frozen\."):
        keep_edits(small, [Edit("meetings", small.board.meetings, MEETINGS[1:])], MANAGER)
    agree(small, MEETINGS[1], "Look.", by="manager", at=datetime(2025, 6, 12), owners=("police",))
    with pytest.raises(ValueError, match=r"12 June 2025 has to stay: words were written for it\."):
        keep_edits(small, [Edit("meetings", small.board.meetings, (MEETINGS[0], *MEETINGS[2:]))], MANAGER)
    with pytest.raises(ValueError, match=r"\(police\) has to stay: commentary, challenges or actions of it"):
        would_change(small, with_edits(small.board, [Edit("agencies.police", None, None)]))


# Two people


def test_the_second_of_two_at_one_setting_is_told_and_keeps_nothing(small: Store) -> None:
    seen = value_at(small.board, PLACE)
    target_set_to(small, "20")
    with pytest.raises(SettingOvertaken, match="business manager changed this setting while you were writing") as told:
        keep_edits(small, [Edit(PLACE, seen, seen.model_copy(update={"target": "25"}))], SetBy("chair"))
    assert told.value.theirs.target == "20"
    assert small.board.target(LINE).target == "20"


def test_two_at_different_settings_both_keep_theirs(small: Store) -> None:
    clock, seen = small.board.clock, value_at(small.board, PLACE)
    keep_edits(small, [Edit("clock", clock, clock.model_copy(update={"data_days": 9}))], MANAGER)
    keep_edits(small, [Edit(PLACE, seen, seen.model_copy(update={"target": "25"}))], SetBy("chair"))
    assert (small.board.clock.data_days, small.board.target(LINE).target) == (9, "25")


def test_of_many_who_save_one_setting_at_once_one_succeeds(small: Store) -> None:
    seen, told = value_at(small.board, PLACE), []

    def save(wanted: int) -> None:
        try:
            keep_edits(small, [Edit(PLACE, seen, seen.model_copy(update={"target": str(wanted)}))], SetBy("manager"))
        except SettingOvertaken as answer:
            told.append(answer)

    threads = [threading.Thread(target=save, args=[number]) for number in range(1, 9)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert (len(told), len(history(small))) == (7, 2)


# A file


def test_a_file_takes_the_place_of_all_settings_and_its_comments_are_not_kept(small: Store) -> None:
    text = board_toml(small.board).replace("clear_days = 5", "clear_days = 7 # longer")
    assert [each.place for each in would_change(small, read_board(text))] == ["clock.clear_days"]
    keep_file(small, text, MANAGER, seen=1)
    assert small.board == read_board(text)
    assert "longer" not in board_toml(small.board)
    with pytest.raises(ValueError, match=NOTHING):
        keep_file(small, board_toml(small.board), MANAGER)


def test_a_file_that_was_looked_at_before_another_change_has_to_be_looked_at_again(small: Store) -> None:
    text = board_toml(small.board).replace("clear_days = 5", "clear_days = 7")
    target_set_to(small, "20")
    with pytest.raises(ValueError, match="business manager changed the settings while you were looking at the file"):
        keep_file(small, text, MANAGER, seen=1)
    assert small.board.target(LINE).target == "20"


# What follows from it


def test_counts_follow_a_rule_in_the_same_step_and_no_other_change_touches_them(small: Store) -> None:
    edge(small)
    numerator = lambda: figures(small, [indicator(LINE)], [QUARTER], today=date(2025, 6, 1))[0].numerator  # noqa: E731
    assert numerator() == 2
    rules_set_to(small, TwoYears.ANNIVERSARY)
    assert numerator() == 1
    with small.transaction() as cursor:
        cursor.execute("update kept_counts set numerator = 77 where indicator = ?", [LINE])
    target_set_to(small, "20")
    assert numerator() == 77


def test_a_choice_is_made_in_indicators_alone_so_that_only_they_are_counted_again() -> None:
    tables = [each for each in (files("metrics") / "current").iterdir() if DEFINED in each.read_text(encoding="utf-8")]
    assert tables == []
    assert DEFINED in indicator(LINE).sql


def test_a_preview_says_which_lines_would_turn_and_keeps_nothing(small: Store) -> None:
    edge(small)
    seen = value_at(small.board, PLACE)
    after = with_edits(small.board, [Edit(PLACE, seen, seen.model_copy(update={"target": "60"}))])
    found = preview_settings(small, after, today=date(2025, 3, 1)).found
    assert [(each.indicator, each.kind, each.was.status, each.now.status) for each in found] == [
        (LINE, "status", "off target", "on target")
    ]
    rule = Edit("settings", small.board.settings, Settings(two_years=TwoYears.ANNIVERSARY))
    counted = preview_settings(small, with_edits(small.board, [rule]), today=date(2025, 3, 1)).found
    assert LINE in {each.indicator for each in counted}
    assert figures(small, [indicator(LINE)], [QUARTER], today=date(2025, 6, 1))[0].numerator == 2
    assert len(history(small)) == 1


def test_an_edition_is_the_same_byte_for_byte_after_every_kind_of_change(small: Store) -> None:
    edge(small)
    frozen = freeze(small, MEETINGS[0], "manager", at=datetime(2025, 3, 5, 15), catalogue=four())
    text = text_of(small, frozen)
    target_set_to(small, "England")
    rules_set_to(small, TwoYears.ANNIVERSARY)
    area, council = small.board.area, value_at(small.board, "agencies.council")
    edits = [
        Edit("area", area, area.model_copy(update={"neighbour_model": "2021", "name": "Elsewhere"})),
        Edit("agencies.council", council, council.model_copy(update={"name": "Another Council", "sends": ()})),
        Edit("agencies.fire", None, Agency(id="fire", name="Fire", role="fire", sends=("cp_plans",))),
        Edit("clock", small.board.clock, small.board.clock.model_copy(update={"data_days": 0})),
    ]
    keep_edits(small, edits, MANAGER)
    found = rebuild(small, frozen)
    assert found.same
    assert found.text == text == text_of(small, frozen)


def test_what_was_known_at_a_moment_is_read_by_the_settings_of_that_moment(small: Store) -> None:
    edge(small)
    target_set_to(small, "60", SetBy("manager", "", datetime(2025, 4, 1)))
    rules_set_to(small, TwoYears.ANNIVERSARY, SetBy("manager", "", datetime(2025, 5, 1)))

    def line(known_at: datetime | None) -> tuple[str, float | None]:
        found = scorecard(small, QUARTER, known_at=known_at, today=date(2025, 6, 1), indicators=[LINE]).lines[0]
        return found.target.words, found.figure.numerator

    assert line(datetime(2025, 3, 1)) == ("at most 32.0%", 2)
    assert line(datetime(2025, 4, 2)) == ("at most 60.0%", 2)
    assert line(datetime(2025, 5, 2)) == line(None) == ("at most 60.0%", 1)
    assert line(datetime(2020, 1, 1))[0] == "at most 32.0%", "before the first version, the first"


def test_what_was_expected_at_a_moment_is_what_the_board_expected_then(small: Store) -> None:
    council = value_at(small.board, "agencies.council")
    keep_edits(small, [Edit("agencies.council", council, council.model_copy(update={"sends": ("cp_plans",)}))], MANAGER)
    then, now = (
        {each.dataset for each in missing(small, [QUARTER], date(2025, 6, 2), known_at) if each.agency == "council"}
        for known_at in (datetime(2025, 5, 1), None)
    )
    assert now == {"cp_plans"}
    assert len(then) > 1


def test_a_target_that_was_agreed_until_a_day_is_none_for_later_periods(small: Store) -> None:
    seen = value_at(small.board, PLACE)
    until = Target.model_validate({**seen.model_dump(), "until": date(2024, 9, 30), "because": "a year of grace"})
    keep_edits(small, [Edit(PLACE, seen, until)], MANAGER)
    before, after = (
        scorecard(small, parse_period(period), today=date(2025, 6, 1), indicators=[LINE]).lines[0]
        for period in ("2024/25 Q2", "2024/25 Q3")
    )
    assert before.target.words == "at most 32.0%"
    assert (after.status.mark, after.target.words) == ("no_target", "agreed only until 30 September 2024")
    assert after.status.because == "the target was agreed until 30 September 2024"


# A store of an earlier version of the program


def test_the_one_board_of_an_older_store_is_its_first_version(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("old") / "old.duckdb"
    Store.create(path, BOARD).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table boards (set_at timestamp not null, content varchar not null)")
        connection.execute("insert into boards select timestamp '2024-01-01', content from board_versions")
        connection.execute("drop table board_versions")
        connection.execute("drop table setting_changes")
        connection.execute("delete from schema_versions where version = 33")
    with Store.open(path) as store:
        (only,) = history(store)
        assert (only.version, only.set_at, only.set_by) == (1, datetime(2024, 1, 1), "")
        assert store.board == read_board(BOARD)
