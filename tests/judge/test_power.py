"""What the charts notice of real changes: no less than the page says, and as much as each kind of data lets them."""

import re
from pathlib import Path

import pytest

from tests.judge.power import QUARTERS, page, trend_noticed

PAGE = Path("docs/what_the_charts_notice.md")
ROW = re.compile(r"^\| (?!Kind|---)(.+?) \|(.*)\|$", re.MULTILINE)


def shares_of(text: str) -> dict[str, list[int]]:
    return {name: [int(each) for each in re.findall(r"(\d+)%", rest)] for name, rest in ROW.findall(text)}


def test_the_page_says_what_the_rules_do() -> None:
    """Within a few points: another version of Python may draw other numbers."""
    written, found = shares_of(PAGE.read_text(encoding="utf-8")), shares_of(page())
    assert written.keys() == found.keys() == QUARTERS.keys()
    for kind, shares in found.items():
        assert shares == pytest.approx(written[kind], abs=3), kind
    assert page().split("|")[0] == PAGE.read_text(encoding="utf-8").split("|")[0]


@pytest.mark.parametrize(
    "kind", [each for each in QUARTERS if "about 3" not in each and "seasons" not in each and "of 20" not in each]
)
def test_a_step_of_three_standard_deviations_is_mostly_seen_within_seven_quarters(kind: str) -> None:
    assert shares_of(page())[kind][8] >= 70


@pytest.mark.parametrize("kind", QUARTERS)
def test_a_rise_of_half_a_standard_deviation_a_quarter_is_mostly_seen_after_three_years(kind: str) -> None:
    assert trend_noticed(kind, 0.5) > 0.5
