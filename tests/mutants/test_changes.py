"""Spec: which changes are made, so that a rule that no change touches is not taken for one that is held."""

import pytest

from tests.mutants.changes import changes

COLUMNS = {"plans": {"plan_id": "uuid", "start_date": "date", "end_date": "date", "category": "varchar"}}


def changed(sql: str) -> set[str]:
    return {" ".join(each.applied(sql).split()) for each in changes(sql, lambda table: COLUMNS.get(table, {}))}


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("a >= 7", {"a > 7", "a < 7", "a >= 8", "a >= 6"}),
        ("a is not null", {"a is null"}),
        ("a is null", {"a is not null"}),
        ("not a or b", {"a or b", "not a and b"}),
        ("a = 'NEG'", {"a <> 'NEG'", "a = 'NEG changed'"}),
        ("date '2025-03-31'", {"date '2025-03-30'", "date '2025-04-01'"}),
        ("a in (b)", {"a not in (b)"}),
        ("a not in (b)", {"a in (b)"}),
        ("min(a)", {"max(a)"}),
        ("coalesce(a, b)", {"(a)"}),
        ("select distinct a", {"select a"}),
        ("x left join y on y.a = x.a", {"x inner join y on y.a = x.a", "x left join y on y.a <> x.a", "x left join y on true"}),
        ("a + interval 1 month", {f"a {rest}" for rest in ("- interval 1 month", "+ interval 2 month", "+ interval 0 month")}),
    ],
)
def test_one_token_is_changed_at_a_time(sql: str, expected: set[str]) -> None:
    assert expected <= changed(sql)


def test_every_condition_is_dropped_in_its_turn_and_between_is_one() -> None:
    dropped = {each for each in changed("select x from t where a between 1 and 7 and (b or c) group by d") if "true" in each}
    assert dropped == {
        "select x from t where true and (b or c) group by d",
        "select x from t where a between 1 and 7 and true group by d",
    }


def test_a_column_becomes_the_next_one_of_its_kind_and_keeps_its_name() -> None:
    query = "select plan.start_date, plan.end_date as counts_on, plan.category from plans as plan"
    assert changed(query) == {
        "select plan.end_date as start_date, plan.end_date as counts_on, plan.category from plans as plan",
        "select plan.start_date, plan.start_date as counts_on, plan.category from plans as plan",
    }


def test_names_of_cases_and_the_order_of_rows_stay() -> None:
    assert changed("select hash(plan.start_date, 7) || 'x' as case_id from plans as plan order by plan.start_date") == set()
    assert "lead(a) over (order by b)" in changed("lag(a) over (order by b)")
