"""Spec: the SSDA903, from its tables, one workbook or the XML to the figures, held against a plain reading."""

import csv
from calendar import monthrange
from collections import Counter
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path

import pytest
import xlsxwriter
from lxml import etree

from metrics.catalogue import indicator
from metrics.figures import figures_on
from metrics.intake import Undated, recognise, together
from metrics.periods import parse_period
from metrics.store import Store
from metrics.submission import Delivery, Refused, Submission
from tests.intake.reading import column, delivery_of

YEAR_END = date(2018, 3, 31)
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
OC3 = "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM"
SETS = ("episodes.csv", "header.csv", "missing.csv", "oc3.csv")
NOTHING_COUNTED = (
    "DoLo.csv", "ad1.csv", "header.csv", "oc2.csv", "placed_for_adoption.csv", "placed_for_adoption_errors.csv",
    "previous_permanence.csv", "reviews.csv", "sw_episodes.csv", "uasc.csv",
)  # fmt: skip
PROVIDERS = (
    "ch_fake.xlsx", "combined_scp_ch_fake.xlsx", "scp_ch_2025_fake.xlsx", "scp_fake.xlsx", "scpch_assisted.xlsx",
)  # fmt: skip
READ = ("SSDA903_2020_episodes.csv", "SSDA903_episodes_for_testing_fixes_INPUT.csv", "episodes.csv", "missing.csv", "oc3.csv")


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    return shared / "data" / "formats" / "ssda903"


@pytest.fixture(scope="module")
def whole(folder: Path) -> Delivery:
    return delivery_of(together([(name, (folder / name).read_bytes()) for name in SETS]), as_at=YEAR_END)


def of(delivery: Delivery, dataset: str) -> Submission:
    return next(each for each in delivery.submissions if each.dataset == dataset)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def day(text: str) -> date | None:
    for form in ("%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None


def episodes(*lines: str) -> Delivery:
    return delivery_of("\n".join([EPISODES, *lines]), as_at=YEAR_END)


def periods(delivery: Delivery) -> list[tuple[object, object, object]]:
    found = of(delivery, "looked_after_periods")
    return list(zip(*(column(found, each) for each in ("start_date", "end_date", "end_reason")), strict=True))


def episode(began: str, ended: str = "", *, rne: str = "S", ls: str = "C2", rec: str = "", child: str = "A1") -> str:
    return f"{child},{began},{rne},{ls},N1,U4,PR1,{ended},{rec},,,,"


def test_every_file_of_the_folder_is_read_or_politely_refused(folder: Path) -> None:
    here = {each.name for each in folder.iterdir()}
    assert here == {*NOTHING_COUNTED, *PROVIDERS, *READ, "fake_903.xml"}


@pytest.mark.parametrize("name", NOTHING_COUNTED)
def test_a_table_that_nothing_is_made_from_is_refused_with_the_reason(folder: Path, name: str) -> None:
    assert "SSDA903" in recognise(folder / name).sentence
    with pytest.raises(Refused, match="nothing of it is counted"):
        delivery_of(folder / name)


@pytest.mark.parametrize("name", PROVIDERS)
def test_lists_of_providers_are_refused(folder: Path, name: str) -> None:
    with pytest.raises(Refused, match=r"list of children.s homes and placement providers"):
        recognise(folder / name)


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("episodes.csv", YEAR_END),
        ("missing.csv", YEAR_END),
        ("oc3.csv", YEAR_END),
        ("SSDA903_2020_episodes.csv", date(2020, 3, 31)),
        ("SSDA903_episodes_for_testing_fixes_INPUT.csv", date(2023, 3, 31)),
    ],
)
def test_the_year_is_asked_for_with_the_best_guess(folder: Path, name: str, guess: date) -> None:
    with pytest.raises(Undated, match="its year ends on 31 March") as asked:
        delivery_of(folder / name)
    assert asked.value.guess.as_at == guess


@pytest.mark.parametrize("name", [each for each in READ if "episodes" in each])
def test_every_episode_but_short_breaks_is_a_placement_and_every_row_left_out_explained(folder: Path, name: str) -> None:
    listed = [row for row in rows(folder / name) if row["LS"] not in {"V3", "V4"}]
    read = of(delivery_of(folder / name, as_at=date(2023, 3, 31)), "placements")
    assert read.rows_read == len(listed)
    once = {(row["CHILD"], day(row["DECOM"])): row for row in reversed(listed)}
    assert read.rows_kept == len(once)
    assert Counter(column(read, "start_date")) == Counter(began for _, began in once)


