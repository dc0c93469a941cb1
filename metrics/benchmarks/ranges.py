"""What a published row says of one authority's figure: a value, a range where it is hidden, or neither and the reason."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from metrics.benchmarks.boundaries import standing_for
from metrics.benchmarks.cells import CODES
from metrics.benchmarks.files import FILES
from metrics.judge.compare import RATE
from metrics.judge.neighbours import HIDDEN, Neighbour, hidden_share

COUNTED_SHARES: Final = frozenset(
    each.measure for file in FILES for each in file.figures if each.measure.endswith("_pct") and len(each.numerator) == 1
)
"""Percentages of children whose numerator is one column: hidden, one to five children are in it. Of a sum, only a part is."""
TO_ZERO: Final = frozenset({"k", "low"})
"""Codes of a figure that rounds to nought: to the decimal that is published, nought is what it is."""
Reach = tuple[float, float] | None


class Row(NamedTuple):
    """A published figure of one area in the newest year on or before the day asked about."""

    measure: str
    level: str
    area_code: str
    area_name: str
    year: int
    period_end: date
    value: float | None
    status: str
    joint_with: str | None
    numerator: float | None = None
    denominator: float | None = None

    @property
    def return_id(self) -> str:
        """The authorities that sent one return together, or the one that sent it alone."""
        others = self.joint_with.split(" / ") if self.joint_with else []
        return " / ".join(sorted([self.area_code, *others]))


def reach_of(row: Row) -> Reach:
    """The lowest and highest that a published figure can be: the value itself, or what a hidden one allows."""
    if row.value is not None:
        return row.value, row.value
    if row.status in TO_ZERO:
        return 0.0, 0.0
    if row.status != "c" or not row.denominator:
        return None
    if row.measure in COUNTED_SHARES:
        return hidden_share(row.denominator)
    if _counts_children(row.measure):
        return RATE * HIDDEN[0] / row.denominator, RATE * HIDDEN[1] / row.denominator
    return None


def neighbour(code: str, name: str, rows: Mapping[str, Row]) -> Neighbour:
    """One of the neighbours listed, from the rows of a year by their authority."""
    if code in rows:
        return _of_one(code, rows[code])
    others = [rows[each] for each in standing_for(code) if each in rows]
    if not others or len(others) < len(standing_for(code)):
        return Neighbour(code, because="with no return that year")
    said = f"{name} from {' and '.join(each.area_name for each in others)}"
    if len({each.return_id for each in others}) == 1:
        return _of_one(code, others[0])._replace(return_id=others[0].return_id, joined=said)
    reach = _pooled(others)
    if reach is None:
        return Neighbour(code, because="divided or merged, with no counts to put together")
    return Neighbour(code, *reach, return_id=" + ".join(each.area_code for each in others), joined=said)


def _of_one(code: str, row: Row) -> Neighbour:
    reach = reach_of(row)
    shared = row.return_id if row.joint_with else ""
    if reach is None:
        return Neighbour(code, because=CODES[row.status], return_id=shared)
    return Neighbour(code, *reach, return_id=shared)


def _pooled(rows: Sequence[Row]) -> Reach:
    """The figure of several authorities as if they were one: their counts together over what they are counted of together."""
    whole = sum(each.denominator or 0.0 for each in rows)
    counts = [_counts(each) for each in rows]
    if not whole or not all(each.denominator for each in rows):
        return None
    low = [each[0] for each in counts if each is not None]
    high = [each[1] for each in counts if each is not None]
    if len(low) < len(rows):
        return None
    scale = _scale(rows[0].measure) / whole
    return scale * sum(low), scale * sum(high)


def _counts(row: Row) -> Reach:
    """The least and the most that can be behind a row's figure."""
    if row.value is not None and row.numerator is not None:
        return row.numerator, row.numerator
    return (float(HIDDEN[0]), float(HIDDEN[1])) if row.status == "c" and _counts_children(row.measure) else None


def _counts_children(measure: str) -> bool:
    """Whether a figure that is hidden has one to five children in it."""
    return measure in COUNTED_SHARES or measure.endswith("_rate")


def _scale(measure: str) -> float:
    if measure.endswith("_rate"):
        return RATE
    return 100.0 if measure.endswith(("_pct", "_rate_fte")) else 1.0
