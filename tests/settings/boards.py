"""Boards of every kind, made up by hypothesis; and the texts of the boards that are at hand."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from metrics.board import Board, TwoYears, board_of
from metrics.board.example import example_board
from metrics.catalogue import read_catalogue, theme_titles
from metrics.datasets import contracts
from sample_data.load import board_text
from tests.conftest import BOARD
from tests.meetings.histories import HELD, TARGET

TEXTS = {
    "sample": board_text(),
    "example": example_board(),
    "tests": BOARD,
    "meetings": f"{HELD}{TARGET.format('32')}",
    "switch": (
        'name = "B"\nagencies = []\n[area]\ncode = "899"\nname = "T"\n'
        'neighbour_models = [{model = "2021", used_from = 2021-04-01}, {model = "2025", used_from = 2026-04-01}]\n'
        '[status]\nrule = "beyond_chance"\n[mail]\nserver = "mail.example"\nsender = "a@b.example"\n'
    ),
    "old": f"{BOARD}[settings]\namber_within_percent = 5\n",
}
SOME = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
INDICATORS = sorted(read_catalogue())[:12]
NAMES = st.lists(st.sampled_from(INDICATORS), unique=True, max_size=3)
RULES = st.sampled_from(
    [
        {},
        {"rule": "within_points", "amber": 2.5, "four_colours": True},
        {"rule": "beyond_chance"},
        {"rule": "share_of_improvement", "four_colours": True},
        {"amber": 0.0},
    ]
)


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A table in which each of these may stand or not."""
    return st.fixed_dictionaries({}, optional=fields)


def _with(must: dict[str, st.SearchStrategy[Any]], **may: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(must, optional=may)


AGENCIES = _with(
    {"id": st.from_regex(r"[a-z0-9_]{1,8}", fullmatch=True), "name": SOME, "role": SOME},
    sends=st.lists(st.sampled_from(sorted(contracts())), unique=True, max_size=4),
    returns=NAMES,
    lead=SOME,
    contact=SOME,
    deputy=SOME,
    due_days=st.integers(0, 400),
    not_recorded=st.dictionaries(st.sampled_from(sorted(contracts())), SOME, max_size=2),
)
TARGETS = _with(
    {
        "indicator": st.sampled_from(INDICATORS),
        "target": st.sampled_from(["4", "England", "monitor", "2026/27: 75; 2027/28: 80"]),
    },
    agreed_by=SOME,
    agreed_on=DAYS,
    because=SOME,
    until=DAYS,
    baseline=st.floats(0, 100),
    status=RULES,
)
PRIORITIES = _with(
    {"name": st.from_regex(r"[A-Z][a-z]{2,8}", fullmatch=True), "themes": st.just([next(iter(theme_titles()))])},
    indicators=NAMES,
)
AREAS = st.one_of(
    _with({"code": SOME, "name": SOME}, neighbour_model=SOME, region_name=SOME),
    _with(
        {"code": SOME, "name": SOME},
        neighbour_models=st.lists(_with({"model": st.just("2025"), "used_from": DAYS}), min_size=1, max_size=3),
    ),
)
BOARDS: st.SearchStrategy[Board] = st.builds(
    board_of,
    _with(
        {"name": SOME, "area": AREAS, "agencies": st.lists(AGENCIES, max_size=3, unique_by=lambda each: each["id"])},
        meetings=st.lists(DAYS, max_size=4),
        targets=st.lists(TARGETS, max_size=3, unique_by=lambda each: each["indicator"]),
        priorities=st.lists(PRIORITIES, max_size=3, unique_by=lambda each: each["name"].lower()),
        status=RULES,
        clock=_some(clear_days=st.integers(0, 60), data_days=st.integers(0, 60)),
        settings=_some(two_years=st.sampled_from(list(TwoYears)), neighbour_average=st.sampled_from(["median", "mean"])),
        annotations=st.lists(
            st.fixed_dictionaries(
                {
                    "event": st.just("restatement"),
                    "on": DAYS,
                    "text": st.text("abc ", min_size=1),
                    "indicators": st.just(INDICATORS[:1]),
                }
            ),
            max_size=2,
        ),
    ),
)
