"""The files of the sample partnership, in the order in which they were received."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial

from metrics.datasets import contract
from metrics.periods import Period, add_months
from sample_data.days import FIRST, HISTORY_TO, next_working_day, quarters
from sample_data.files import Cell, Row, SampleFile, as_csv, draw
from sample_data.missing import missing_episodes, return_interviews
from sample_data.private_fostering import private_fostering
from sample_data.social_care import social_care
from sample_data.workforce import workforce

SENDERS = {
    "cp_plans": "council",
    "referrals": "council",
    "assessments": "council",
    "section_47_enquiries": "council",
    "private_fostering": "council",
    "workforce": "council",
    "missing_episodes": "police",
    "return_interviews": "compass",
}
COMES_AFTER = {
    "cp_plans": (12,),
    "referrals": (12,),
    "assessments": (13,),
    "section_47_enquiries": (13,),
    "private_fostering": (19,),
    "workforce": (23, 27, 28, 29),
    "missing_episodes": (29, 37, 44, 51),
    "return_interviews": (20, 18, 24),
}
"""Days from a quarter's end to its file, by quarter. Due after 30: the police are later each time, the workforce only just
in time, and for the last quarter the return interviews have not come."""
MONTHS_BEFORE = {"section_47_enquiries": 3, "return_interviews": 1}
"""These files reach back before their quarter, to say what came of the enquiries and returns of its last weeks."""
RESTATED = (date(2026, 6, 30), datetime(2026, 9, 14, 10, 25))
"""The quarter whose referrals the council sent again, and when: some children had been recorded as new who were known."""
NOT_LINKED = 40
MISTAKES = {
    "referrals": (31, "referral_date", "31/09/2026"),
    "cp_plans": (200, "category", "NGL"),
    "section_47_enquiries": (60, "start_date", "17/07/2062"),
    "missing_episodes": (25, "returned_at", "02/01/2026 09:00"),
}
"""One cell in each of these files of the last quarter is wrong: its row, its column, and what stands there."""


def sample_files() -> list[SampleFile]:
    """Every file that the agencies sent, the earliest received first."""
    rows = _everything()
    found = [_history(dataset, rows[dataset]) for dataset in SENDERS]
    found += [
        _quarterly(dataset, rows[dataset], quarter, days)
        for dataset, lags in COMES_AFTER.items()
        for quarter, days in _lagged(lags)
    ]
    found.append(_restated(rows["referrals"]))
    return sorted(found, key=lambda each: (each.received_at, each.dataset))


def _everything() -> dict[str, list[Row]]:
    held = social_care()
    episodes = missing_episodes()
    return {
        "cp_plans": held.cp_plans,
        "referrals": held.referrals,
        "assessments": held.assessments,
        "section_47_enquiries": held.section_47_enquiries,
        "private_fostering": private_fostering(),
        "workforce": workforce(),
        "missing_episodes": episodes,
        "return_interviews": return_interviews(episodes),
    }


def _lagged(lags: tuple[int, ...]) -> list[tuple[Period, int]]:
    """Each quarter of which the file came, and after how many days."""
    every = quarters()
    return list(zip(every, lags * len(every) if len(lags) == 1 else lags, strict=False))


def _history(dataset: str, rows: Sequence[Row]) -> SampleFile:
    received = datetime(2025, 11, 6, 9, 30) + timedelta(minutes=20 * list(SENDERS).index(dataset))
    content = as_csv(dataset, draw(dataset, rows, (FIRST, HISTORY_TO)))
    return SampleFile(SENDERS[dataset], dataset, FIRST, HISTORY_TO, received, content)


def _quarterly(dataset: str, rows: Sequence[Row], quarter: Period, days: int) -> SampleFile:
    first = add_months(quarter.first_day, -MONTHS_BEFORE.get(dataset, 0))
    drawn = draw(dataset, rows, (first, quarter.last_day))
    if dataset == "referrals" and quarter.last_day == RESTATED[0]:
        drawn = _not_linked(drawn, quarter)
    content = as_csv(dataset, drawn, _mistake(dataset) if quarter == quarters()[-1] else None)
    came = next_working_day(quarter.last_day + timedelta(days=days))
    received = datetime.combine(came, time(9, 5 + 6 * list(SENDERS).index(dataset)))
    return SampleFile(SENDERS[dataset], dataset, first, quarter.last_day, received, content)


def _restated(rows: Sequence[Row]) -> SampleFile:
    as_at, received = RESTATED
    quarter = next(each for each in quarters() if each.last_day == as_at)
    content = as_csv("referrals", draw("referrals", rows, (quarter.first_day, as_at)))
    return SampleFile("council", "referrals", quarter.first_day, as_at, received, content)


def _not_linked(drawn: Sequence[Row], quarter: Period) -> list[Row]:
    """The file as first sent: children who had been referred before stand in it under a second identifier."""
    known = {str(row["child_id"]) for row in drawn if not _is(row["referral_date"], quarter)}
    back = [row for row in drawn if _is(row["referral_date"], quarter) and str(row["child_id"]) in known]
    second = {id(row): f"C9{number:04d}" for number, row in enumerate(back[:NOT_LINKED])}
    return [row | {"child_id": second.get(id(row), row["child_id"])} for row in drawn]


def _is(day: Cell, quarter: Period) -> bool:
    return isinstance(day, date) and quarter.first_day <= day <= quarter.last_day


def _mistake(dataset: str) -> Callable[[list[list[str]]], None] | None:
    return partial(_spoil, dataset) if dataset in MISTAKES else None


def _spoil(dataset: str, cells: list[list[str]]) -> None:
    row, column, text = MISTAKES[dataset]
    names = [each.name for each in contract(dataset).columns()]
    cells[row][names.index(column)] = text
