"""Spec: each rule fires on the rows that break it and on no row beside them."""

from datetime import date

import pytest

from metrics.checks import all_checks
from metrics.submission import Severity
from tests.checks.breaking import BREAKING
from tests.checks.edge import Edge
from tests.conftest import SENDERS, csv_of
from tests.intake.reading import delivery_of


@pytest.mark.parametrize(("name", "edge"), BREAKING.items(), ids=map("/".join, BREAKING))
def test_the_rule_fires_at_its_edge_and_not_beside_it(name: tuple[str, str], edge: Edge) -> None:
    dataset, rule = name
    check = next(each for each in all_checks() if (each.dataset, each.rule) == name)
    read = delivery_of(
        csv_of(dataset, edge.rows),
        agency=SENDERS.get(dataset, "council"),
        dataset=dataset,
        covers_from=date(2024, 4, 1),
        as_at=date(2025, 12, 31),
    ).submissions[0]
    fired = [each for each in read.problems if each.rule == rule]
    assert [each.row for each in fired] == edge.broken
    assert {(each.field, each.severity, each.sentence) for each in fired} == {(check.field, check.severity, check.sentence)}
    kept = set() if read.rows is None else set(read.rows["row_number"].to_pylist())
    assert bool(kept & set(edge.broken)) == (check.severity is not Severity.BLOCK)


def test_no_rule_is_written_here_that_does_not_exist() -> None:
    assert set(BREAKING) == {(each.dataset, each.rule) for each in all_checks()}


def test_a_row_that_was_left_out_is_not_held_against_the_next_rules() -> None:
    """A plan that ends before it starts is not also told off for its category."""
    rows = "child_id | start_date | end_date | category\nA | 2025-04-10 | 2025-04-09 | \nB | 2025-04-10 | | NEG"
    read = delivery_of(csv_of("cp_plans", rows)).submissions[0]
    assert [(each.row, each.rule) for each in read.problems] == [
        (2, "ends_before_it_starts"),
        (3, "no_count_of_previous_plans"),
    ]
