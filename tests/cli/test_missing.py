"""What is missing, in a terminal."""

import csv
import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest

from metrics.cli import main
from metrics.clock import NOW_VARIABLE
from metrics.intake import read_delivery
from metrics.store import Store
from tests.conftest import csv_of
from tests.gaps.conftest import BOARD, Q1

Run = Callable[..., str]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one file of one agency, that came in time."""
    made = tmp_path_factory.mktemp("missing") / "board.duckdb"
    with Store.create(made, BOARD) as store:
        delivery = read_delivery(
            csv_of("escalations", "escalation_id | raised_on\nE1 | 2026-05-01"),
            agency="partnership",
            board=store.board,
            key=store.key,
            dataset="escalations",
            covers_from=Q1.first_day,
            as_at=Q1.last_day,
            received_at=datetime(2026, 7, 20, 9),
        )
        store.accept(delivery)
    return made


@pytest.fixture
def run(path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv(NOW_VARIABLE, "2026-09-15T12:00")

    def run(*asked: str, name: str = "missing", refused: bool = False) -> str:
        assert main([name, "--store", str(path), *asked]) == int(refused)
        said = capsys.readouterr()
        return said.err if refused else said.out

    return run


def test_what_has_not_come_is_listed_with_owner_due_day_and_days_late(run: Run) -> None:
    said = run("--agency", "partnership")
    assert "8 of 9 returns due are missing" in said
    row = "Attendance at the board by agency Q1 2026/27 not received, 26 days overdue 20 Aug 26 Marta Lis"
    assert row in " ".join(said.split())
    assert "nobody is named" in run("--agency", "police")


def test_it_can_be_had_as_it_stood_at_a_meeting(run: Run) -> None:
    rows = json.loads(run("--meeting", "2026-09-10", "--format", "json"))
    assert {(each["agency"], each["dataset"], each["period"]): each["days_late"] for each in rows}[
        ("police", "public_protection_orders", "2026/27 Q1")
    ] == (date(2026, 9, 10) - date(2026, 8, 20)) // timedelta(days=1)
    assert "The board does not meet on 2026-09-09" in run("--meeting", "2026-09-09", refused=True)


def test_everything_expected_can_be_had_as_csv(run: Run) -> None:
    rows = list(csv.DictReader(StringIO(run("--agency", "partnership", "--show", "all", "--format", "csv"))))
    assert {(each["dataset"], each["state"]) for each in rows if each["period"] == "2026/27 Q1"} == {
        ("escalations", "received"),
        ("board_attendance", "overdue"),
    }


@pytest.mark.parametrize(
    ("show", "said"),
    [
        ("minutes", "The partnership noted that of the data due by 15 September 2026"),
        ("reminder", "To: Marta Lis, business manager and Owen Clarke, Testbridge Business Unit"),
        ("record", "Testbridge Business Unit  10 Sep 26  1 of 2"),
        ("age", "Escalations to the chair"),
    ],
)
def test_reminders_minutes_records_and_ages(run: Run, show: str, said: str) -> None:
    assert said in run("--show", show)


def test_an_agencys_due_days_are_a_calendar_file(run: Run) -> None:
    assert run("--show", "calendar", "--agency", "police").startswith("BEGIN:VCALENDAR")
    assert "Say whose due days" in run("--show", "calendar", refused=True)


def test_data_is_signed_off_once(run: Run) -> None:
    said = run("--agency", "partnership", "--by", "Marta Lis", name="sign-off")
    assert (
        said == "Marta Lis, for Testbridge Business Unit: “These figures are ours.” 1 submission, 15 September 2026 at 13:00.\n"
    )
    assert "nothing of Testbridge Business Unit to sign off" in run(
        "--agency", "partnership", "--by", "Marta Lis", name="sign-off", refused=True
    )
