"""Figures that the board has already seen and that a file would change: found before it is taken, kept when it is.

A figure is settled when it was complete and, on the day the file came, its quarter was earlier than the newest one due, or had
been looked at in a meeting.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

import duckdb

from metrics import words
from metrics.board import Board
from metrics.catalogue import Indicator, read_catalogue
from metrics.coverage import State
from metrics.datasets.returns import Return
from metrics.figures import Figure, figures_on
from metrics.frozen import Frozen
from metrics.measure import datasets_read
from metrics.meetings import last_due_quarter, meeting_about
from metrics.periods import Frequency, Period, parse_period, periods_between
from metrics.store import Store
from metrics.submission import Delivery

MOST_QUARTERS = 20
SEEN = (State.VALUE, State.ZERO)
"""What the board took for complete."""


class Restated(Frozen):
    """One settled figure as it was and as it would be. `shown` says where the board saw it."""

    indicator: str
    title: str
    period: str
    unit: str
    before: Figure
    after: Figure
    shown: str


class RestatedBefore(Frozen):
    """A figure that a file restated when it was taken, and the reason that was given."""

    period: str
    received_at: datetime
    agency: str
    reason: str
    value_before: float | None
    numerator_before: float | None
    denominator_before: float | None
    value_after: float | None
    numerator_after: float | None
    denominator_after: float | None


class Settled:
    """The settled figures that a delivery speaks about, as a cursor sees them."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, delivery: Delivery) -> None:
        self.board = Store.board_on(cursor)
        self._today = delivery.received_at.date()
        self._indicators = _spoken_of(cursor, delivery)
        self._shown = _settled_quarters(self.board, delivery, self._today)
        self._before = self._figures(cursor)

    def _figures(self, cursor: duckdb.DuckDBPyConnection) -> list[Figure]:
        periods = [parse_period(each) for each in self._shown]
        return figures_on(cursor, self._indicators, periods, today=self._today) if periods and self._indicators else []

    def restated(self, cursor: duckdb.DuckDBPyConnection) -> tuple[Restated, ...]:
        """Those that differ on a cursor that sees the delivery, the newest period first."""
        pairs = zip(self._before, self._figures(cursor), strict=True)
        found = [self._restated(old, new) for old, new in pairs if old.state in SEEN and _shown(old) != _shown(new)]
        return tuple(sorted(found, key=lambda each: each.before.last_day, reverse=True))

    def _restated(self, before: Figure, after: Figure) -> Restated:
        indicator = read_catalogue()[before.indicator]
        return Restated(
            indicator=indicator.id,
            title=indicator.title,
            period=before.period,
            unit=indicator.unit,
            before=before,
            after=after,
            shown=self._shown[before.period],
        )


def _shown(figure: Figure) -> tuple[object, ...]:
    return figure.state, figure.value, figure.numerator, figure.denominator


def _spoken_of(cursor: duckdb.DuckDBPyConnection, delivery: Delivery) -> list[Indicator]:
    """The indicators that a delivery can change."""
    sent = {each.dataset for each in delivery.submissions if each.supplied}
    returns = [each.rows for each in delivery.submissions if each.dataset == Return.dataset and each.rows is not None]
    named = {name for rows in returns for name in rows["indicator"].to_pylist()}
    return [each for each in read_catalogue().values() if each.id in named or datasets_read(cursor, each) & sent]


def _settled_quarters(board: Board, delivery: Delivery, today: date) -> dict[str, str]:
    """The quarters that the board has seen and of which the delivery speaks, and where it saw each."""
    first = min(each.covers_from for each in delivery.submissions)
    last = max(each.covers_to for each in delivery.submissions)
    found = {each.label: _where(board, each, today) for each in periods_between(first, last, Frequency.QUARTER)}
    return {label: where for label, where in [*found.items()][-MOST_QUARTERS:] if where}


def _where(board: Board, period: Period, today: date) -> str:
    meeting = meeting_about(board, period)
    if meeting and meeting.meeting <= today:
        return f"at the meeting of {words.day(meeting.meeting)}"
    return "when it was the newest quarter due" if period.last_day < last_due_quarter(board, today).first_day else ""


def keep_restated(cursor: duckdb.DuckDBPyConnection, submission_id: int, found: Sequence[Restated]) -> None:
    """Keep which figures a submission restated."""
    rows = [
        (
            submission_id, each.indicator, each.period, each.unit,
            each.before.value, each.before.numerator, each.before.denominator,
            each.after.value, each.after.numerator, each.after.denominator, each.shown,
        )
        for each in found
    ]  # fmt: skip
    if rows:
        cursor.executemany(f"insert into restated_figures values ({', '.join('?' * len(rows[0]))})", rows)


def restated_before(store: Store, indicator: str, periods: Iterable[str] = ()) -> list[RestatedBefore]:
    """What files restated of an indicator, the newest first; of these periods alone where some are named."""
    names = list(RestatedBefore.model_fields)
    with store.cursor() as cursor:
        rows = cursor.execute(
            f"select {', '.join(names)} from restated_figures as restated "
            "inner join submissions on submissions.submission_id = restated.submission_id "
            "where indicator = ? order by received_at desc, period desc",
            [indicator],
        ).fetchall()
    found = [RestatedBefore(**dict(zip(names, row, strict=True))) for row in rows]
    asked = set(periods)
    return [each for each in found if not asked or each.period in asked]
