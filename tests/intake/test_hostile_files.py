"""Spec: a file made to do harm, or broken, is answered with one sentence, soon, and nothing of it is taken."""

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from metrics.cli import main
from metrics.store import Store
from metrics.submission import Refused
from tests.conftest import BOARD
from tests.intake.hostile import (
    CSV,
    LAUGHS,
    OUTSIDE,
    SHEET,
    XML,
    census,
    locked,
    looked_after,
    plans_workbook,
    sheet_xml,
    with_parts,
    workforce,
    zipped,
)
from tests.intake.reading import HEADINGS, PLAN, delivery_of, plans_of, rules
from tests.wide.drawing import Value, ods, workbook

SOON = 10
"""Seconds within which any of these small files is answered, on a busy machine too."""
Make = Callable[[str], bytes]


def refusal(content: bytes, **asked: object) -> str:
    started = perf_counter()
    with pytest.raises(Refused) as refused:
        delivery_of(content, **asked)  # type: ignore[arg-type]
    assert perf_counter() - started < SOON
    sentence = str(refused.value)
    assert sentence.endswith((".", ".toml"))
    assert "\n" not in sentence
    return sentence


# What it is not


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"PK\x05\x06" + bytes(18), "a zipped file with nothing in it"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "a picture"),
        (b"GIF89a" + bytes(300), "a picture"),
        (b"II*\0" + bytes(300), "a picture"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "a compressed file"),
        (b"Rar!\x1a\x07\0", "a compressed file"),
        (b"BZh91AY&SY", "a compressed file"),
        (b"\xfd7zXZ\0", "a compressed file"),
        (b"\x28\xb5\x2f\xfd\0", "a compressed file"),
        (b"plans.csv" + bytes(248) + b"ustar\0" + CSV, "a compressed file"),
        (b"SQLite format 3\0", "a database"),
        (bytes(8) + b"DUCK" + bytes(300), "a database"),
        (b"PAR1\x15\4", "a database"),
        (b"MZ\x90\0\3", "a program"),
        (b"{\\rtf1\\ansi Dear colleague}", "a letter or message"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "a letter or message"),
        (b'{"plans": [1]}', "JSON"),
        (b'\xef\xbb\xbf{\n "plans": [1]}', "JSON"),
        (b"<table><tr><td>child_id</td></tr></table>", "a web page"),
        ("\ufeff<html><body/></html>".encode("utf-16-le"), "a web page"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "a sheet saved as XML"),
        (CSV.decode().encode("cp037"), "not text"),
        (CSV.decode().encode("utf-32-le"), "not text"),
        (CSV.decode().encode("utf-32-be"), "not text"),
        (CSV + b"A\0003,02/04/2025,,NEG,0\n", "not text"),
        (zipped({"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"}), "a Word document"),
        (zipped({"[Content_Types].xml": "<a/>", "ppt/presentation.xml": "<a/>"}), "a presentation"),
        (zipped({"[Content_Types].xml": "<a/>", "xl/workbook.bin": b"\0"}), "a binary workbook (.xlsb). Save it as .xlsx"),
    ],
)
def test_what_the_file_is_instead_is_said(content: bytes, sentence: str) -> None:
    assert sentence in refusal(content)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_csv_in_any_encoding_that_says_which_is_read(encoding: str) -> None:
    assert plans_of(f"{HEADINGS},Rôle\n{PLAN},é\n".encode(encoding)).rows_kept == 1


def test_utf_7_is_read_as_the_plain_letters_that_it_is_made_of() -> None:
    """As a script it would do harm in a browser: here `+ADw-` stays what it is, an identifier like any other."""
    assert plans_of(f"{HEADINGS}\n+ADw-script+AD4-,01/04/2025,,NEG,0\n".encode("ascii")).rows_kept == 1


def test_letters_that_are_no_utf_8_are_read_as_windows_text() -> None:
    assert plans_of(CSV + b"A\xc3\x28,02/04/2025,,NEG,0\n").rows_kept == 2


