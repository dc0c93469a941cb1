"""Spec: whatever becomes of a file on its way, it is a delivery or it is refused in a sentence, and no cell is repeated.

A few hundred broken files, the same ones in every run. `python -m tests.intake.fuzzing` breaks as many as one has time for.
"""

import logging
from datetime import date
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.intake.fuzzing import answer, seeds
from tests.intake.mutations import NEEDLE, mutated

SEEDS = seeds()
CHOSEN = (
    "Annex_A.xlsx", "CIN2rows.xml", "board.ods", "board.xlsx", "census.xml", "cp_plans.csv", "episodes.csv", "looked_after.xml",
    "plans.xlsx", "return_interviews.csv", "returns.csv", "social_work_workforce_2022.xml", "ssda903.zip", "workforce.xml",
)  # fmt: skip
FIGURES = {"board.ods", "board.xlsx"}
"""Of a sheet of figures the names are said to its sender, who is asked what they mean."""


@pytest.mark.parametrize("name", [each for each in CHOSEN if each in SEEDS])
@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 1 << 32), dated=st.booleans())
def test_a_broken_file_is_answered(caplog: pytest.LogCaptureFixture, name: str, seed: int, dated: bool) -> None:
    with caplog.at_level(logging.DEBUG):
        said = answer(mutated(SEEDS[name], Random(seed)), date(2025, 12, 31) if dated else None)
    assert NEEDLE.casefold() not in caplog.text.casefold()
    assert name in FIGURES or NEEDLE.casefold() not in said.casefold()