def test_those_in_care_on_the_last_day_are_as_a_plain_reading_finds_them(folder: Path, whole: Delivery) -> None:
    listed = [row for row in rows(folder / "episodes.csv") if row["LS"] not in {"V3", "V4"}]
    began = [(row, day(row["DECOM"])) for row in listed]
    plain = {
        row["CHILD"] for row, start in began if start and start <= YEAR_END and (not row["DEC"] or day(row["DEC"]) > YEAR_END)
    }
    read = of(whole, "looked_after_periods")
    spans = zip(*(column(read, each) for each in ("child_id", "start_date", "end_date")), strict=True)
    found = {child for child, start, end in spans if start <= YEAR_END and (end is None or end > YEAR_END)}
    assert len(found) == len(plain)


def test_only_children_missing_are_read_and_not_those_away(folder: Path, whole: Delivery) -> None:
    missing = [row for row in rows(folder / "missing.csv") if row["MISSING"] == "M"]
    read = of(whole, "missing_episodes")
    assert read.rows_kept == len(missing)
    assert [each.date() for each in column(read, "missing_from")] == [day(row["MIS_START"]) for row in missing]
    assert set(column(read, "missing_from_care")) == {True}
    assert not [each for each in read.problems if each.rule == "no_time_of_day"]
    assert any("no time of day" in each for each in whole.notes)


def test_care_leavers_are_as_a_plain_reading_finds_them(folder: Path, whole: Delivery) -> None:
    expected = []
    for row in rows(folder / "oc3.csv"):
        born = day(row["DOB"])
        assert born
        for age in range(17, 22):
            birthday = date(born.year + age, born.month, born.day)
            if date(2017, 4, 1) <= birthday <= YEAR_END and row["IN_TOUCH"] not in {"DIED", "RHOM"}:
                month = (birthday.month + 2) // 3 * 3
                ends = date(birthday.year, month, monthrange(birthday.year, month)[1])
                active = {"F": True, "P": True, "G": False}.get(row["ACTIV"][0])
                suitable = {"1": True, "2": False}.get(row["ACCOM"][1:]) if row["ACCOM"][0].isalpha() else None
                expected.append((ends, str(age), row["IN_TOUCH"] == "YES", active, suitable))
    read = of(whole, "care_leavers")
    names = ("quarter_ends", "age", "in_touch", "in_education_or_work", "suitable_accommodation")
    found = list(zip(*(column(read, each) for each in names), strict=True))
    assert Counter((ends, str(age), *rest) for ends, age, *rest in found) == Counter(expected)


def test_sex_and_age_come_from_the_header(folder: Path, whole: Delivery) -> None:
    with_header = of(whole, "looked_after_periods")
    sexes = {row["CHILD"]: {"1": "M", "2": "F"}[row["SEX"]] for row in rows(folder / "header.csv")}
    listed = [row for row in rows(folder / "episodes.csv") if row["LS"] not in {"V3", "V4"}]
    assert Counter(map(str, column(with_header, "sex"))).keys() == set(sexes.values())
    assert "Not recorded" not in set(map(str, column(with_header, "age_band")))
    assert with_header.rows_kept >= len({row["CHILD"] for row in listed})


def test_the_xml_says_the_same_as_its_own_tables(folder: Path) -> None:
    """A second reading: the XML as lxml gives it, written out as the CSV tables, and read as those."""
    listed, heads = [], []
    for child in etree.parse(str(folder / "fake_903.xml")).getroot():
        head = child.find("HEADER")
        number = head.findtext("CHILDID")
        heads.append([number, *(head.findtext(each) or "" for each in ("SEX", "DOB", "ETHNIC", "UPN")), "", ""])
        for each in child.iter("EPISODE"):
            cells = {element.tag: element.text or "" for element in each}
            cells["PLACE"] = cells.get("PL", "")
            listed.append([number, *(cells.get(name, "") for name in EPISODES.split(",")[1:])])
    tables = [("e.csv", EPISODES, listed), ("h.csv", HEADER, heads)]
    from_csv = delivery_of(together([(name, as_csv(head, found)) for name, head, found in tables]), as_at=YEAR_END)
    from_book = delivery_of(as_workbook([(name[0], head, found) for name, head, found in tables]), as_at=YEAR_END)
    from_xml = delivery_of(folder / "fake_903.xml", as_at=YEAR_END)
    for dataset in ("looked_after_periods", "placements"):
        said = [of(each, dataset) for each in (from_xml, from_csv, from_book)]
        rows_of = [Counter(map(str, each.rows.drop_columns(["row_number"]).to_pylist())) for each in said if each.rows]
        assert rows_of[0] == rows_of[1] == rows_of[2]
        assert len(rows_of) == 3


def as_csv(head: str, found: list[list[str]]) -> bytes:
    text = StringIO()
    csv.writer(text).writerows([head.split(","), *found])
    return text.getvalue().encode()


def as_workbook(sheets: list[tuple[str, str, list[list[str]]]]) -> bytes:
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        for name, head, found in sheets:
            sheet = book.add_worksheet(name)
            for number, cells in enumerate([head.split(","), *found]):
                sheet.write_row(number, 0, cells)
    return content.getvalue()


