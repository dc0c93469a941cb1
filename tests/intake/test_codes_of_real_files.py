"""Every code that stands in the statutory returns is one of ours: a council's own file loses nothing on the way."""

import csv
import re
from pathlib import Path

import pytest

from metrics.datasets import contract
from metrics.datasets.codes import CLOSURE_REASONS, ETHNICITIES, PRIMARY_NEEDS, REFERRAL_SOURCES

ANOTHER_EPISODE_FOLLOWS = "X1"


def _codes(shared: Path, file: str, column: str) -> set[str]:
    with (shared / "data" / "formats" / "ssda903" / file).open(encoding="utf-8-sig", newline="") as rows:
        return {row[column] for row in csv.DictReader(rows)} - {""}


def _known(dataset: str, column: str) -> set[str]:
    return next({*each.codes} for each in contract(dataset).columns() if each.name == column)


@pytest.mark.parametrize(
    ("theirs", "dataset", "ours"),
    [
        ("PLACE", "placements", "placement_type"),
        ("RNE", "placements", "reason_for_episode"),
        ("LS", "placements", "legal_status"),
        ("REC", "looked_after_periods", "end_reason"),
    ],
)
def test_every_code_of_the_episodes_of_an_ssda903_is_known(shared: Path, theirs: str, dataset: str, ours: str) -> None:
    found = _codes(shared, "episodes.csv", theirs) - {ANOTHER_EPISODE_FOLLOWS}
    assert found
    assert found <= _known(dataset, ours)


def test_every_ethnicity_of_an_ssda903_is_known(shared: Path) -> None:
    assert _codes(shared, "header.csv", "ETHNIC") == {*ETHNICITIES}


@pytest.mark.parametrize(
    ("element", "ours"),
    [
        ("Ethnicity", ETHNICITIES),
        ("ReferralSource", REFERRAL_SOURCES),
        ("PrimaryNeedCode", PRIMARY_NEEDS),
        ("ReasonForClosure", CLOSURE_REASONS),
    ],
)
def test_every_code_of_a_children_in_need_census_is_known(shared: Path, element: str, ours: dict[str, str]) -> None:
    census = (shared / "data" / "formats" / "cin" / "fake_CIN_data.xml").read_text(encoding="utf-8")
    found = set(re.findall(f"<{element}>([^<]+)</", census))
    assert found
    assert found <= {*ours}
