"""The published tables read once more, by the plainest road: what each authority's figure can be, as a list of values."""

import csv
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from metrics.benchmarks.files import FILES, Figure
from metrics.benchmarks.keep import RATES

Cells = dict[str, str]
Possible = tuple[float, ...]
CHILDREN = range(1, 6)
"""What stands behind a figure that is hidden for being small."""


class Reported(NamedTuple):
    """What one return says: everything that its figure can be (nothing: it cannot be told), the counts, and of how many."""

    values: Possible
    counts: Possible
    of: float | None
    sent_by: str


def number(text: str) -> float | None:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None


def years_of(path: Path) -> dict[str, dict[int, dict[str, Reported]]]:
    """measure -> year -> authority -> what was reported, of one published file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row.get("geographic_level") == "Local authority"]
    kind = next((each for each in FILES if rows and each.columns <= set(rows[0])), None)
    found: dict[str, dict[int, dict[str, Reported]]] = defaultdict(lambda: defaultdict(dict))
    for row in rows if kind else ():
        for wanted in kind.figures if kind else ():
            said = _reported(wanted, row)
            for code in row["old_la_code"].split(" / "):
                found[wanted.measure][_year(row["time_period"])][code] = said
    return found


def with_rates(tables: dict[str, dict[int, dict[str, Reported]]]) -> None:
    """Add the rates that are worked out from counts and the children of the mid-year before."""
    for rate, count in RATES.items():
        for year, said in tables[count].items():
            for code, each in said.items():
                living = tables["children_0_17"].get(year - 1, {}).get(code)
                of = living.values[0] if living and living.values else None
                counts = each.values or (tuple(map(float, CHILDREN)) if each.counts else ())
                values = tuple(10_000 * one / of for one in counts) if of else ()
                tables.setdefault(rate, {}).setdefault(year, {})[code] = Reported(values, counts, of, each.sent_by)


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else int(text[:4]) + 1


def _reported(wanted: Figure, row: Cells) -> Reported:
    sent_by, of = row["old_la_code"], _total(row, wanted.denominator)
    counted = _total(row, wanted.numerator)
    if counted is None and wanted.rest and of is not None and (rest := _total(row, wanted.rest)) is not None:
        counted = of - rest
    if not wanted.value:
        share = (100 * counted / of,) if counted is not None and of else ()
        return Reported(share, () if counted is None else (counted,), of, sent_by)
    said = row[wanted.value].strip()
    value = number(said)
    if value is not None:
        return Reported((value,), () if counted is None else (counted,), of, sent_by)
    if said in {"k", "low"}:
        return Reported((0.0,), (), of, sent_by)
    one_column = wanted.measure.endswith("_pct") and len(wanted.numerator) == 1
    if said == "c" and one_column and of:
        least = tuple(min(float(each), of) for each in CHILDREN)
        return Reported(tuple(100 * each / of for each in least), least, of, sent_by)
    return Reported((), (1.0,) if said == "c" and not wanted.denominator else (), of, sent_by)


def _total(row: Cells, columns: tuple[str, ...]) -> float | None:
    known = [each for each in (number(row[name]) for name in columns) if each is not None]
    return sum(known) if columns and len(known) == len(columns) else None
