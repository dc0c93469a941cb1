"""The send data page: a file is recognised, read, explained and shown as it would count; only then is it taken."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.problem_list import problem_csv
from dashboard.store_access import close_store
from metrics.store import Store, key_path
from metrics.submission import Problem, Severity
from tests.bundles.conftest import bundle_of
from tests.conftest import BOARD, csv_of
from tests.dashboard.opening import Open, html, opener
from tests.dashboard.stores import empty_store, partial_store
from tests.intake.test_ssda903 import EPISODES, HEADER, episode

PLANS = """
child_id | start_date | end_date | category
C1 | 2023-05-01 | | NEG
C2 | 2026-05-01 | 2026-08-01 | NEG
C4 | 2026-07-01 | | NEG
C5 | 2026-31-31 | | NEG
"""
opened = pytest.fixture(opener("send_data"))


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """A copy of the store with one file, which a test may change."""
    copied = tmp_path / "held.duckdb"
    shutil.copy(partial_store(), copied)
    shutil.copy(key_path(partial_store()), key_path(copied))
    return copied


def sent(app: AppTest, content: bytes, name: str = "plans.csv", agency: str = "council") -> AppTest:
    app.selectbox(key="sender").set_value(agency).run()
    app.file_uploader[0].upload(name, content, "text/csv").run()
    assert not app.exception
    return app


def test_nothing_is_read_before_the_agency_is_named(opened: Open, held: Path) -> None:
    app = opened(held)
    app.file_uploader[0].upload("plans.csv", csv_of("cp_plans", PLANS), "text/csv").run()
    assert app.info[0].value == "Choose the agency that sends this file."


def test_it_says_what_it_recognised_what_it_kept_and_what_is_wrong(opened: Open, held: Path) -> None:
    page = html(sent(opened(held), csv_of("cp_plans", PLANS)))
    assert "CSV of child protection plans." in page
    assert "Row left out" in page
    assert "start_date should be a date" in page
    assert "2026-31-31" not in page


def test_it_shows_the_lines_that_would_change_and_keeps_nothing(opened: Open, held: Path) -> None:
    app = sent(opened(held), csv_of("cp_plans", PLANS))
    assert "Lines of the scorecard that would change" in html(app)
    assert "Children on a child protection plan" in html(app)
    assert "Which rows come and go" in html(app)


def test_rows_that_would_be_gone_are_said_before_it_is_accepted(opened: Open, held: Path) -> None:
    plans = "child_id | start_date | end_date | category\nC9 | 2023-04-03 | 2026-09-30 | NEG"
    app = sent(opened(held), csv_of("cp_plans", plans))
    assert any("rows of child protection plans held from earlier files would be gone" in each.value for each in app.warning)


def test_accepting_gives_a_receipt_and_changes_the_scorecard(opened: Open, held: Path) -> None:
    app = sent(opened(held), csv_of("cp_plans", PLANS))
    next(each for each in app.button if each.label == "Accept this file").click().run()
    page = html(app)
    assert "Received, thank you" in page
    assert "3 of 4 rows kept" in page
    assert "reading" not in app.session_state


def test_the_same_file_twice_is_said(opened: Open, held: Path) -> None:
    app = sent(opened(held), csv_of("cp_plans", PLANS))
    next(each for each in app.button if each.label == "Accept this file").click().run()
    app = sent(app, csv_of("cp_plans", PLANS))
    assert "already received" in app.info[0].value
    assert not [each for each in app.button if each.label == "Accept this file"]


@pytest.mark.parametrize("content", [b"a,b\n1,2\n", b"", b"%PDF-1.7 ...", b"<html></html>"])
def test_a_file_that_is_nothing_we_read_is_refused_in_one_sentence(opened: Open, held: Path, content: bytes) -> None:
    app = sent(opened(held), content)
    assert app.error[0].value.endswith("Nothing has been taken.")
    assert not [each for each in app.button if each.label == "Accept this file"]


def test_a_dataset_that_the_agency_is_not_expected_to_send_is_questioned(opened: Open, held: Path) -> None:
    app = sent(opened(held), csv_of("cp_plans", PLANS), agency="police")
    assert any("is not expected to send child protection plans" in each.value for each in app.warning)


def test_a_day_that_cannot_be_read_is_said_and_the_guess_stands(opened: Open, held: Path) -> None:
    app = sent(opened(held), csv_of("cp_plans", PLANS))
    app.text_input[0].set_value("soon").run()
    assert "“soon” is not a day" in app.error[0].value


def test_taking_the_file_away_lets_go_of_what_was_read(opened: Open, held: Path) -> None:
    app = sent(opened(held), csv_of("cp_plans", PLANS))
    assert "reading" in app.session_state
    app.file_uploader[0].set_value([]).run()
    assert "reading" not in app.session_state


def test_an_empty_store_takes_its_first_file(opened: Open, tmp_path: Path) -> None:
    copied = tmp_path / "first.duckdb"
    shutil.copy(empty_store(), copied)
    shutil.copy(key_path(empty_store()), key_path(copied))
    app = sent(opened(copied), csv_of("cp_plans", PLANS))
    assert "Lines of the scorecard that would change" in html(app)


def test_returned_figures_go_the_same_road_and_are_not_asked_which_days_they_cover(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "returning.duckdb"
    Store.create(path, BOARD.replace('id = "police"', 'id = "police"\nreturns = ["missing_episodes"]')).close()
    app = opened(path)
    app.selectbox(key="sender").set_value("police").run()
    assert "fill_in?agency=police" in html(app)
    app = sent(app, b"Indicator,Quarter,Number\nMissing episodes,Q4 2025/26,12\n", agency="police")
    assert "CSV of returned figures." in html(app)
    assert not app.text_input
    assert not app.warning
    next(each for each in app.button if each.label == "Accept this file").click().run()
    assert "1 of 1 row kept" in html(app)


def test_the_day_of_a_return_that_does_not_say_it_is_asked_with_the_best_guess(opened: Open, held: Path) -> None:
    app = sent(opened(held), f"{EPISODES}\n{episode('01/05/2026')}\n".encode(), "episodes.csv")
    assert "SSDA903 return on children looked after: Episodes." in html(app)
    assert app.text_input[0].value == "01/05/2026"
    assert "Its days run to 01/05/2026, and its year has not ended" in html(app)


def test_the_day_can_be_corrected_and_the_tables_of_one_return_go_together(opened: Open, held: Path) -> None:
    app = opened(held)
    app.selectbox(key="sender").set_value("council").run()
    header = f"{HEADER}\nA1,2,01/06/2015,WBRI,,,\n".encode()
    files = [("episodes.csv", f"{EPISODES}\n{episode('01/05/2026')}\n".encode(), "text/csv"), ("h.csv", header, "text/csv")]
    app.file_uploader[0].set_value(files).run()
    assert "Episodes, Header" in html(app)
    app.text_input[0].set_value("30/09/2026").run()
    assert "30 September 2026" in html(app)
    next(each for each in app.button if each.label == "Accept this file").click().run()
    assert not app.exception
    assert "1 of 1 row kept" in html(app)


def test_what_each_known_file_can_and_cannot_tell_is_on_the_page(opened: Open, held: Path) -> None:
    page = html(opened(held))
    assert all(
        each in page for each in ("Ofsted Annex A", "SSDA903", "Standard Safeguarding Dataset", "what became of a contact")
    )


def test_a_cell_of_the_problem_list_is_never_a_formula() -> None:
    problem = Problem(
        dataset="cp_plans", place="=sheet", row=2, field="@x", rule="r", severity=Severity.ERROR, sentence="-1 is wrong."
    )
    assert "2,cp_plans,'=sheet,'@x,r,error,'-1 is wrong." in problem_csv([problem])


def test_the_store_is_as_it_was_when_nothing_is_accepted(opened: Open, held: Path) -> None:
    sent(opened(held), csv_of("cp_plans", PLANS))
    close_store()
    with Store.open(held) as store, store.cursor() as cursor:
        assert cursor.execute("select count(*) from submissions").fetchall() == [(1,)]


def test_a_bundle_says_who_prepared_it_what_it_holds_and_that_no_row_is_in_it(opened: Open, tmp_path: Path) -> None:
    Store.create(tmp_path / "new.duckdb", BOARD).close()
    app = sent(opened(tmp_path / "new.duckdb"), bundle_of(cp_plans="child_id | start_date\nC1 | 2025-01-10"), "council.bundle")
    page = html(app)
    assert "Counts that Testbridge Council prepared on" in page
    assert "No row about a child is in it" in page
    assert "The counts of" in page
    assert "found inside the agency, by rule" in page
    assert "Lines of the scorecard" in page
    assert "No row comes or goes: the records stay with the agency" in page
    next(each for each in app.button if each.label == "Accept this file").click().run()
    assert "counts prepared from 1 row; no row came with them" in html(app).lower()


def test_a_board_that_keeps_no_records_says_so_and_refuses_a_file_of_them(opened: Open, tmp_path: Path) -> None:
    Store.create(tmp_path / "none.duckdb", BOARD + "[store]\nchild_level = false\n").close()
    app = opened(tmp_path / "none.duckdb")
    assert "This board keeps no records of children" in html(app)
    app = sent(app, csv_of("cp_plans", PLANS))
    assert any("scorecard prepare FILE --agency council" in each.value for each in app.error)
