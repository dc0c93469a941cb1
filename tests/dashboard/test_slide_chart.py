"""The drawing of a run on a slide: gaps stay gaps, labels lie on nothing, and its words say what it shows."""

from datetime import date
from itertools import pairwise

import pytest

from dashboard.presenting.chart import BOTTOM, HEIGHT, LABEL_HEIGHT, TOP, draw
from metrics.coverage import State
from metrics.judge.series import Annotation
from metrics.line import Line
from metrics.scorecard import scorecard
from metrics.store import Store

VALUES = (10.0, 12.0, None, 11.0, 13.0)


@pytest.fixture(scope="module")
def line(empty_store: Store) -> Line:
    """Five quarters of a count, the third without a figure."""
    pattern = scorecard(empty_store, indicators=["cp_plans_started"]).lines[0]
    run = tuple(
        pattern.figure.model_copy(
            update={
                "period": f"2025/26 Q{number}",
                "last_day": date(2025, 2 * number, 28),
                "value": value,
                "state": State.AWAITING if value is None else State.VALUE,
            }
        )
        for number, value in enumerate(VALUES, start=1)
    )
    return pattern.model_copy(update={"recent": run, "figure": run[-1]})


def with_target(line: Line, number: float) -> Line:
    return line.model_copy(update={"target": line.target.model_copy(update={"number": number})})


def with_verdict(line: Line, **given: object) -> Line:
    return line.model_copy(update={"verdict": line.verdict.model_copy(update=given)})


def test_a_gap_is_a_gap_in_the_line_and_has_its_mark(line: Line) -> None:
    found = draw(line)
    assert [path.count("L") for path in found.paths] == [1, 1]
    assert len(found.marks) == 4
    assert [each.text for each in found.gaps] != [""]


def test_no_line_is_drawn_across_a_change_of_definition(line: Line) -> None:
    changed = line.model_copy(update={"breaks": (Annotation(event="definition_change", at="2025/26 Q5"),)})
    assert [path.count("L") for path in draw(changed).paths] == [1]
    assert len(draw(changed).breaks) == 1


def test_a_higher_value_stands_higher_and_the_newest_is_named(line: Line) -> None:
    found = draw(line)
    first, second, fourth, newest = (each.y for each in found.marks)
    assert first > fourth > second > newest
    assert [each.newest for each in found.marks] == [False, False, False, True]
    assert found.levels[0].label == "13 now"


@pytest.mark.parametrize(
    ("given", "shape"), [({"rule": "outside", "way": 1}, "up"), ({"rule": "outside", "way": -1}, "down"), ({}, "circle")]
)
def test_what_a_rule_marked_is_a_triangle(line: Line, given: dict[str, object], shape: str) -> None:
    assert draw(with_verdict(line, **given)).marks[-1].shape == shape


def test_a_provisional_point_is_hollow_and_a_true_nought_a_diamond(line: Line) -> None:
    run = list(line.recent)
    run[0] = run[0].model_copy(update={"value": 0.0, "state": State.ZERO})
    run[-1] = run[-1].model_copy(update={"state": State.PROVISIONAL})
    shapes = [each.shape for each in draw(line.model_copy(update={"recent": tuple(run), "figure": run[-1]})).marks]
    assert (shapes[0], shapes[-1]) == ("diamond", "hollow")


def test_labels_at_one_height_are_moved_apart_within_the_drawing(line: Line) -> None:
    limited = with_verdict(with_target(line, 13), chart="control_chart", mean=13.0, lower=9.0, upper=15.0)
    places = [each.label_y for each in draw(limited).levels]
    assert len(places) == 3
    assert all(after - before >= LABEL_HEIGHT for before, after in pairwise(places))
    assert places[0] >= TOP
    assert places[-1] <= HEIGHT


def test_limits_of_families_are_not_drawn_on_the_axis_of_children(line: Line) -> None:
    given = {"chart": "control_chart", "mean": 5.0, "lower": 2.0, "upper": 8.0}
    assert draw(with_verdict(line, **given)).band is not None
    assert draw(with_verdict(line, **given, counted="families")).band is None


def test_limits_below_nought_end_at_the_foot(line: Line) -> None:
    band = draw(with_verdict(line, chart="control_chart", mean=5.0, lower=-4.0, upper=9.0)).band
    assert band is not None
    assert band.y + band.height == pytest.approx(BOTTOM)


def test_shares_that_are_all_high_begin_at_fifty_and_say_so(line: Line) -> None:
    percent = line.indicator.model_copy(update={"unit": "percent"})
    run = tuple(each.model_copy(update={"value": each.value and 80 + each.value}) for each in line.recent)
    high = line.model_copy(update={"indicator": percent, "recent": run, "figure": run[-1]})
    assert [each.text for each in draw(high).up] == ["50%", "75%", "100%"]
    assert [each.text for each in draw(with_target(high, 20)).up] == ["0%", "50%", "100%"]


def test_the_words_say_span_range_gaps_and_target(line: Line) -> None:
    said = draw(with_target(line, 9)).words
    assert "Q1 2025/26 to Q5 2025/26: 10 to 13" in said
    assert "1 period without a figure" in said
    assert "Target" in said


def test_a_run_without_any_figure_draws_nothing_and_says_so(line: Line) -> None:
    run = tuple(each.model_copy(update={"value": None, "state": State.AWAITING}) for each in line.recent)
    found = draw(line.model_copy(update={"recent": run, "figure": run[-1]}))
    assert (found.paths, found.marks, found.levels) == ((), (), ())
    assert found.words.startswith("No figures")
