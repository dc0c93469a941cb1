"""Spec: a number by two breakdowns at once, as a table with its totals."""

from datetime import date

from metrics.coverage import State
from metrics.crossed import ALL, UNSAID, CrossTable, cross_table
from metrics.figures import Figure

MEANINGS = ({}, {"advice": "Information or advice", "no action": "No further action"})


def of(group: str, value: float | None, state: State = State.VALUE) -> Figure:
    return Figure(
        indicator="contacts",
        period="2026/27 Q2",
        first_day=date(2026, 7, 1),
        last_day=date(2026, 9, 30),
        group=group,
        value=value,
        numerator=value,
        denominator=None,
        families=None,
        state=state,
        waiting_for=None,
        data_to=None,
    )


def values(table: CrossTable) -> dict[str, list[float | None]]:
    return {name: [each.value for each in cells] for name, cells in table.rows}


def test_the_totals_stand_first_and_then_the_rows_and_columns_with_most() -> None:
    table = cross_table([of("Police / no action", 6), of("Police / advice", 2), of("Health / advice", 5)], MEANINGS)
    assert table.columns == (ALL, "Information or advice", "No further action")
    assert values(table) == {ALL: [13, 7, 6], "Police": [8, 2, 6], "Health": [5, 5, 0]}
    assert [name for name, _ in table.rows] == [ALL, "Police", "Health"]


def test_a_share_is_of_the_row() -> None:
    table = cross_table([of("Police / no action", 6), of("Police / advice", 2), of("Health / advice", 5)], MEANINGS)
    assert [each.share for each in dict(table.rows)["Police"]] == [None, 25, 75]


def test_a_cell_without_a_case_is_a_true_nought() -> None:
    table = cross_table([of("Police / advice", 2), of("Health / no action", 5)], MEANINGS)
    assert dict(table.rows)["Police"][1].state is State.ZERO


def test_a_cell_that_is_held_back_leaves_its_totals_unsaid() -> None:
    """Else the number held back could be had by taking the others off the total."""
    table = cross_table([of("Police / advice", None, State.DISCLOSURE), of("Police / no action", 3)], MEANINGS)
    police = dict(zip(table.columns, dict(table.rows)["Police"], strict=True))
    assert (police["Information or advice"].state, police[ALL].state) == (State.DISCLOSURE, State.DISCLOSURE)
    assert (police["No further action"].value, police["No further action"].share) == (3, None)
    assert dict(table.rows)[ALL][0].value is None


def test_a_group_that_names_only_one_of_the_two_has_no_other() -> None:
    table = cross_table([of("Police", 2)], MEANINGS)
    assert (table.columns, values(table)) == ((ALL, UNSAID), {ALL: [2, 2], "Police": [2, 2]})