def test_a_csv_of_html_keeps_the_good_rows_and_explains_the_others() -> None:
    read = plans_of(f"{HEADINGS}\n<html><body>,,,,\n<td>A1</td>,<b>01/04/2025</b>,,NEG,0\n{PLAN}\n")
    assert read.rows_kept == 1
    assert {each.row for each in read.problems} == {2, 3}


def test_formulas_in_a_csv_are_text_and_none_is_worked_out() -> None:
    read = plans_of(f"{HEADINGS}\n=A1+1,01/04/2025,,NEG,0\n{PLAN.replace('01/04/2025', '=TODAY()')}\n")
    assert read.rows_kept == 1
    assert rules(read) == [(3, "start_date", "cannot_be_read")]


def test_a_mark_of_utf_8_that_is_untrue_is_not_believed() -> None:
    """Found by breaking files at random, as the two that follow."""
    assert plans_of(b"\xef\xbb\xbf" + CSV + b"\xe3\x28,02/04/2025,,NEG,0,too,many\n").rows_kept == 1
    assert plans_of(b"\xef\xbb\xbf\xef\xbb\xbf" + CSV).rows_kept == 1


def test_a_heading_in_no_utf_8_is_the_same_in_the_beginning_of_a_file_and_in_the_whole() -> None:
    assert refusal(b"CHILD,DOB,MISSING,MIS_START,MI\xe3_END\n1,12/03/2002,A,13/11/2017,25/11/2017\n")
    late = "CHILD,DOB,R\u00f4le\n".encode() + b"1,12/03/2002,x\n" * 9_000 + b"2,12/03/2002,\xe3\n"
    assert refusal(late)


@pytest.mark.parametrize("day", ["00/00/00", "01/00/26", "31/13/26", "99999", "0001-01-01"])
def test_a_heading_that_is_a_day_which_no_calendar_has_is_a_heading(day: str) -> None:
    assert refusal(f"Indicator,{day}\nReferrals,5\n".encode())