def test_a_table_is_known_by_its_columns_in_any_order_and_by_all_of_them() -> None:
    turned = ",".join(reversed(EPISODES.split(",")))
    assert "Episodes" in recognise(f"{turned}\n".encode()).sentence
    assert "Episodes" in recognise(f"{EPISODES},LA,YEAR\n".encode()).sentence
    assert recognise(b"CHILD,DECOM,DEC,PLACE,LS,RNE\n").dataset == "placements"


def test_a_period_in_care_goes_on_over_changes_and_ends_with_its_last_reason() -> None:
    found = episodes(episode("01/05/2017", "01/08/2017", rec="X1"), episode("01/08/2017", "01/02/2018", rne="P", rec="E4A"))
    assert periods(found) == [(date(2017, 5, 1), date(2018, 2, 1), "E4A")]


def test_a_period_that_goes_on_has_no_end() -> None:
    found = episodes(episode("01/05/2017", "01/08/2017", rec="X1"), episode("01/08/2017", rne="L"))
    assert periods(found) == [(date(2017, 5, 1), None, None)]


def test_coming_back_the_same_day_is_a_new_period_when_it_says_so() -> None:
    found = episodes(episode("01/05/2017", "01/08/2017", rec="E4A"), episode("01/08/2017", rne="S"))
    assert [began for began, _, _ in periods(found)] == [date(2017, 5, 1), date(2017, 8, 1)]


def test_a_gap_makes_two_periods() -> None:
    found = episodes(episode("01/05/2017", "01/08/2017", rec="E4A"), episode("02/08/2017", rne="P"))
    assert [began for began, _, _ in periods(found)] == [date(2017, 5, 1), date(2017, 8, 2)]


def test_short_breaks_are_left_out_and_counted_apart() -> None:
    found = episodes(episode("01/05/2017", "03/05/2017", ls="V4", rec="E8"), episode("01/06/2017", child="A2"))
    assert len(periods(found)) == of(found, "placements").rows_kept == 1
    assert any("1 episodes of short breaks" in each for each in found.notes)


def test_an_end_without_a_reason_and_a_reason_without_an_end_are_problems() -> None:
    found = of(episodes(episode("01/05/2017", "03/05/2017"), episode("01/06/2017", rec="E4A", child="A2")), "placements")
    assert [each.row for each in found.problems if each.rule == "ended_without_reason"] == [2, 3]


def test_the_reason_x1_asks_for_the_next_episode() -> None:
    found = of(episodes(episode("01/05/2017", "03/05/2017", rec="X1"), episode("04/05/2017", rne="P")), "placements")
    assert [each.row for each in found.problems if each.rule == "no_next_episode"] == [2]


@pytest.mark.parametrize(("touch", "said"), [("YES", True), ("NO", False), ("REFU", False), ("NREQ", False), ("yes", True)])
def test_in_touch_is_only_yes(touch: str, said: bool) -> None:
    found = of(delivery_of(f"{OC3}\nA1,01/06/1998,{touch},F2,B1", as_at=YEAR_END), "care_leavers")
    assert column(found, "in_touch") == [said]


def test_gone_abroad_is_told_from_the_accommodation() -> None:
    lines = "\n".join(f"A{number},01/06/1998,YES,F2,{code}" for number, code in enumerate(("G1", "H2", "R2", "U1", "0")))
    found = of(delivery_of(f"{OC3}\n{lines}", as_at=YEAR_END), "care_leavers")
    assert column(found, "gone_abroad") == [True, True, True, False, False]


def test_the_same_table_of_two_years_is_read_as_one() -> None:
    one, two = (f"{EPISODES}\n{episode(day)}".encode() for day in ("01/05/2016", "01/05/2017"))
    found = of(delivery_of(together([("a.csv", one), ("b.csv", two)]), as_at=YEAR_END), "placements")
    assert found.rows_kept == 2


def test_files_that_are_no_csv_are_not_taken_together() -> None:
    with pytest.raises(Refused, match="when all of them are CSV"):
        together([("a.csv", b"x"), ("b.xml", b"<a/>")])


def test_no_postcode_and_no_identifier_is_kept(store: Store, folder: Path) -> None:
    store.accept(delivery_of(folder / "fake_903.xml", as_at=YEAR_END))
    with store.cursor() as cursor:
        cursor.execute("checkpoint")
    kept = store.path.read_bytes()
    assert b"E7 5YR" not in kept
    assert b"O013219285333" not in kept


def test_children_in_care_are_counted_on_the_last_day(empty_store: Store) -> None:
    delivery = episodes(episode("01/05/2017"), episode("01/06/2017", "30/03/2018", child="A2", rec="E4A"))
    with empty_store.as_if_accepted(delivery, counting=False) as cursor:
        known = delivery.received_at
        found = figures_on(cursor, [indicator("looked_after")], [parse_period("2018-03")], known_at=known, today=known.date())
    assert found[0].value == 1
