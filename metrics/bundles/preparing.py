"""Counting inside an agency: what stands of its records becomes a bundle of counts."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import NamedTuple

import duckdb
import pyarrow as pa

from metrics.board import Board
from metrics.board.held import board_on
from metrics.bundles.counting import without
from metrics.bundles.definition import is_added_up, mark_of
from metrics.bundles.layout import LAYOUT, Bundle, Counted, Covered, Head, NotCounted, Series
from metrics.catalogue import Indicator, read_catalogue
from metrics.clock import now
from metrics.datasets import contract
from metrics.datasets.returns import Return
from metrics.keeping import KEPT_FREQUENCIES, periods_of
from metrics.measure import counted, datasets_read
from metrics.periods import Frequency, Period
from metrics.standing import Received, not_replaced, received, with_rows
from metrics.submission import Checked, Refused

CALENDARS = (*KEPT_FREQUENCIES, Frequency.ACADEMIC)
FACTS = ("format", "rows_read", "rows_kept", "rows_faulty", "rows_blocked", "errors", "warnings", "checks", "content_hash")


class Held(NamedTuple):
    """An agency's submissions that stand, and those that came without their part; what is known of each, by its id."""

    submissions: Sequence[Received]
    facts: dict[int, dict[str, object]]

    @property
    def datasets(self) -> frozenset[str]:
        return frozenset(each.dataset for each in self.submissions if each.supplied)


def prepare(cursor: duckdb.DuckDBPyConnection, agency: str, *, by: str = "") -> Bundle:
    """The counts of everything that stands of an agency, as a cursor sees it. Raises Refused where there is nothing."""
    board, held = board_on(cursor), _held(cursor, agency)
    if not held.datasets:
        raise Refused(f"Nothing of {board.agency(agency).name} is held: there is nothing to count. Name its files.")
    reads = {each.id: datasets_read(cursor, each) for each in read_catalogue().values()}
    mine = [each for each in read_catalogue().values() if reads[each.id] & held.datasets]
    reasons = {each.id: _why_not(board, each, reads[each.id], held.datasets, agency) for each in mine}
    told = [each for each in mine if not reasons[each.id]]
    marks = [_counted(each, reads[each.id], board) for each in told]
    others = sorted({each.agency for each in received(cursor)} - {agency})
    with without(cursor, sorted(held.datasets), others):
        series = [line for each in told for line in _series(cursor, each, held, reads[each.id])]
    apart = [NotCounted(indicator=each.id, title=each.title, because=reasons[each.id]) for each in mine if reasons[each.id]]
    return Bundle(_head(board, agency, held, marks, by), (*_covered(held), *marks, *apart, *series))


def _held(cursor: duckdb.DuckDBPyConnection, agency: str) -> Held:
    mine = [each for each in with_rows(received(cursor)) if each.agency == agency and each.dataset != Return.dataset]
    standing = {each.submission_id for each in not_replaced(mine)}
    shown = [each for each in mine if each.submission_id in standing or not each.supplied]
    rows = cursor.execute(f"select submission_id, {', '.join(FACTS)} from submissions where agency = ?", [agency]).fetchall()
    return Held(shown, {row[0]: dict(zip(FACTS, row[1:], strict=True)) for row in rows})


def _why_not(board: Board, indicator: Indicator, reads: frozenset[str], held: frozenset[str], agency: str) -> str:
    """Why an indicator cannot be told from these records alone; empty where it can."""
    others = {each.id: each.name for dataset in reads for each in board.senders(dataset) if each.id != agency}
    if others and not is_added_up(indicator, reads):
        names = " and ".join(others.values())
        return f"It needs the records of {names} too, in one place: it cannot be counted from the records of one agency."
    sends = board.agency(agency).sends
    lacking = sorted(contract(each).title.lower() for each in reads - held if each in sends)
    return f"It is also counted from: {', '.join(lacking)}. Name those files as well." if lacking else ""


def _counted(indicator: Indicator, reads: frozenset[str], board: Board) -> Counted:
    return Counted(
        indicator=indicator.id,
        title=indicator.title,
        version=indicator.version,
        mark=mark_of(indicator, reads, board.settings),
        reads=tuple(sorted(reads)),
    )


def _head(board: Board, agency: str, held: Held, marks: Sequence[Counted], by: str) -> Head:
    facts = [held.facts[each.submission_id] for each in held.submissions]
    formats = {str(each["content_hash"]): str(each["format"]) for each in facts}
    return Head(
        scorecard_bundle=LAYOUT,
        agency=agency,
        agency_name=board.agency(agency).name,
        board=board.name,
        area_code=board.area.code,
        area_name=board.area.name,
        prepared_at=now().replace(microsecond=0),
        prepared_by=by,
        software=_software(),
        catalogue=hashlib.sha256("|".join(sorted(f"{each.indicator} {each.mark}" for each in marks)).encode()).hexdigest(),
        two_years=board.settings.two_years.value,
        files=Counter(formats.values()),
    )


def _software() -> str:
    try:
        return version("safeguarding-scorecard")
    except PackageNotFoundError:  # run from its folder, without being installed
        return "not installed"


def _covered(held: Held) -> Iterator[Covered]:
    for each in held.submissions:
        facts = held.facts[each.submission_id]
        yield Covered.model_validate(
            {
                "dataset": each.dataset,
                "format": facts["format"],
                "supplied": each.supplied,
                "covers_from": each.covers_from,
                "covers_to": each.covers_to,
                "as_at": each.as_at,
                "lacks": each.lacks or (),
                "rows_read": facts["rows_read"],
                "checked": Checked.model_validate(
                    {name: facts[name] for name in FACTS[2:7]} | {"rules": json.loads(str(facts["checks"]))}
                ),
            }
        )


def _series(cursor: duckdb.DuckDBPyConnection, indicator: Indicator, held: Held, reads: frozenset[str]) -> Iterator[Series]:
    """A line for all cases and one for each group, in every calendar that a bundle has."""
    standing = [each for each in held.submissions if each.supplied]
    periods = periods_of(standing, reads, CALENDARS)
    counts = _by_group(counted(cursor, indicator, periods))
    for calendar in CALENDARS:
        run = [each for each in periods if each.frequency == calendar]
        for (by, group), rows in sorted(counts.items(), key=lambda each: (each[0][0] or "", each[0][1] or "")):
            yield _line(indicator, calendar, run, by, group, rows)


def _by_group(counts: pa.Table) -> dict[tuple[str | None, str | None], dict[str, dict[str, float | None]]]:
    """The rows of a table of counts by group, and then by period."""
    found: dict[tuple[str | None, str | None], dict[str, dict[str, float | None]]] = {}
    for row in counts.to_pylist():
        found.setdefault((row["group_by"], row["group_value"]), {})[row["period"]] = row
    return found


def _line(
    indicator: Indicator,
    calendar: Frequency,
    periods: Sequence[Period],
    by: str | None,
    group: str | None,
    rows: dict[str, dict[str, float | None]],
) -> Series:
    ordered = [rows[each.label] for each in periods]
    families, apart = ([each[name] for each in ordered] for name in ("families", "not_determinable"))
    return Series.model_validate(
        {
            "indicator": indicator.id,
            "by": by,
            "group": group,
            "every": calendar.value,
            "first": periods[0].label,
            "numerator": [each["numerator"] for each in ordered],
            "denominator": [each["denominator"] for each in ordered],
            "families": None if all(each is None for each in families) else families,
            "apart": None if all(each is None for each in apart) else apart,
        }
    )
