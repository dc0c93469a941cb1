"""The files of the sample partnership, in the order in which they were received."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial

from metrics.datasets import contract
from metrics.periods import Period, add_months
from sample_data import (
    allegations,
    camhs,
    care_leavers,
    children_in_need,
    contacts,
    crime,
    early_help,
    education,
    exploitation,
    health,
    in_care,
    missing,
    partnership,
    placements,
    police_powers,
    population,
    private_fostering,
    protection,
    returned,
    school_returns,
    social_care,
    workforce,
)
from sample_data.days import next_working_day, quarters
from sample_data.files import Cell, Row, SampleFile, as_csv
from sample_data.sent import Listed, Sent, draw, listed

MAKERS = (
    social_care,
    private_fostering,
    workforce,
    missing,
    contacts,
    early_help,
    children_in_need,
    in_care,
    placements,
    care_leavers,
    exploitation,
    population,
    health,
    camhs,
    crime,
    education,
    allegations,
    partnership,
    returned,
    protection,
    police_powers,
    school_returns,
)
"""The modules that make rows. Each says in its `SENT` what it makes, for whom, and when it comes."""
HISTORY_CAME = datetime(2025, 10, 21, 9, 30)
"""When the first of the files came that bring the history; the others followed on the same and the next days."""
A_DAY = 20
RESTATED = (date(2026, 6, 30), datetime(2026, 9, 14, 10, 25))
"""The quarter whose referrals the council sent again, and when: some children had been recorded as new who were known."""
NOT_LINKED = 40


def everything_sent() -> tuple[Sent, ...]:
    """What each agency sends, dataset by dataset."""
    return tuple(each for maker in MAKERS for each in maker.SENT)


def sample_files() -> list[SampleFile]:
    """Every file that the agencies sent, the earliest received first."""
    found: list[SampleFile] = []
    for place, sent in enumerate(everything_sent()):
        rows = listed(sent, sent.rows())
        found.append(_history(sent, rows, place))
        found += [_quarterly(sent, rows, quarter, _morning(quarter, days, place)) for quarter, days in sent.lags()]
        found += [_restated(sent, rows)] if sent.dataset == "referrals" else []
    return sorted(found, key=lambda each: (each.received_at, each.dataset))


def _history(sent: Sent, rows: Sequence[Listed], place: int) -> SampleFile:
    came = next_working_day(HISTORY_CAME.date() + timedelta(days=place // A_DAY))
    received = datetime.combine(came, HISTORY_CAME.time()) + timedelta(minutes=20 * (place % A_DAY))
    content = as_csv(sent.dataset, draw(sent, rows, (sent.begins, sent.until)))
    return SampleFile(sent.agency, sent.dataset, sent.begins, sent.until, received, content)


def _morning(quarter: Period, days: int, place: int) -> datetime:
    """The moment a file comes: no two on one morning at the same."""
    came = next_working_day(quarter.last_day + timedelta(days=days))
    return datetime.combine(came, time(9, 5)) + timedelta(minutes=6 * place)


def _quarterly(sent: Sent, rows: Sequence[Listed], quarter: Period, received: datetime) -> SampleFile:
    first = add_months(quarter.first_day, -sent.months_before)
    drawn = draw(sent, rows, (first, quarter.last_day))
    if sent.dataset == "referrals" and quarter.last_day == RESTATED[0]:
        drawn = _not_linked(drawn, quarter)
    content = as_csv(sent.dataset, drawn, _mistake(sent) if quarter == quarters()[-1] else None)
    return SampleFile(sent.agency, sent.dataset, first, quarter.last_day, received, content)


def _restated(sent: Sent, rows: Sequence[Listed]) -> SampleFile:
    as_at, received = RESTATED
    quarter = next(each for each in quarters() if each.last_day == as_at)
    content = as_csv(sent.dataset, draw(sent, rows, (quarter.first_day, as_at)))
    return SampleFile(sent.agency, sent.dataset, quarter.first_day, as_at, received, content)


def _not_linked(drawn: Sequence[Row], quarter: Period) -> list[Row]:
    """The file as first sent: children who had been referred before stand in it under a second identifier."""
    known = {str(row["child_id"]) for row in drawn if not _is(row["referral_date"], quarter)}
    back = [row for row in drawn if _is(row["referral_date"], quarter) and str(row["child_id"]) in known]
    second = {id(row): f"C9{number:04d}" for number, row in enumerate(back[:NOT_LINKED])}
    return [row | {"child_id": second.get(id(row), row["child_id"])} for row in drawn]


def _is(day: Cell, quarter: Period) -> bool:
    return isinstance(day, date) and quarter.first_day <= day <= quarter.last_day


def _mistake(sent: Sent) -> Callable[[list[list[str]]], None] | None:
    return None if sent.mistake is None else partial(_spoil, sent.dataset, sent.mistake)


def _spoil(dataset: str, mistake: tuple[int, str, str], cells: list[list[str]]) -> None:
    row, column, text = mistake
    names = [each.name for each in contract(dataset).columns()]
    cells[row][names.index(column)] = text
