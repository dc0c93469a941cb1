"""What the sample's history tells, read from the rows of its files."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import groupby

from metrics.board import read_board
from metrics.gaps.due import due_day
from sample_data.days import HISTORY_TO, LAST, THRESHOLD_DOCUMENT
from sample_data.files import SampleFile
from sample_data.load import board_text
from sample_data.missing import NEW_SERVICE
from tests.sample.conftest import Read, read_rows

Rows = list[dict[str, str]]


def test_two_sibling_groups_of_seven_and_five_make_most_of_the_plans_of_two_years(rows: Read) -> None:
    long = [row for row in rows("cp_plans") if not row["end_date"] and day(row["start_date"]) + timedelta(days=729) <= LAST]
    largest = Counter(row["family_id"] for row in long).most_common(2)
    assert [children for _, children in largest] == [7, 5]
    assert 14 <= len(long) <= 20


def test_the_children_of_a_sibling_group_are_on_plans_from_the_same_day_for_neglect(rows: Read) -> None:
    plans = [row for row in rows("cp_plans") if not row["end_date"]]
    big = {name for name, children in Counter(row["family_id"] for row in plans).most_common(2)}
    groups = {(row["family_id"], row["start_date"], row["category"]) for row in plans if row["family_id"] in big}
    assert len(groups) == 2
    assert {category for _, _, category in groups} == {"NEG"}


def test_schools_all_but_stop_sending_private_fostering_notifications(files: list[SampleFile]) -> None:
    told = latest(files, "private_fostering", "arrangement_id")
    every = by_year(told)
    schools = by_year(row for row in told if row["source"] == "school")
    share = {year: schools[year] / every[year] for year in every}
    assert share[2022] > 0.4
    assert share[2025] < 0.15
    assert schools[2026] == 0
    assert every[2022] > 40 > 20 >= every[2025]


def test_others_go_on_telling_as_before(files: list[SampleFile]) -> None:
    others = by_year(row for row in latest(files, "private_fostering", "arrangement_id") if row["source"] != "school")
    assert all(18 <= others[year] <= 21 for year in (2022, 2023, 2024, 2025))


def test_referrals_step_up_when_the_threshold_document_takes_effect(files: list[SampleFile]) -> None:
    a_year = timedelta(days=365)
    before = referred(files, THRESHOLD_DOCUMENT - a_year, THRESHOLD_DOCUMENT)
    earlier = referred(files, THRESHOLD_DOCUMENT - 2 * a_year, THRESHOLD_DOCUMENT - a_year)
    after = referred(files, THRESHOLD_DOCUMENT, THRESHOLD_DOCUMENT + a_year)
    assert abs(before - earlier) < 100
    assert after > 1.12 * before


def test_referrals_fall_every_august(files: list[SampleFile]) -> None:
    for year in range(2022, 2027):
        august = referred(files, date(year, 8, 1), date(year, 9, 1))
        assert august < 0.9 * referred(files, date(year, 7, 1), date(year, 8, 1))


def test_the_new_service_lifts_interviews_held_from_a_quarter_to_over_half(files: list[SampleFile]) -> None:
    offers = latest(files, "return_interviews", "episode_id")
    before = [row for row in offers if day(row["returned_at"]) < NEW_SERVICE]
    after = [row for row in offers if day(row["returned_at"]) >= NEW_SERVICE]
    assert 0.2 < share_held(before) < 0.3
    assert share_held(after) > 0.5


def test_caseload_and_vacancies_recover_from_the_bad_year(files: list[SampleFile]) -> None:
    months = {month: list(teams) for month, teams in groupby(workforce(files), key=lambda row: row["month"])}
    caseload = {month: total(teams, "cases_held") / total(teams, "case_holding_fte") for month, teams in months.items()}
    vacant = {month: total(teams, "vacancies_fte") for month, teams in months.items()}
    assert caseload["2022-09"] < caseload["2023-12"] > caseload["2026-09"]
    assert caseload["2023-12"] > 18 > 15 > caseload["2026-09"]
    assert vacant["2026-09"] < 0.8 * vacant["2024-03"]


def test_fewer_workers_leave_than_in_the_bad_year(files: list[SampleFile]) -> None:
    staff = workforce(files)
    bad = total([row for row in staff if "2023-04" <= row["month"] <= "2024-03"], "leavers_fte")
    newest = total([row for row in staff if "2025-10" <= row["month"] <= "2026-09"], "leavers_fte")
    assert newest < 0.75 * bad


def test_the_police_are_late_and_later_each_quarter(files: list[SampleFile]) -> None:
    lags = [(each.received_at.date() - each.as_at).days for each in quarterly(files, "missing_episodes")]
    assert lags == sorted(set(lags))
    assert lags[-1] > 30


def test_workforce_for_the_last_quarter_comes_only_just_in_time(files: list[SampleFile]) -> None:
    newest = quarterly(files, "workforce")[-1]
    board = read_board(board_text())
    council = board.agency("council")
    left = due_day(board, council, newest.as_at) - newest.received_at.date()
    assert timedelta(0) <= left <= timedelta(days=2)


def test_the_interviews_of_the_last_quarter_have_not_come(files: list[SampleFile]) -> None:
    assert max(each.as_at for each in files if each.dataset == "return_interviews") == date(2026, 6, 30)
    assert max(each.as_at for each in files if each.dataset == "missing_episodes") == LAST


def test_the_restated_referrals_link_children_who_had_a_second_identifier(files: list[SampleFile]) -> None:
    first, again = (each for each in files if each.dataset == "referrals" and each.as_at == date(2026, 6, 30))
    assert again.received_at.month == 9
    sent, restated = read_rows(first), read_rows(again)
    changed = [(old, new) for old, new in zip(sent, restated, strict=False) if old["child_id"] != new["child_id"]]
    assert len(sent) == len(restated)
    assert len({row["child_id"] for row in restated}) < len({row["child_id"] for row in sent})
    assert changed


def day(text: str) -> date:
    return datetime.strptime(text[:10], "%d/%m/%Y").date()


def total(found: Rows, column: str) -> float:
    return sum(float(row[column]) for row in found)


def latest(files: list[SampleFile], dataset: str, key: str) -> Rows:
    """One row for each thing, as the newest file that lists it has it."""
    return list({row[key]: row for file in files if file.dataset == dataset for row in read_rows(file)}.values())


def by_year(found: Iterable[dict[str, str]]) -> Counter[int]:
    """Notifications by financial year, from April of the year."""
    days = [day(row["notified_on"]) for row in found]
    return Counter(each.year if each.month >= 4 else each.year - 1 for each in days)


def referred(files: list[SampleFile], first: date, until: date) -> int:
    """Referrals received from a day until the day before another, each as the file of its own days lists it."""
    count = 0
    for file in {(each.covers_from, each.as_at): each for each in files if each.dataset == "referrals"}.values():
        days = [day(row["referral_date"]) for row in read_rows(file) if row["referral_date"] != "31/09/2026"]
        count += sum(first <= each < until and file.covers_from <= each for each in days)
    return count


def share_held(offers: Rows) -> float:
    return sum(bool(row["held_at"]) for row in offers) / len(offers)


def workforce(files: list[SampleFile]) -> Rows:
    """Every team's month, in the order of months."""
    found = [row for file in files if file.dataset == "workforce" for row in read_rows(file)]
    return sorted(found, key=lambda row: row["month"])


def quarterly(files: list[SampleFile], dataset: str) -> list[SampleFile]:
    return [each for each in files if each.dataset == dataset and each.as_at > HISTORY_TO]
