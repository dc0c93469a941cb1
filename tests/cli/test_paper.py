"""The scorecard in the columns of a paper, and a published one held against its own rules."""

import csv
from io import StringIO
from pathlib import Path

import pytest

from metrics.commands.paper import COLUMNS
from metrics.paper import DIRECTIONS, HEADINGS
from tests.cli.conftest import Run
from tests.dashboard.stores import PERIOD, copy_of, sample_store

PUBLISHED = "barnet_cels_2016_17.csv"


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_of(sample_store(), tmp_path_factory.mktemp("paper"))


@pytest.fixture
def paper(run: Run, copied: Path) -> dict[str, dict[str, str]]:
    done = run("paper", "--store", copied, "--period", PERIOD)
    assert done.code == 0
    return {each["Indicator"]: each for each in csv.DictReader(StringIO(done.out))}


def test_our_scorecard_has_the_columns_of_the_paper(paper: dict[str, dict[str, str]]) -> None:
    row = paper["Re-referrals within twelve months"]
    assert list(row) == [*HEADINGS.values(), "Warnings"]
    assert row["Polarity"] == "Smaller is Better"
    assert row["Target"] == "In line with England (currently 22.6%)"
    assert row["Result (RAG)"].endswith("% (A)")
    assert row["Benchmarking"].startswith("England: 22.6% South East: 28.4% Statistical Neighbours: ")
    assert row["Benchmarking"].endswith("(2025)")


def test_the_direction_is_said_only_in_words_that_a_rule_allows(paper: dict[str, dict[str, str]]) -> None:
    assert {each["DOT long term"] for each in paper.values()} <= set(DIRECTIONS.values())
    provisional = [each for each in paper.values() if "provisional" in each["Result (RAG)"]]
    assert provisional
    assert {each["DOT long term"] for each in provisional} == {"Cannot tell"}


def test_what_is_missing_is_said_and_no_target_has_no_letter(paper: dict[str, dict[str, str]]) -> None:
    assert paper["Return home interviews held"]["Result (RAG)"].startswith("Not received: ")
    none = [each for each in paper.values() if each["Target"] in {"None agreed", "Monitor"}]
    assert none
    assert not any("(" in each["Result (RAG)"] for each in none)


def test_the_slips_of_our_own_lines_are_warned_about(paper: dict[str, dict[str, str]]) -> None:
    row = paper["Assessments completed within 45 working days"]
    assert row["Warnings"] == "target: worse than the figure before; benchmark: 2 years older than the result"


def test_a_letter_that_the_board_gave_says_so(paper: dict[str, dict[str, str]]) -> None:
    row = paper["Section 11 returns made in the last twelve months"]
    assert row["Result (RAG)"].endswith("(A)")
    assert row["Warnings"].startswith("Board says amber; rule says red")


def test_the_public_paper_hides_small_numbers_and_names_the_rule(
    run: Run, copied: Path, paper: dict[str, dict[str, str]]
) -> None:
    done = run("paper", "--store", copied, "--period", PERIOD, "--public")
    assert done.code == 0
    public = {each["Indicator"]: each for each in csv.DictReader(StringIO(done.out))}
    assert public.keys() == paper.keys()
    assert {each["Small numbers"] for each in public.values()} == {
        "small_1: hidden are 1 to 5, or a number that would give one away"
    }
    small = paper["Permanent exclusions"]["Result (RAG)"]
    assert 1 <= int(small.split()[0]) <= 5
    assert public["Permanent exclusions"]["Result (RAG)"].startswith("Hidden: 1 to 5")
    assert public["Contacts at the front door"]["Result (RAG)"] == paper["Contacts at the front door"]["Result (RAG)"]


def test_a_public_paper_of_a_month_is_refused_and_an_issue_needs_its_meeting(run: Run, copied: Path) -> None:
    done = run("paper", "--store", copied, "--period", "2026-08", "--public")
    assert (done.code, done.out) == (1, "")
    assert "A public paper is made of a quarter or a year" in done.err
    assert "say which, with --meeting" in run("paper", "--store", copied, "--issue", "1").err


def test_the_public_paper_of_an_edition_is_made_from_what_was_frozen(run: Run, copied: Path) -> None:
    exact = run("paper", "--store", copied, "--meeting", "2026-09-10")
    public = run("paper", "--store", copied, "--meeting", "2026-09-10", "--public")
    assert (exact.code, public.code) == (0, 0)
    assert "Hidden: 1 to 5" in public.out
    assert "Hidden" not in exact.out


def test_figures_are_exact_unless_they_are_asked_for_the_public(run: Run, copied: Path) -> None:
    asked = ("figures", "--store", copied, "--indicator", "permanent_exclusions_made", "--period", PERIOD, "--format", "json")
    exact, public = run(*asked).json[0], run(*asked, "--public").json[0]
    assert 1 <= exact["value"] <= 5
    assert (public["state"], public["value"], public["numerator"]) == ("suppressed", None, None)
    groups = run(*asked, "--by", "sex", "--public").json
    assert {each["state"] for each in groups if each["value"]} <= {"value"}
    assert "suppressed" in {each["state"] for each in groups}


def test_the_published_table_is_held_against_its_own_rules(run: Run, shared: Path) -> None:
    path = shared / "data" / "scorecards" / PUBLISHED
    done = run("audit", path)
    assert done.code == 0
    assert "42 of 42 directions of travel and 33 letters are as the rules give them." in done.out
    assert "from 93 to 93, target 95: gives R" in done.out
    assert "  polarity: smaller is better, of something that more is wanted of" in done.out
    found = run("audit", path, "--json").json
    assert len(found) == 42
    assert sum(bool(each["contradiction"]) for each in found) == 9


ROW = "1,Visits in time,Bigger is Better,2016/17,80%,75% (GA),70%,Improving,No benchmark available"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ref,indicator\n1,Visits\n", "has no column called polarity, period, target_text"),
        (f"{','.join(COLUMNS)}\n", "has a heading row and nothing under it"),
        (f"{','.join(COLUMNS)}\n1,Visits\n", "row 2: it has more or fewer cells than the heading row"),
        (f"{','.join(COLUMNS)}\n{ROW.replace('Bigger is Better', 'Up')}\n", "row 2: 'Up' is not a polarity"),
        (f"{','.join(COLUMNS)}\n{ROW.replace('80%', 'soon')}\n", "row 2: 'soon' is not a target"),
    ],
)
def test_a_table_that_cannot_be_read_says_where_and_why(run: Run, tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    done = run("audit", path)
    assert (done.code, done.out) == (1, "")
    assert said in done.err


def test_a_row_that_is_as_it_should_be_takes_one_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(f"{','.join(COLUMNS)}\n{ROW.replace('75%', '79%')}\n", encoding="utf-8")
    assert run("audit", path).out.splitlines()[0] == "1: Improving, GA: as the rules give it"
