"""Spec: of the sexual offences against children given an outcome in the period, the share with a charge or summons."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import parts, shares

NAME = "sexual_offences_charged"
HEADINGS = "recorded_on | category | outcome_type | outcome_on"


@pytest.mark.parametrize(
    ("outcome", "charged"), [("1", 1), ("1A", 1), ("2", 0), ("4", 0), ("8", 0), ("14", 0), ("16", 0), ("18", 0), ("21", 0)]
)
def test_only_a_charge_or_summons_is_one(counted: Counted, outcome: str, charged: int) -> None:
    offences = f"{HEADINGS}\n2025-01-05 | rape | {outcome} | 2025-03-05"
    assert parts(counted(NAME, "2025-03", offences_against_children=offences)) == (charged, 1)


@pytest.mark.parametrize(
    ("category", "counts"), [("rape", 1), ("other_sexual", 1), ("violence_with_injury", 0), ("violence_without_injury", 0)]
)
def test_the_kinds_of_offence_that_count(counted: Counted, category: str, counts: int) -> None:
    offences = f"{HEADINGS}\n2025-01-05 | {category} | 1 | 2025-03-05"
    assert parts(counted(NAME, "2025-03", offences_against_children=offences)) == (counts, counts)


@pytest.mark.parametrize(("day", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_it_counts_on_the_day_of_the_outcome_whenever_it_was_recorded(counted: Counted, day: str, counts: int) -> None:
    offences = f"{HEADINGS}\n2024-12-05 | rape | 1 | {day}"
    assert counted(NAME, "2025-03", offences_against_children=offences).denominator == counts


def test_an_offence_without_an_outcome_or_without_its_day_is_left_out(counted: Counted) -> None:
    offences = f"""
        {HEADINGS}
        2025-03-05 | rape |   |
        2025-03-05 | rape | 1 |
        2025-03-05 | rape |   | 2025-03-05
    """
    assert counted(NAME, "2025-03", offences_against_children=offences).state is State.NO_CASES


@pytest.mark.parametrize(("by", "group"), [("age_band", "10 to 15"), ("sex", "M")])
def test_victims_are_told_apart(counted: Counted, by: str, group: str) -> None:
    offences = """
        recorded_on | category | outcome_type | outcome_on | date_of_birth | sex
        2025-03-05  | rape     | 1            | 2025-03-05 | 2014-03-05    | M
        2025-03-05  | rape     | 18           | 2025-03-05 |               |
    """
    found = shares(counted(NAME, "2025-03", by=by, offences_against_children=offences))
    assert found == {group: (1, 1), "Not recorded": (0, 1)}


def test_each_kind_of_offence_has_its_own_share(counted: Counted) -> None:
    offences = f"""
        {HEADINGS}
        2025-03-05 | rape         | 1  | 2025-03-05
        2025-03-05 | other_sexual | 18 | 2025-03-05
        2025-03-05 | other_sexual | 1  | 2025-03-05
    """
    found = shares(counted(NAME, "2025-03", by="category", offences_against_children=offences))
    assert found == {"rape": (1, 1), "other_sexual": (1, 2)}