def test_a_zipped_file_of_which_a_piece_is_missing() -> None:
    whole = zipped({"header.csv": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n" + "1,1,01/01/2020,WBRI,,,\n" * 50})
    assert "it is damaged" in refusal(whole[:40] + whole[60:])
    assert "damaged" in refusal(GOOD[:40] + GOOD[60:])


# XML


@pytest.mark.parametrize("make", XML.values(), ids=XML)
class TestXml:
    """The census of children in need, that of the workforce, and the SSDA903."""

    def test_a_file_that_defines_words_of_its_own_is_refused_before_any_is_looked_up(self, make: Make) -> None:
        for start in (LAUGHS, OUTSIDE, '<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">'):
            assert "begins with a DOCTYPE" in refusal(start.encode() + make("&i;"))

    def test_a_word_that_nothing_defines_is_refused(self, make: Make) -> None:
        assert "cannot be read as XML" in refusal(make("&i;"))

    def test_elements_within_elements_without_end(self, make: Make) -> None:
        assert "cannot be read as XML" in refusal(make("<a>" * 5_000 + "</a>" * 5_000))
        assert "cannot be read as XML" in refusal(make("<a>" * 200_000))

    def test_a_text_or_an_attribute_of_twenty_megabytes(self, make: Make) -> None:
        assert "cannot be read as XML" in refusal(make(f"<a>{'x' * 20_000_000}</a>"))
        assert "cannot be read as XML" in refusal(make(f'<a b="{"x" * 20_000_000}"/>'))

    @pytest.mark.parametrize("share", [0.4, 0.9, 0.99])
    def test_a_file_that_is_cut_short(self, make: Make, share: float) -> None:
        whole = make("")
        assert "cut short" in refusal(whole[: int(len(whole) * share)])

    @pytest.mark.parametrize("named", ["klingon", "utf-7", "utf-32"])
    def test_an_encoding_that_it_does_not_have(self, make: Make, named: str) -> None:
        assert "in the wrong encoding" in refusal(f'<?xml version="1.0" encoding="{named}"?>'.encode() + make(""))

    def test_a_null_within_it(self, make: Make) -> None:
        assert "cannot be read as XML" in refusal(make("<a>x\0y</a>"))

    def test_another_root(self, make: Make) -> None:
        assert "outermost element should be Message" in refusal(b"<Massage>" + make("") + b"</Massage>")


@pytest.mark.parametrize("inside", ["<!-- a note -->", "<?a note?>", '<x:a xmlns:x="urn:x">1</x:a>'])
def test_notes_and_elements_of_others_change_nothing(inside: str) -> None:
    assert sum(each.rows_kept for each in delivery_of(census(inside=inside)).submissions) == 1
    assert delivery_of(workforce(inside)).submissions[0].rows == delivery_of(workforce()).submissions[0].rows


@pytest.mark.parametrize("inside", ["<!-- a note -->", "<?a note?>"])
def test_notes_in_an_episode_change_nothing(inside: str) -> None:
    assert [each.rows_kept for each in delivery_of(looked_after(inside), as_at=date(2025, 3, 31)).submissions] == [1, 1]


def test_a_file_that_would_be_included_is_not() -> None:
    inside = '<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/hostname" parse="text"/>'
    assert delivery_of(census(inside=inside)).submissions[1].rows_kept == 1


def test_numbers_that_no_workforce_has_are_not_added_up() -> None:
    for number in ("1e999999999", "9" * 5_000, "1e40", "-1e40", "NaN", "Infinity"):
        read = delivery_of(workforce().replace(b"<FTE30>1<", f"<FTE30>{number}<".encode()))
        assert {each.rule for each in read.problems} >= {"in_post_without_fte"}
        assert number not in str(read.problems)


def test_a_return_without_anybody() -> None:
    assert "holds no child" in refusal(b"<EXPSSDA903></EXPSSDA903>")
    assert "holds no child" in refusal(census("<Children/>"))
    assert "holds no worker" in refusal(workforce().replace(b"CSWWWorker", b"Nobody"))


def test_a_file_from_the_future_is_refused() -> None:
    assert "ReferenceDate, 31/03/2126, lies in the future" in refusal(census(day="2126-03-31"))
    assert "ReferenceDate, 30/09/2126, lies in the future" in refusal(workforce(day="2126-09-30"))
    assert "ReferenceDate is missing or is not a date" in refusal(census(day="9999-12-31"))


# Zipped files

GOOD = plans_workbook()


@pytest.mark.parametrize("part", ["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"])
def test_a_workbook_with_macros_is_refused_whatever_its_name(part: str) -> None:
    assert refusal(with_parts(GOOD, {part: b"\xd0\xcf\x11\xe0"})).startswith("The workbook holds macros")


def test_an_opendocument_sheet_with_macros_is_refused() -> None:
    content = with_parts(ods("Board", [["x"]]), {"Basic/Standard/Module1.xml": b"<module/>"})
    assert refusal(content).startswith("The workbook holds macros")


def test_zipped_files_with_a_password() -> None:
    assert "password" in refusal(locked(GOOD))
    assert "password" in refusal(locked(zipped({"episodes.csv": CSV})))


def test_a_zipped_file_within_a_zipped_file() -> None:
    assert "another compressed file" in refusal(zipped({"a.zip": zipped({"a.csv": CSV})}))
    assert "by itself" in refusal(zipped({"a.csv": zipped({"a.csv": CSV})}))


def test_csv_files_that_are_no_return_are_sent_one_by_one() -> None:
    assert "send each file by itself" in refusal(zipped({"a.csv": CSV}))
    assert "more than 60 files" in refusal(zipped({f"{each}.csv": CSV for each in range(3_000)}))


def test_a_small_zipped_file_that_would_unpack_to_a_hundred_megabytes() -> None:
    bomb = zipped({"header.csv": "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n" + "," * 100_000_000})
    assert len(bomb) < 200_000
    assert "enormous" in refusal(bomb)


def test_paths_that_lead_out_of_a_zipped_file_are_only_names() -> None:
    link = zipfile.ZipInfo("episodes.csv")
    link.external_attr = 0o120777 << 16  # what a symbolic link is marked with
    assert "send each file by itself" in refusal(zipped({"/etc/plans.csv": CSV, "../../plans.csv": CSV}))
    assert refusal(zipped({link.filename: "/etc/hostname"}))


def test_a_workbook_of_very_many_parts() -> None:
    assert "enormous" in refusal(with_parts(GOOD, {f"xl/{each}.xml": b"<a/>" for each in range(3_000)}))


@pytest.mark.parametrize("start", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml"])
def test_words_defined_in_a_workbook_are_not_looked_up(start: str, part: str) -> None:
    shared = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&i;</t></si></sst>'
    text = sheet_xml('<c r="A1" t="inlineStr"><is><t>&i;</t></is></c>') if part == SHEET else shared
    assert "damaged" in refusal(with_parts(GOOD, {part: start.encode() + text}))


def test_a_workbook_of_ten_thousand_columns() -> None:
    rows: list[list[Value]] = [[f"column {each}" for each in range(10_000)], ["1"] * 10_000]
    assert "columns" in refusal(workbook(Board=rows))


# CSV


def test_a_csv_of_ten_thousand_columns() -> None:
    assert "more than 200 columns" in refusal(",".join(map(str, range(10_000))).encode())
    assert "no headings" in refusal(b"," * 5_000_000)


@pytest.mark.parametrize("end", [b"", b'"\n'])
def test_a_cell_without_end(end: bytes) -> None:
    assert "a cell is far too long" in refusal(f'{HEADINGS}\nA1,01/04/2025,,NEG,"'.encode() + b"x" * 20_000_000 + end)


def test_nothing_but_quotation_marks_or_line_breaks() -> None:
    assert refusal(b'"' * 5_000_000)
    assert "quotation mark" in refusal(f"{HEADINGS}\n".encode() + b'"' * 5_000_001)
    assert "The file is empty" in refusal(b"\n" * 5_000_000)


def test_a_file_whose_every_row_has_another_number_of_cells_is_refused_at_once() -> None:
    assert "Tens of thousands" in refusal(f"{HEADINGS}\n".encode() + b"a,b\n" * 1_000_000)


BAD = {
    "empty.csv": b"",
    "short.xlsx": GOOD[:900],
    "macros.xlsx": with_parts(GOOD, {"xl/vbaProject.bin": b"x"}),
    "laughs.xml": LAUGHS.encode() + census("&i;"),
    "short.xml": census()[:-40],
    "short.csv": CSV[:20],
    "endless.csv": f'{HEADINGS}\nA1,01/04/2025,,NEG,"'.encode() + b"x\n" * 1_000_000,
}


def test_a_refused_file_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, sent = tmp_path / "board.duckdb", tmp_path / "sent"
    sent.mkdir()
    Store.create(path, BOARD).close()
    before = held_in(path)
    for name, content in BAD.items():
        (sent / name).write_bytes(content)
        assert main(["submit", str(sent / name), "--agency", "council", "--store", str(path)]) == 1
        assert capsys.readouterr().err.strip().endswith(".")
    assert held_in(path) == before
    assert {each.name for each in tmp_path.iterdir()} == {"board.duckdb", "board.duckdb.key", "sent"}


def held_in(path: Path) -> dict[str, list[object]]:
    """Every table of a store, and what is in it."""
    with Store.open(path) as store, store.cursor() as cursor:
        tables = [name for (name,) in cursor.execute("select table_name from duckdb_tables() where not internal").fetchall()]
        return {each: sorted(map(repr, cursor.execute(f"from {each}").fetchall())) for each in tables}
