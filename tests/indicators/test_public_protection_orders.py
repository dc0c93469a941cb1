"""Spec: public protection orders and notices made in the period, by kind."""

import pytest

from metrics.coverage import State
from tests.conftest import Counted
from tests.indicators.reading import numerators

NAME = "public_protection_orders"


@pytest.mark.parametrize(("made", "counts"), [("2025-02-28", 0), ("2025-03-01", 1), ("2025-03-31", 1), ("2025-04-01", 0)])
def test_it_belongs_to_the_day_on_which_it_was_made(counted: Counted, made: str, counts: int) -> None:
    rows = f"order_id | kind | made_on\nPO1 | stalking_order | {made}"
    assert counted(NAME, "2025-03", public_protection_orders=rows).value == counts


def test_every_order_counts_by_its_kind(counted: Counted) -> None:
    rows = """
        order_id | kind                   | made_on
        PO1      | sexual_harm_order      | 2025-03-05
        PO2      | sexual_harm_order      | 2025-03-05
        PO3      | child_abduction_notice | 2025-03-05
    """
    found = numerators(counted(NAME, "2025-03", by="kind", public_protection_orders=rows))
    assert found == {"sexual_harm_order": 2, "child_abduction_notice": 1}


def test_none_in_the_period_is_a_true_nought(counted: Counted) -> None:
    rows = "order_id | kind | made_on\nPO1 | stalking_order | 2025-02-05"
    assert counted(NAME, "2025-03", public_protection_orders=rows).state is State.ZERO
