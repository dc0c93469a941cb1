"""What the partners' history tells, read from the rows of their files."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from statistics import median

import pytest

from metrics.board import read_board
from metrics.gaps.due import due_day
from sample_data.files import SampleFile
from sample_data.load import board_text
from sample_data.partnership import COUNCIL, NO_TRAINER, PROBATION
from tests.sample.conftest import read_rows

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def camhs(files: list[SampleFile]) -> Rows:
    return latest(files, "camhs_referrals", "camhs_referral_id")


def test_a_child_waits_longer_for_camhs_until_the_second_team_and_then_less_than_before(camhs: Rows) -> None:
    before, longest, now = (
        wait(camhs, *each) for each in (("2024-04", "2024-06"), ("2025-04", "2025-09"), ("2026-07", "2026-09"))
    )
    assert longest > 1.5 * before
    assert now < before


def test_camhs_is_late_with_every_file(files: list[SampleFile]) -> None:
    board = read_board(board_text())
    service = board.agency("camhs")
    quarterly = [each for each in files if each.dataset == "camhs_referrals" and each.as_at > date(2025, 9, 30)]
    assert len(quarterly) == 4
    assert all(each.received_at.date() > due_day(board, service, each.as_at) for each in quarterly)


def test_more_young_people_come_to_hospital_for_self_harm_each_year_and_most_are_girls(files: list[SampleFile]) -> None:
    harmed = [row for row in latest(files, "emergency_attendances", "attendance_id") if row["category"].startswith("self_harm")]
    years = Counter(day(row["attended_on"]).year for row in harmed if day(row["attended_on"]).month >= 4)
    spring = Counter(day(row["attended_on"]).year for row in harmed if day(row["attended_on"]).month in {4, 5, 6})
    assert years[2024] < years[2025]
    assert spring[2024] < spring[2025] < spring[2026]
    assert sum(row["sex"] == "F" for row in harmed) > 0.7 * len(harmed)


def test_the_trusts_file_of_referrals_stops_and_another_service_returns_their_number(files: list[SampleFile]) -> None:
    sent = [each.as_at for each in files if each.dataset == "fgm_referrals"]
    said = [row for row in returned(files, "community_health") if not row["group"]]
    assert sent == [date(2024, 12, 31)]
    assert [row["status"] for row in said] == [
        "figure",
        "disclosure",
        "figure",
        "figure",
        "figure",
        "no_analyst",
        "nil_return",
        "late",
    ]


def test_where_both_spoke_of_a_quarter_the_records_and_the_return_say_the_same(files: list[SampleFile]) -> None:
    made = [day(row["referred_on"]) for row in latest(files, "fgm_referrals", "fgm_referral_id")]
    counted = sum(date(2024, 10, 1) <= each <= date(2024, 12, 31) for each in made)
    assert [row["numerator"] for row in returned(files, "community_health") if row["period"] == "2024/25 Q3"] == [str(counted)]


def test_the_age_bands_of_persistent_absence_add_up_to_the_whole(files: list[SampleFile]) -> None:
    said = [row for row in returned(files, "education") if row["numerator"]]
    for period in {row["period"] for row in said}:
        whole, *bands = sorted((row for row in said if row["period"] == period), key=lambda row: row["group"])
        assert not whole["group"]
        assert all(int(whole[each]) == sum(int(row[each]) for row in bands) for each in ("numerator", "denominator"))


def test_fewer_pupils_are_persistently_absent_each_year(files: list[SampleFile]) -> None:
    share = {
        row["period"]: int(row["numerator"]) / int(row["denominator"])
        for row in returned(files, "education")
        if row["numerator"] and not row["group"]
    }
    assert share["2024/25 Q3"] > share["2025/26 Q3"]
    assert share["2025/26 Q1"] > share["2026/27 Q1"]


def test_more_children_are_taught_at_home_each_year(files: list[SampleFile]) -> None:
    at_home = [taught(files, date(year, 9, 30)) for year in (2025, 2026)]
    assert 400 < at_home[0] < at_home[1] < 800


def test_the_council_made_no_section_11_return_in_2025_and_probation_none_in_2026(files: list[SampleFile]) -> None:
    asked = {(row["about_agency"], row["due_on"]): row["returned_on"] for row in rows_of(files, "section_11_returns")}
    lacking = {(agency, day(due).year) for (agency, due), came in asked.items() if not came}
    assert lacking == {(COUNCIL, 2025), (PROBATION, 2026)}
    assert Counter(day(due).year for _, due in asked) == {2024: 9, 2025: 9, 2026: 9}


def test_probation_came_to_two_boards_of_ten_and_the_council_to_all(files: list[SampleFile]) -> None:
    seats = [row for row in rows_of(files, "board_attendance") if row["meeting"] == "Board"]
    came = Counter(row["about_agency"] for row in seats if row["present"] == "yes")
    assert len({row["met_on"] for row in seats}) == 10
    assert (came[PROBATION], came[COUNCIL]) == (2, 10)
    assert min(times for agency, times in came.items() if agency != PROBATION) >= 6


def test_no_course_was_held_in_the_summer_without_a_trainer(files: list[SampleFile]) -> None:
    held = [day(row["held_on"]) for row in rows_of(files, "training")]
    assert not any(NO_TRAINER[0] <= each <= NO_TRAINER[1] for each in held)
    assert any(each > NO_TRAINER[1] for each in held)


def test_nothing_reached_the_chair_in_the_last_quarter_and_the_file_says_so(files: list[SampleFile]) -> None:
    newest = [each for each in files if each.dataset == "escalations"][-1]
    assert newest.as_at == date(2026, 9, 30)
    assert read_rows(newest) == []


def test_schools_refer_most_allegations_and_probation_none(files: list[SampleFile]) -> None:
    by = Counter(row["referred_by"] for row in latest(files, "allegations", "allegation_id"))
    assert by.most_common(1)[0][0] == "education"
    assert "probation" not in by


def test_every_agency_that_the_partnership_writes_about_is_on_the_board(files: list[SampleFile]) -> None:
    names = {each.name for each in read_board(board_text()).agencies}
    for dataset, column in {
        "training": "about_agency",
        "section_11_returns": "about_agency",
        "board_attendance": "about_agency",
        "escalations": "raised_by",
    }.items():
        assert {row[column] for row in rows_of(files, dataset)} <= names, dataset


def test_supervision_slips_in_the_bad_year_and_recovers(files: list[SampleFile]) -> None:
    months = rows_of(files, "workforce")
    bad, newest = supervised(months, "2023-04", "2024-03"), supervised(months, "2026-07", "2026-09")
    assert bad < 0.75 < 0.85 < newest


def day(text: str) -> date:
    return datetime.strptime(text[:10], "%d/%m/%Y").date()


def rows_of(files: Iterable[SampleFile], dataset: str, agency: str = "") -> Rows:
    """The rows of all files of a dataset, the earliest received first."""
    found = [each for each in files if each.dataset == dataset and agency in {"", each.agency}]
    return [row for each in found for row in read_rows(each)]


def latest(files: Iterable[SampleFile], dataset: str, key: str) -> Rows:
    """One row for each thing, as the newest file that lists it has it."""
    return list({row[key]: row for row in rows_of(files, dataset)}.values())


def returned(files: Iterable[SampleFile], agency: str) -> Rows:
    return rows_of(files, "returns", agency)


def wait(referrals: Rows, first: str, last: str) -> float:
    """Days from referral to assessment of the child in the middle, of those assessed in these months."""
    assessed = [row for row in referrals if row["assessed_on"] and first <= f"{day(row['assessed_on']):%Y-%m}" <= last]
    return median((day(row["assessed_on"]) - day(row["referred_on"])).days for row in assessed)


def taught(files: Iterable[SampleFile], on: date) -> int:
    """Children taught at home on the day a file was drawn."""
    newest = next(each for each in files if (each.dataset, each.as_at) == ("home_education", on))
    return sum(not row["ended_on"] for row in read_rows(newest))


def supervised(months: Rows, first: str, last: str) -> float:
    found = [row for row in months if first <= row["month"] <= last]
    return sum(int(row["supervisions_held"]) for row in found) / sum(int(row["supervisions_due"]) for row in found)
