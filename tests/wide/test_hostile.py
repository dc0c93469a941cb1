"""Spec: sheets that are empty, enormous, damaged or locked are refused in a sentence; odd cells are read as what they are."""

import io
import zipfile
from datetime import date
from typing import Any

import pytest
import xlsxwriter

from metrics.intake import recognise
from metrics.intake.workbook import read_workbook
from metrics.intake.workbook_parts import LARGEST
from metrics.store import Store
from metrics.submission import Refused
from tests.wide.conftest import confirmed, read, says
from tests.wide.drawing import Formula, Percent, Value, as_csv, ods, workbook

CELL = '<c r="{at}"><v>1</v></c>'


def refusal(content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        recognise(content)
    assert str(refused.value).endswith(".")
    return str(refused.value)


def changed(content: bytes, name: str, text: bytes) -> bytes:
    """A workbook with one part of it replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, text if each == name else old.read(each))
    return made.getvalue()


def sheet_xml(cells: str) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return (
        f'<worksheet xmlns="{main}"><dimension ref="A1"/><sheetData><row r="1">{cells}</row></sheetData></worksheet>'.encode()
    )


GOOD = workbook(Board=[["Indicator", "Q1 2026/27"], ["Referrals", 5.0]])
SHEET = "xl/worksheets/sheet1.xml"


def test_an_empty_workbook() -> None:
    assert "no visible sheet with anything in it" in refusal(workbook(Board=[]))


def test_headings_without_figures(store: Store) -> None:
    with pytest.raises(Refused, match="no figures under them"):
        read(store, workbook(Board=[["Indicator", "Q1 2026/27"], ["Referrals", None]]))


def test_periods_in_rows_are_told_to_be_transposed() -> None:
    assert "None of the workbook's sheets" in refusal(workbook(Board=[["Period", "Referrals"], ["Q1 2026/27", 5.0]]))


def test_a_cell_at_the_far_corner_does_not_make_a_sheet_of_billions_of_cells() -> None:
    far = sheet_xml(CELL.format(at="A1") + CELL.format(at="XFD1048576"))
    assert "The workbook is enormous" in refusal(changed(GOOD, SHEET, far))


def test_an_empty_cell_at_the_far_corner_does_not_either() -> None:
    far = sheet_xml(CELL.format(at="A1") + '<c r="XFD1048576" s="1"/>')
    assert read_workbook(changed(GOOD, SHEET, far)).tables[0].rows == [["1"]]


def test_a_csv_of_a_million_columns() -> None:
    assert "more than 200 columns" in refusal(b"Indicator" + b",Q1 2026/27" * 1_000_000 + b"\n")


def test_a_sheet_of_more_columns_than_any_board_has() -> None:
    rows: list[list[Value]] = [["Indicator", *["Q1 2026/27"] * 400], ["Referrals", *[1.0] * 400]]
    assert "larger than 5,000 rows by 300 columns" in refusal(workbook(Board=rows))


def test_an_opendocument_sheet_that_repeats_a_cell_a_thousand_million_times() -> None:
    content = ods("Board", [["x"]])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        text = archive.read("content.xml")
    bomb = text.replace(b"<table:table-cell office", b'<table:table-cell table:number-columns-repeated="1000000000" office', 1)
    assert "The workbook is enormous" in refusal(changed(content, "content.xml", bomb))


def test_a_workbook_that_unpacks_to_more_than_is_read() -> None:
    assert "The workbook is enormous" in refusal(changed(GOOD, SHEET, b" " * (LARGEST + 1)))


def test_a_workbook_that_is_untrue_about_its_sizes() -> None:
    content = bytearray(changed(GOOD, SHEET, b" " * (LARGEST + 1)))
    at = content.rfind(SHEET.encode()) - 46  # its entry in the directory at the end
    content[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert "damaged" in refusal(bytes(content))


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + sheet_xml(
        '<c r="A1" t="inlineStr"><is><t>&b;</t></is></c>'
    )
    assert "haha" not in str(refusal(changed(GOOD, SHEET, bomb)))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_a_workbook_that_is_cut_short(share: float) -> None:
    assert "damaged" in refusal(GOOD[: int(len(GOOD) * share)])


def test_a_part_that_is_no_xml() -> None:
    assert "damaged" in refusal(changed(GOOD, SHEET, b"<worksheet><"))


def test_a_zipped_file_that_is_no_workbook() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("letter.docx", "x")
    assert "not a workbook that we read" in refusal(made.getvalue())


def test_an_opendocument_sheet_with_a_password() -> None:
    content = changed(ods("Board", [["x"]]), "META-INF/manifest.xml", b"<manifest><encryption-data/></manifest>")
    assert "protected by a password" in refusal(content)


def test_an_old_or_locked_office_file() -> None:
    assert "password" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


def test_everything_merged(store: Store) -> None:
    def draw(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.merge_range(0, 0, 1, 0, "Indicator")
        sheet.merge_range(0, 1, 0, 2, "2026/27")
        sheet.write(1, 1, "Q1")
        sheet.write(1, 2, "Q2")
        sheet.merge_range(2, 0, 3, 0, "Referrals")
        sheet.merge_range(2, 1, 3, 1, 5)
        sheet.merge_range(2, 2, 3, 2, 7)

    rows = says(read(store, workbook(Board=draw)))
    assert [(each[1], each[4]) for each in rows] == [("2026/27 Q1", "5"), ("2026/27 Q2", "7")]
    assert "no visible sheet" in refusal(workbook(Board=lambda _, sheet: sheet.merge_range(0, 0, 500, 200, "")))


def test_dates_as_numbers(store: Store) -> None:
    serial = (date(2026, 7, 31) - date(1899, 12, 30)).days
    rows: list[list[Value]] = [["Indicator", str(serial), str(serial + 31)], ["Referrals", "5", "7"]]
    assert [each[1] for each in says(read(store, as_csv(rows)))] == ["2026-07", "2026-08"]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("1,412", "1412"),
        ("1 412", "1412"),
        ("1\u00a0412", "1412"),
        (" 12 ", "12"),
        ("12.0", "12.0"),
        ("\u200b12", "12"),
        ("12*", "12"),
        (12.0, "12"),
        (Formula("=6+6", 12), "12"),
    ],
)
def test_a_number_however_it_is_written(store: Store, written: Value, kept: str) -> None:
    assert says(read(store, workbook(Board=[["Indicator", "Q1 2026/27"], ["Referrals", written]])))[0][4] == kept


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (Percent(0.25), (None, None, "25")),
        ("25 %", (None, None, "25")),
        ("25 per cent", (None, None, "25")),
        ("12/48", ("12", "48", None)),
        ("12 of 48", ("12", "48", None)),
        ("12 out of 48", ("12", "48", None)),
        ("25% (12/48)", ("12", "48", "25")),
        ("12/48 (25%)", ("12", "48", "25")),
        ("25% (n=48)", ("12", "48", "25")),
        ("2%\u00a0(n = 1,200)", (None, "1200", "2")),
        ("1,200/4,800", ("1200", "4800", None)),
    ],
)
def test_a_share_however_it_is_written(store: Store, written: Value, kept: tuple[str | None, ...]) -> None:
    assert says(read(store, workbook(Board=[["Indicator", "Q1 2026/27"], ["Re-referrals", written]])))[0][4:7] == kept


@pytest.mark.parametrize(
    ("name", "written", "rule"),
    [
        ("Re-referrals", 25.0, "number_or_percent"),
        ("Re-referrals", 0.25, "fraction_or_percent"),
        ("Re-referrals", date(1948, 12, 1), "date"),
        ("Re-referrals", Formula("=1/0", "#DIV/0!"), "error"),
        ("Referrals", "-3", "negative"),
        ("Referrals", "twelve", "cannot_be_read"),
        ("Referrals", "1.2.3", "cannot_be_read"),
    ],
)
def test_a_cell_that_could_be_two_things_is_left_out_and_said(store: Store, name: str, written: Value, rule: str) -> None:
    rows: list[list[Value]] = [["Indicator", "Q1 2026/27"], ["Children on a child protection plan", 4.0], [name, written]]
    delivery = read(store, workbook(Board=rows))
    assert [(each.rule, each.place) for each in delivery.problems] == [(rule, "sheet Board, row 3, column B")]
    assert [each[0] for each in says(delivery)] == ["cp_plans_open"]


def test_hidden_sheets_are_not_read(store: Store) -> None:
    def hidden(book: xlsxwriter.Workbook, sheet: Any) -> None:
        sheet.write_row(0, 0, ["Indicator", "Q1 2026/27"])
        sheet.write_row(1, 0, ["Children in need", 5])
        sheet.hide()

    delivery = read(store, workbook(Board=[["Indicator", "Q1 2026/27"], ["Referrals", 5.0]], Old=hidden))
    assert [each[0] for each in says(delivery)] == ["referrals"]
    assert "Hidden sheets of the workbook were not read." in delivery.notes


def test_a_quarter_of_a_calendar_year_is_asked_about(store: Store) -> None:
    content = workbook(Board=[["Indicator", "Q1 2026", "Q2 2026/27"], ["Referrals", 5.0, 6.0]])
    with pytest.raises(Refused, match="1 name or word of the sheet"):
        read(store, content, confirmed(content, store))
    meant = confirmed(content, store).model_copy(update={"columns": {"Q1 2026": "2026/27 Q1"}})
    assert [each[1] for each in says(read(store, content, meant))] == ["2026/27 Q1", "2026/27 Q2"]


def test_a_workbook_with_the_long_template_is_read_as_the_template(store: Store) -> None:
    rows: list[list[Value]] = [["indicator", "period", "numerator"], ["Referrals", "2026/27 Q1", 5.0]]
    content = workbook(Notes=[["How to fill this in"]], Data=rows)
    assert recognise(content).sentence == "Workbook of returned figures."
    assert says(read(store, content)) == [("referrals", "2026/27 Q1", "", "", "5", None, None, "figure")]


def test_a_workbook_with_records_is_read_as_the_extract(store: Store) -> None:
    content = workbook(Data=[["child_id", "start_date", "previous_plans"], ["C1", date(2026, 5, 1), 0.0]])
    assert read(store, content).submissions[0].dataset == "cp_plans"
