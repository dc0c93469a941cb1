"""A target in the board's words, and the number it comes to."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from metrics.judge.target_words import read_target, write_target
from metrics.judge.targets import Agreed, Published, Resolved, resolve


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("75", "fixed", 75),
        ("75%", "fixed", 75),
        (" 12.5 % ", "fixed", 12.5),
        ("1,200", "fixed", 1200),
        ("0", "fixed", 0),
        ("-1.14", "fixed", -1.14),
        ("England", "england", None),
        ("national", "england", None),
        ("REGION", "region", None),
        ("neighbours", "neighbours", None),
        ("Statistical neighbours", "neighbours", None),
        ("monitor", "monitor", None),
        ("none", "none", None),
        ("", "none", None),
        ("  ", "none", None),
        ("Year on year improvement", "year_on_year", None),
    ],
)
def test_the_words_a_board_may_write(text: str, kind: str, number: float | None) -> None:
    assert read_target(text) == Agreed(kind=kind, number=number)  # type: ignore[arg-type]  # cases as text


PEER: dict[str, Any] = {"kind": "neighbours", "strict": True}
LONDON: dict[str, Any] = {"kind": "region", "place": "London"}


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        # As boards have printed them.
        ("53.50 (Top 10% in England)", Agreed(kind="top_percent", number=10, of="england", stated=53.5)),
        ("-0.68 (Top 10% in England)", Agreed(kind="top_percent", number=10, of="england", stated=-0.68)),
        ("Top 10%", Agreed(kind="top_percent", number=10, of="england")),
        ("55% Above our statistical neighbours", Agreed(**PEER, stated=55)),
        (
            "66% (Above London and National Averages)",
            Agreed(kind="all_of", stated=66, parts=(Agreed(**LONDON, strict=True), Agreed(kind="england", strict=True))),
        ),
        ("63% (London average)", Agreed(**LONDON, stated=63)),
        ("95.9% (London Average)", Agreed(**LONDON, stated=95.9)),
        ("London average", Agreed(**LONDON)),
        ("-1.14 (National Average)", Agreed(kind="england", stated=-1.14)),
        ("2.5% (London Top Quartile)", Agreed(kind="top_quartile", of="region", place="London", stated=2.5)),
        ("England top quartile", Agreed(kind="top_quartile", of="england")),
        ("Perform in line with statistical neighbours (currently 15.6%)", Agreed(kind="neighbours", stated=15.6)),
        ("Rank 13, 2016 (Improve national ranking)", Agreed(kind="rank", number=13, year=2016)),
        ("Rank 24, 2016 Improve national ranking", Agreed(kind="rank", number=24, year=2016)),
        ("improve national rank", Agreed(kind="rank")),
        ("5 percentage points above National Average", Agreed(kind="england", points=5)),
        ("2 points below neighbours", Agreed(kind="neighbours", points=-2)),
        (
            "to improve compared to now and to be better than the national averaged performance and that of our neighbours",
            Agreed(kind="all_of", parts=(Agreed(kind="year_on_year"), Agreed(kind="england", strict=True), Agreed(**PEER))),
        ),
        ("better than Yorkshire and the Humber", Agreed(kind="region", place="Yorkshire and the Humber", strict=True)),
        ("between 10% and 15%", Agreed(kind="within", low=10, high=15)),
        (
            "2026/27: 70%; 2027/28: better than England; 2028/29: monitor",
            Agreed(
                kind="by_period",
                by_period=(
                    ("2026/27", Agreed(kind="fixed", number=70)),
                    ("2027/28", Agreed(kind="england", strict=True)),
                    ("2028/29", Agreed(kind="monitor")),
                ),
            ),
        ),
        (
            "q1: 60; Q2: 65",
            Agreed(
                kind="by_period", by_period=(("Q1", Agreed(kind="fixed", number=60)), ("Q2", Agreed(kind="fixed", number=65)))
            ),
        ),
    ],
)
def test_what_boards_have_printed_is_read_and_written_back(text: str, agreed: Agreed) -> None:
    assert read_target(text) == agreed
    assert read_target(write_target(agreed)) == agreed


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("75%", "75"),
        ("national", "in line with England"),
        ("2.5% (London top quarter)", "2.5 (London top quartile)"),
        ("Rank 24, 2016 Improve national ranking", "rank 24, 2016 (improve national rank)"),
        ("better than neighbours", "better than statistical neighbours"),
        ("66% (Above London and National Averages)", "66 (better than London and better than England)"),
        ("from 10 to 15", "between 10 and 15"),
        ("", ""),
    ],
)
def test_targets_are_written_in_one_way(text: str, written: str) -> None:
    assert write_target(read_target(text)) == written


@pytest.mark.parametrize(
    "text",
    [
        "about 75",
        "75-80",
        "Wales",
        ">75",
        "nan",
        "inf",
        "-inf",
        "between 15 and 10",
        "better than 75",
        "75 (because)",
        "10 (monitor)",
        "2026/27: 70; soon: 75",
        "England and Wales",
        "neighbours top quartile",
        "improved positivity",
    ],
)
def test_anything_else_is_refused_with_the_words_that_are_understood(text: str) -> None:
    with pytest.raises(ValueError, match="Write a number, or one of: England, region, neighbours, monitor"):
        read_target(text)


PUBLISHED: Published = {
    "england": (20.5, "2024/25"),
    "region": (None, "suppressed by the DfE"),
    "top_quartile:region": (12.5, "London, 2024/25"),
    "top_percent:england:10": (9.0, "2024/25"),
    "year_before": (30.0, "2024/25"),
    "rank": (17, "2024/25"),
}


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("75", Resolved(kind="fixed", number=75)),
        ("0", Resolved(kind="fixed", number=0)),
        ("England", Resolved(kind="england", number=20.5, dated="2024/25")),
        ("better than England", Resolved(kind="england", number=20.5, dated="2024/25", strict=True)),
        ("5 points above England", Resolved(kind="england", number=25.5, dated="2024/25")),
        ("2 points below England", Resolved(kind="england", number=18.5, dated="2024/25")),
        ("region", Resolved(kind="region", number=None, because="suppressed by the DfE")),
        (
            "63 (London average)",
            Resolved(kind="region", number=63, dated="as the board wrote it when it was agreed"),
        ),
        ("neighbours", Resolved(kind="neighbours", number=None, because="no comparator is published for this indicator")),
        ("London top quartile", Resolved(kind="top_quartile", number=12.5, dated="London, 2024/25")),
        (
            "England top quartile",
            Resolved(
                kind="top_quartile",
                number=None,
                because="where that edge lies is not known: too few authorities' figures are loaded",
            ),
        ),
        ("53.5 (top 10% in England)", Resolved(kind="top_percent", number=9, dated="2024/25")),
        ("year on year improvement", Resolved(kind="year_on_year", number=30, dated="2024/25", strict=True)),
        ("improve national rank", Resolved(kind="rank", number=17, dated="2024/25", strict=True, is_rank=True)),
        ("between 10 and 15", Resolved(kind="within", number=None, low=10, high=15)),
        ("monitor", Resolved(kind="monitor", number=None)),
        ("", Resolved(kind="none", number=None)),
        (
            "75 and better than England",
            Resolved(
                kind="all_of",
                number=None,
                parts=(
                    Resolved(kind="fixed", number=75),
                    Resolved(kind="england", number=20.5, dated="2024/25", strict=True),
                ),
            ),
        ),
    ],
)
def test_a_target_comes_to_a_number_or_says_why_not(text: str, resolved: Resolved) -> None:
    assert resolve(read_target(text), PUBLISHED) == resolved


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("year on year improvement", "there is no figure for the year before"),
        ("improve national rank", "the place among all authorities is not known"),
    ],
)
def test_what_is_not_known_is_said(text: str, because: str) -> None:
    assert resolve(read_target(text), {}).because == because


def test_a_rank_that_the_board_printed_is_the_place_to_improve_on() -> None:
    found = resolve(read_target("Rank 13, 2016 (Improve national ranking)"), {})
    assert found == Resolved(kind="rank", number=13, dated="the place in 2016", strict=True, is_rank=True)


@pytest.mark.parametrize(
    ("period", "number"),
    [("2026/27 Q1", 70), ("2026/27", 70), ("2027/28 Q4", 75), ("2028/29 Q1", None), ("", None)],
)
def test_a_target_for_each_year(period: str, number: float | None) -> None:
    found = resolve(read_target("2026/27: 70; 2027/28: 75"), {}, period)
    assert found.number == number
    assert bool(found.because) == (number is None)


@pytest.mark.parametrize(("period", "number"), [("2026/27 Q1", 60), ("2027/28 Q2", 65), ("2026/27 Q3", None)])
def test_a_trajectory_by_quarter(period: str, number: float | None) -> None:
    assert resolve(read_target("Q1: 60; Q2: 65"), {}, period).number == number


FIXED = st.builds(Agreed, kind=st.just("fixed"), number=st.integers(-10_000, 10_000).map(lambda each: each / 10))
PEERS = st.builds(Agreed, kind=st.sampled_from(["england", "region", "neighbours"]), strict=st.booleans())
MOVED = st.builds(Agreed, kind=st.just("england"), points=st.integers(-20, 20).map(float))
RANKS = st.builds(Agreed, kind=st.just("rank"), number=st.none() | st.integers(1, 153).map(float))
ONE = FIXED | PEERS | MOVED | RANKS | st.just(Agreed(kind="year_on_year")) | st.just(Agreed(kind="monitor"))
PERIODS = st.lists(st.tuples(st.sampled_from(["2026/27", "2027/28", "Q3"]), ONE), min_size=1, max_size=3)
WRITTEN = ONE | st.builds(Agreed, kind=st.just("by_period"), by_period=PERIODS.map(tuple))


@settings(deadline=None)
@given(WRITTEN)
def test_reading_what_was_written_gives_the_same_target(agreed: Agreed) -> None:
    assert read_target(write_target(agreed)) == agreed
