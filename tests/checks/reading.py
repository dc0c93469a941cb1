"""A written table read as an agency's file, and held against every rule."""

from datetime import datetime

import pyarrow as pa

from metrics.checks import Check
from metrics.checks.beside import held_against
from metrics.datasets import contract
from metrics.intake.desk import Desk
from metrics.store import Store
from metrics.submission import Delivery, Problem, Submission
from tests.checks.edge import Edge
from tests.conftest import SENDERS, csv_of
from tests.intake.reading import KEY, delivery_of


def problems_of(check: Check, edge: Edge, store: Store) -> tuple[list[Problem], set[int]]:
    """The problems that this rule finds, and the rows that are kept."""
    dataset = edge.dataset or check.dataset
    if not check.reads and _looks_at_more(dataset, edge.rows):
        return _read_at_the_desk(check, edge)
    read = _beside(check, edge, dataset, store) if check.reads else _read(dataset, edge.rows, edge.covers)
    kept = set() if read.rows is None else set(read.rows["row_number"].to_pylist())
    return [each for each in read.problems if each.rule == check.rule], kept


def _looks_at_more(dataset: str, rows: str) -> bool:
    """Whether the table has columns that no template asks for."""
    return not {each.strip() for each in rows.strip().splitlines()[0].split("|")} <= {
        each.name for each in contract(dataset).columns()
    }


def _read_at_the_desk(check: Check, edge: Edge) -> tuple[list[Problem], set[int]]:
    lines = [[cell.strip() for cell in line.split("|")] for line in edge.rows.strip().splitlines()]
    columns = {name: pa.array([row[place] or None for row in lines[1:]], pa.string()) for place, name in enumerate(lines[0])}
    numbers = pa.array(range(2, len(lines) + 1), pa.int32())
    with Desk(contract(check.dataset), KEY) as desk:
        desk.add(pa.table({"row_number": numbers, **columns}), {name: name for name in columns if name != "place"})
        desk.check(edge.covers[1])
        kept = desk.take()
    assert not set(kept.column_names) & {"place", *(each.name for each in contract(check.dataset).looked_at)}
    return [each for each in desk.problems if each.rule == check.rule], set(kept["row_number"].to_pylist())


def _read(dataset: str, rows: str, covers: tuple[object, object]) -> Submission:
    return delivery_of(
        csv_of(dataset, rows),
        agency=SENDERS.get(dataset, "council"),
        dataset=dataset,
        covers_from=covers[0],  # type: ignore[arg-type]
        as_at=covers[1],  # type: ignore[arg-type]
    ).submissions[0]


def _beside(check: Check, edge: Edge, dataset: str, store: Store) -> Submission:
    """The file as one delivery with those beside it, after the one before it."""
    agency = SENDERS.get(dataset, "council")
    if edge.rows.strip().count("\n"):
        mine = _read(dataset, edge.rows, edge.covers)
    else:
        mine = _read(dataset, edge.before, edge.covers).model_copy(update={"rows": None, "rows_read": 0, "supplied": False})
    others = [_read(name, rows, edge.covers) for name, rows in edge.beside.items()]
    with store.as_if_accepted(_delivered(agency, [_read(dataset, edge.before, edge.before_covers)] if edge.before else []),
                              counting=False) as cursor:  # fmt: skip
        return held_against(cursor, _delivered(agency, [mine, *others])).submissions[0]


def _delivered(agency: str, submissions: list[Submission]) -> Delivery:
    return Delivery(
        agency=agency,
        format="csv",
        content_hash="",
        received_at=datetime(2026, 1, 1),
        received_by="",
        submissions=tuple(submissions),
    )
