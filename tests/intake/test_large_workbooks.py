"""Spec: a sheet that is read in pieces gives what it gives in one, whatever its rows say of themselves."""

import io
from datetime import date
from pathlib import Path

import pytest

from metrics.intake import workbook as reader
from metrics.intake.workbook import Table, read_workbook
from metrics.intake.workbook_pieces import pieces_of
from metrics.submission import Refused
from tests.intake.hostile import MAIN, SHEET, plans_workbook, with_parts
from tests.intake.reading import HEADINGS, plans_of
from tests.wide.drawing import Formula, Percent, Value, workbook

SMALL = 300
GOOD = plans_workbook()


def sheet(rows: str, before: str = "", after: str = "", of: str = "") -> bytes:
    """A workbook with this XML for its rows. `of`: the prefix of its elements."""
    name, space = (f"{of}:", f":{of}") if of else ("", "")
    text = f'<{name}worksheet xmlns{space}="{MAIN}">{before}<{name}sheetData>{rows}</{name}sheetData>{after}</{name}worksheet>'
    return with_parts(GOOD, {SHEET: text.encode()})


def numbered(count: int, cells: int = 3) -> str:
    row = "".join('<c r="{column}{row}"><v>{row}</v></c>'.replace("{column}", "ABCDEFGH"[each]) for each in range(cells))
    return "".join(f'<row r="{each}">{row.format(row=each)}</row>' for each in range(1, count + 1))


def tables(content: bytes | Path, monkeypatch: pytest.MonkeyPatch, size: int) -> tuple[Table, ...]:
    monkeypatch.setattr(reader, "PIECE", size)
    return read_workbook(content).tables


def in_pieces(content: bytes | Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Table, ...]:
    """Its sheets, read in pieces; the same as in one."""
    whole = tables(content, monkeypatch, 1 << 24)
    found = tables(content, monkeypatch, SMALL)
    assert found == whole
    return found


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("metrics.intake.workbook_pieces.CHUNK", 100)


def test_a_sheet_is_divided_between_rows_and_each_piece_is_a_sheet() -> None:
    text = f'<worksheet><cols/><sheetData>{numbered(50)}</sheetData><rowBreaks count="0"/></worksheet>'.encode()
    found = list(pieces_of(io.BytesIO(text), SMALL))
    assert len(found) > 10
    assert all(each.startswith(b"<worksheet><cols/><sheetData><row ") for each in found)
    assert all(each.endswith(b"</row></sheetData></worksheet>") for each in found[:-1])
    assert found[-1].endswith(b'</sheetData><rowBreaks count="0"/></worksheet>')
    assert b"".join(found).count(b"<row ") == 50


@pytest.mark.parametrize("of", ["", "x"])
def test_rows_and_cells_stand_where_they_say(monkeypatch: pytest.MonkeyPatch, of: str) -> None:
    rows = numbered(40).replace("<", f"<{of}:").replace(f"<{of}:/", f"</{of}:") if of else numbered(40)
    found = in_pieces(sheet(rows, of=of), monkeypatch)[0]
    assert found.rows == [[str(each)] * 3 for each in range(1, 41)]
    assert found.length == 40


def test_rows_that_do_not_say_their_number_follow_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f"<row><c><v>{each}</v></c><c><v>0</v></c></row>" for each in range(40))
    assert in_pieces(sheet(rows), monkeypatch)[0].rows == [[str(each), "0"] for each in range(40)]


def test_empty_rows_and_columns_between_and_before_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f'<row r="{each}"><c r="C{each}"><v>{each}</v></c></row>' for each in range(5, 200, 7))
    found = in_pieces(sheet(rows), monkeypatch)[0]
    assert found.rows[:5] == [["", "", ""]] * 4 + [["", "", "5"]]
    assert found.csv.count(b"\n") == found.length == 194


def test_a_wider_row_further_down_widens_those_above(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = numbered(30) + '<row r="31"><c r="F31"><v>1</v></c></row>' + '<row r="32"><c r="A32"><v>1</v></c></row>'
    found = in_pieces(sheet(rows), monkeypatch)[0]
    assert {len(each) for each in found.rows} == {6}
    assert {each.count(b",") for each in found.csv.splitlines()} == {5}


def test_percentages_errors_and_days_far_down_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[list[Value]] = [["a", "b", "c", "d"]] + [
        [1.0, Percent(0.25), Formula("=1/0", "#DIV/0!"), date(2026, 6, 30)]
    ] * 40
    found = in_pieces(workbook(Board=rows), monkeypatch)[0]
    assert found.rows[1:] == [["1", "25%", "#ERROR", "2026-06-30"]] * 40


def test_the_files_of_the_field_are_the_same_in_pieces(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for each in sorted((shared / "data" / "formats").rglob("*.xlsx")):
        assert in_pieces(each, monkeypatch)


def test_a_table_below_other_rows_keeps_its_row_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    found = in_pieces(sheet(numbered(30)), monkeypatch)[0]
    assert found.below(2) == b",,\n,,\n" + b"".join(b"%d,%d,%d\n" % ((each,) * 3) for each in range(3, 31))


def test_of_the_rows_beyond_those_of_a_sheet_of_figures_the_first_filled_one_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    found = tables(sheet(numbered(3_000, 1)), monkeypatch, 20_000)[0]
    assert (len(found.rows), found.rows[-1], found.length) == (2_001, ["2001"], 3_000)
    assert found.csv.endswith(b"\n3000\n")


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c  r = \'XFD1048576\'><v>1</v></c></row>',
        '<row r="1"><c x=">" r="A1"><v>1</v></c><c x=">" r="xfd1048576"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="99999999"><c><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row>' + numbered(40) + '<row r="9"><c r="XFD1048576"><v>1</v></c></row>',
    ],
)
def test_a_cell_at_the_far_corner_however_it_is_written(monkeypatch: pytest.MonkeyPatch, rows: str) -> None:
    for size in (SMALL, 1 << 24):
        with pytest.raises(Refused):
            tables(sheet(rows), monkeypatch, size)


def test_a_text_that_looks_like_a_far_corner_is_a_text(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>r="XFD1048576"</t></is></c></row>'
    assert in_pieces(sheet(rows), monkeypatch)[0].rows == [['r="XFD1048576"']]


def test_a_row_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("metrics.intake.workbook_pieces.LONGEST_ROW", 1_000)
    with pytest.raises(Refused, match="enormous"):
        tables(sheet("", before=f"<a>{'x' * 5_000}</a>"), monkeypatch, SMALL)
    with pytest.raises(Refused, match="enormous"):
        tables(sheet(f'<row r="1">{"<c/>" * 5_000}</row>'), monkeypatch, SMALL)


def test_records_are_the_same_whether_in_pieces_or_as_a_csv(monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[list[Value]] = [list(HEADINGS.split(","))]
    rows += [[f"A{each}", date(2025, 4, 1 + each % 28), None, "NEG", 0.0] for each in range(60)]
    text = "\n".join([HEADINGS, *(f"A{each},{1 + each % 28:02d}/04/2025,,NEG,0" for each in range(60))])
    monkeypatch.setattr(reader, "PIECE", SMALL)
    assert plans_of(workbook(Plans=rows)).rows == plans_of(text).rows
