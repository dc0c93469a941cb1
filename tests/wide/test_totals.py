"""Spec: a total that its parts do not make refuses the sheet, with the row, the column and the sum."""

import pytest

from metrics.store import Store
from metrics.submission import Refused
from tests.wide.conftest import confirmed, read, says
from tests.wide.drawing import Value, workbook

HEAD: list[Value] = ["Indicator", "Agency", "Q1 2026/27", "Q2 2026/27"]


def handed(store: Store, *rows: list[Value]) -> list[tuple[str, ...]]:
    content = workbook(Board=rows)
    return [(each[0], each[1], each[3], str(each[4])) for each in says(read(store, content, confirmed(content, store)))]


def refusal(store: Store, *rows: list[Value]) -> str:
    with pytest.raises(Refused) as refused:
        handed(store, *rows)
    return str(refused.value)


def test_the_sentence_names_the_cell_and_what_the_parts_add_up_to(store: Store) -> None:
    said = refusal(
        store, HEAD, ["Contacts", "Police", 12.0, 9.0], [None, "Health", 4.0, 1.0], [None, "Total", 16.0, 11.0]
    )  # fmt: skip
    assert said == (
        "The total in sheet Board, row 4, column D (Contacts at the front door, Q2 2026/27) says 11; its parts in rows 2 to 3 "
        "add up to 10. Correct whichever is wrong and send the sheet again."
    )


def test_rows_under_a_name_that_say_by_what_they_are_broken_down(store: Store) -> None:
    head: list[Value] = ["Indicator", "Q1 2026/27"]
    rows: list[list[Value]] = [head, ["Contacts by agency"], ["Police", 12.0], ["Health", 4.0], ["Total", 17.0]]
    assert "row 5, column B" in refusal(store, *rows)
    assert "add up to 16" in refusal(store, *rows)


def test_denominators_have_to_add_up_too(store: Store) -> None:
    head: list[Value] = ["Indicator", "Agency", "Q1 2026/27"]
    rows: list[list[Value]] = [
        head,
        ["Training attendance", "Police", "4/8"],
        [None, "Health", "6/12"],
        [None, "Total", "10/21"],
    ]
    assert "The total of the denominators in sheet Board, row 4, column C" in refusal(store, *rows)


def test_a_nil_return_adds_nothing(store: Store) -> None:
    kept = handed(store, HEAD, ["Contacts", "Police", 12.0, "nil"], [None, "Health", 4.0, 2.0], [None, "Total", 16.0, 2.0])
    assert ("contacts", "2026/27 Q2", "", "2") in kept


@pytest.mark.parametrize(("total", "is_refused"), [(20.0, False), (12.0, False), (11.0, True)])
def test_with_a_part_held_back_the_total_is_at_least_the_others(store: Store, total: float, is_refused: bool) -> None:
    rows: list[list[Value]] = [HEAD[:3], ["Contacts", "Police", 12.0], [None, "Health", "<5"], [None, "Total", total]]
    if is_refused:
        assert "add up to 12" in refusal(store, *rows)
    else:
        assert ("contacts", "2026/27 Q1", "", str(int(total))) in handed(store, *rows)


@pytest.mark.parametrize("part", ["of which from Police", "- Police", "    Police"])
@pytest.mark.parametrize(("number", "is_refused"), [(9.0, False), (17.0, True)])
def test_a_part_named_under_its_whole_is_at_most_the_whole(store: Store, part: str, number: float, is_refused: bool) -> None:
    rows: list[list[Value]] = [["Indicator", "Q1 2026/27"], ["Contacts", 16.0], [part, number]]
    if is_refused:
        assert "add up to 17" in refusal(store, *rows)
    else:
        assert ("contacts", "2026/27 Q1", "", "16") in handed(store, *rows)


def test_parts_of_which_the_sheet_does_not_say_by_what_are_held_against_the_total_and_not_kept(store: Store) -> None:
    rows: list[list[Value]] = [["Indicator", "Q1 2026/27"], ["Contacts"], ["North", 12.0], ["South", 4.0], ["Total", 16.0]]
    assert handed(store, *rows) == [("contacts", "2026/27 Q1", "", "16")]
    content = workbook(Board=rows)
    notes = read(store, content, confirmed(content, store)).notes
    assert any("its parts were held against the total and not kept" in each for each in notes)


def test_children_who_are_counted_once_need_not_add_up(store: Store) -> None:
    rows: list[list[Value]] = [
        ["Indicator", "Age group", "Q1 2026/27"],
        ["Children who went missing from home", "0 to 9", 12.0],
        [None, "10 to 15", 4.0],
        [None, "Total", 15.0],
    ]
    assert ("children_missing_from_home", "2026/27 Q1", "", "15") in handed(store, *rows)
