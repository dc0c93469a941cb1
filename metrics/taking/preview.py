"""What a delivery would change, before it is taken: the scorecard as it would become, and the rows that come and go."""

from datetime import date, timedelta

import duckdb

from metrics.datasets import contract
from metrics.frozen import Frozen
from metrics.meetings import last_finished_quarter
from metrics.periods import Period
from metrics.scorecard import Line, scorecard, scorecard_on
from metrics.standing import Received, not_replaced, received, standing_query, with_rows
from metrics.store import Store
from metrics.submission import Delivery
from metrics.taking.restating import Restated, Settled


class LineChange(Frozen):
    """One line of the scorecard as the board holds it, and as it would be."""

    before: Line
    after: Line

    @property
    def is_changed(self) -> bool:
        return _shown(self.before) != _shown(self.after)

    @property
    def turns(self) -> bool:
        """Whether what is said of it would turn: its status, or whether it changed."""
        return _said(self.before) != _said(self.after)


class Moved(Frozen):
    """What a delivery does to the rows of one dataset: how many are new, how many say something else, how many are gone."""

    dataset: str
    title: str
    added: int
    altered: int
    gone: int


class Preview(Frozen):
    """Lines with those whose status or change would turn first, then the others that change; the rows that move; and the
    figures of earlier periods, seen by the board, that would be restated. Of a bundle no row moves: none comes with it.
    """

    period: Period
    lines: tuple[LineChange, ...]
    moved: tuple[Moved, ...]
    restated: tuple[Restated, ...]

    @property
    def changed(self) -> tuple[LineChange, ...]:
        return tuple(each for each in self.lines if each.is_changed)


def preview(store: Store, delivery: Delivery, *, period: Period | None = None, today: date | None = None) -> Preview:
    """The scorecard with and without a delivery, for the last quarter it reaches the end of unless a period is named.

    Nothing is kept. Raises AlreadyReceived when the same file is held.
    """
    asked = period or last_period(delivery)
    with store.cursor() as cursor:
        settled = Settled(cursor, delivery)
    with store.as_if_accepted(delivery) as cursor:
        restated = settled.restated(cursor)
        after = scorecard_on(cursor, asked, today=today).lines
        moved = tuple(
            _moved(cursor, delivery, each.dataset) for each in delivery.submissions if each.supplied and not delivery.bundle
        )
    before = scorecard(store, asked, today=today).lines
    pairs = [LineChange(before=old, after=new) for old, new in zip(before, after, strict=True)]
    pairs.sort(key=lambda pair: (not pair.is_changed, not pair.turns))
    return Preview(period=asked, lines=tuple(pairs), moved=moved, restated=restated)


def last_period(delivery: Delivery) -> Period:
    """The last quarter whose end the delivery reaches."""
    reaches = max(each.covers_to for each in delivery.submissions)
    return last_finished_quarter(reaches + timedelta(days=1))


def _shown(line: Line) -> tuple[object, ...]:
    figure = line.figure
    return figure.state, figure.value, figure.numerator, figure.denominator, figure.families, figure.data_to


def _said(line: Line) -> tuple[object, ...]:
    return line.status.mark, line.change.direction


def _moved(cursor: duckdb.DuckDBPyConnection, delivery: Delivery, dataset: str) -> Moved:
    extract = contract(dataset)
    after = [each for each in with_rows(received(cursor)) if (each.agency, each.dataset) == (delivery.agency, dataset)]
    mine = {number for (number,) in _ids(cursor, delivery)}
    before = [each for each in after if each.submission_id not in mine]
    key, columns = ", ".join(extract.key), ", ".join(extract.stored_columns())
    query = (
        f"with before as ({_rows(dataset, before)}), after as ({_rows(dataset, after)}) select "
        f"(select count(*) from (select {key} from after except select {key} from before)), "
        f"(select count(*) from (select {key} from before except select {key} from after)), "
        f"(select count(*) from (select {columns} from after except select {columns} from before))"
    )
    counted = cursor.execute(query).fetchall()[0]
    added, gone, different = counted
    return Moved(dataset=dataset, title=extract.title, added=added, altered=different - added, gone=gone)


def _ids(cursor: duckdb.DuckDBPyConnection, delivery: Delivery) -> list[tuple[int]]:
    query = "select submission_id from submissions where agency = ? and content_hash = ?"
    found: list[tuple[int]] = cursor.execute(query, [delivery.agency, delivery.content_hash]).fetchall()
    return found


def _rows(dataset: str, submissions: list[Received]) -> str:
    return standing_query(contract(dataset), not_replaced(submissions))
