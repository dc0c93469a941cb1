"""What differs between two boards: the place, what it is called, the old value and the new."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pydantic import BaseModel

from metrics.board import Board, read_board
from metrics.board_settings.changes import changes_between
from metrics.board_settings.changing import Edit, value_at, with_edits
from metrics.board_settings.names import FIELDS
from metrics.board_settings.said import LISTED, SINGLE, settings_in_words
from tests.settings.boards import BOARDS, TEXTS

SAMPLE = read_board(TEXTS["sample"])


def changed(place: str, **values: Any) -> list[tuple[str, str, str, str]]:
    """The differences after one setting of the sample was given other values."""
    held = value_at(SAMPLE, place)
    new = held.model_copy(update=values)
    return [tuple(each.model_dump().values()) for each in changes_between(SAMPLE, with_edits(SAMPLE, [Edit(place, held, new)]))]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BOARDS, BOARDS)
def test_there_are_none_exactly_where_two_boards_are_the_same(one: Board, other: Board) -> None:
    assert (changes_between(one, other) == ()) == (one == other)


def test_a_field_is_named_by_its_place_and_in_words() -> None:
    assert changed("agencies.police", lead="A Newcomer, analyst") == [
        (
            "agencies.police.lead",
            "Marlow Vale Police: data lead",
            "Joanne Pike, data analyst, public protection",
            "A Newcomer, analyst",
        )
    ]
    assert changed("agencies.camhs", lead="A Newcomer")[0][2] == ""


def test_of_a_long_list_only_what_was_taken_out_and_added_is_said() -> None:
    sends = (*value_at(SAMPLE, "agencies.early_help").sends[:1], "young_carers")
    assert changed("agencies.early_help", sends=sends) == [
        (
            "agencies.early_help.sends",
            "Marlow Vale Early Help: what it sends, taken out and added",
            "Graded care profile assessments",
            "Young carers",
        )
    ]


def test_days_numbers_and_choices_are_said_in_words() -> None:
    target = changed("targets.cp_reviews_in_time", target="97.5", until=date(2027, 3, 31))
    assert [each[2:] for each in target] == [("95", "97.5"), ("", "31 March 2027")]
    assert changed("clock", data_days=25) == [("clock.data_days", "Clock: working days from data due to sign-off", "20", "25")]


def test_one_of_several_that_is_added_or_taken_out_is_one_change_with_all_that_it_says() -> None:
    without = with_edits(SAMPLE, [Edit("targets.cp_reviews_in_time", None, None)])
    (gone,) = changes_between(SAMPLE, without)
    (come,) = changes_between(without, SAMPLE)
    assert gone.place == come.place == "targets.cp_reviews_in_time"
    assert (gone.new, come.old) == ("", "")
    assert gone.old == come.new
    assert gone.old.endswith("target: 95, agreed by: Executive board, agreed on: 11 June 2026")


def test_meetings_are_told_one_by_one() -> None:
    moved = SAMPLE.model_copy(update={"meetings": (*SAMPLE.meetings[:-1], date(2027, 6, 17))})
    assert [(each.place, each.old, each.new) for each in changes_between(SAMPLE, moved)] == [
        ("meetings.2027-06-10", "10 June 2027", ""),
        ("meetings.2027-06-17", "", "17 June 2027"),
    ]


def test_another_order_is_a_change_too() -> None:
    turned = SAMPLE.model_copy(update={"priorities": SAMPLE.priorities[::-1]})
    (found,) = changes_between(SAMPLE, turned)
    assert (found.place, found.what) == ("priorities", "Order of the priorities")
    assert found.old.split(", ") == found.new.split(", ")[::-1]


def _models(model: type[BaseModel]) -> set[type[BaseModel]]:
    inside = [each.annotation for each in model.model_fields.values()]
    args = [arg for each in inside for arg in (each, *getattr(each, "__args__", ()))]
    found = {each for each in args if isinstance(each, type) and issubclass(each, BaseModel)}
    return found | {deeper for each in found for deeper in _models(each)}


def test_every_setting_of_a_board_has_its_words() -> None:
    assert set(Board.model_fields) == {*SINGLE, *LISTED}
    fields = {name for model in _models(Board) for name in model.model_fields}
    assert fields - set(FIELDS) == set()


@pytest.mark.parametrize("name", list(TEXTS))
def test_every_board_at_hand_can_be_said(name: str) -> None:
    rows = settings_in_words(read_board(TEXTS[name]))
    assert all(value for _, _, value in rows)
    assert len({place for place, _, _ in rows}) == len(rows)
