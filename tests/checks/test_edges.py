"""Spec: each rule fires on the rows that break it and on no row beside them."""

import pytest

from metrics.checks import read_checks
from metrics.store import Store
from metrics.submission import Severity
from tests.checks.breaking import BREAKING
from tests.checks.edge import Edge
from tests.checks.reading import problems_of
from tests.conftest import csv_of
from tests.intake.reading import delivery_of


@pytest.mark.parametrize(("name", "edge"), BREAKING.items(), ids=map("/".join, BREAKING))
def test_the_rule_fires_at_its_edge_and_not_beside_it(name: tuple[str, str], edge: Edge, empty_store: Store) -> None:
    check = read_checks()["/".join(name)]
    fired, kept = problems_of(check, edge, empty_store)
    assert [each.row for each in fired] == edge.broken
    assert {(each.field, each.severity) for each in fired} == {(check.field, check.severity)}
    assert edge.says or {each.sentence for each in fired} == {check.sentence}
    assert all(edge.says in each.sentence for each in fired)
    assert edge.broken == [None] or bool(kept & set(edge.broken)) == (check.severity is not Severity.BLOCK)


def test_no_rule_is_written_here_that_does_not_exist() -> None:
    assert set(BREAKING) == {(each.dataset, each.rule) for each in read_checks().values()}


def test_a_row_that_was_left_out_is_not_held_against_the_next_rules() -> None:
    """A plan that ends before it starts is not also told off for its category."""
    rows = "child_id | start_date | end_date | category\nA | 2025-04-10 | 2025-04-09 | \nB | 2025-04-10 | | NEG"
    read = delivery_of(csv_of("cp_plans", rows)).submissions[0]
    assert [(each.row, each.rule) for each in read.problems] == [
        (2, "ends_before_it_starts"),
        (3, "no_count_of_previous_plans"),
    ]
