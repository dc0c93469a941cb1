"""Reading an agency's files inside its own walls: with every check, into a store that stays there."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from metrics.clock import now
from metrics.datasets.returns import Return
from metrics.intake import read_delivery, recognise, together
from metrics.intake.bundle import KIND
from metrics.intake.own.kept import confirmed_by
from metrics.intake.own.mapping import Mapped
from metrics.intake.source import Source
from metrics.store import AlreadyReceived, Store, accept_on
from metrics.submission import Delivery, Refused

IN_TABLES = frozenset({"annex_a", "ssda903", "ssd"})
"""Returns that may come as one CSV for each table: those of one return are read together."""


class Said(NamedTuple):
    """What the agency says about its files, beyond their content."""

    dataset: str | None = None
    as_at: date | None = None
    covers_from: date | None = None


def read_inside(store: Store, agency: str, paths: Sequence[Path], said: Said) -> Iterator[Delivery]:
    """Read files one after the other into a store, and hand on what was read of each.

    Raises Refused, with the name of the file, for one that is not taken. What the store holds already is passed over.
    """
    for names, source in _sources(store, agency, paths):
        try:
            yield _read(store, agency, source, said)
        except AlreadyReceived:
            continue
        except Refused as problem:
            raise Refused(f"{names}: {problem}") from None


def _read(store: Store, agency: str, source: Source, said: Said) -> Delivery:
    read = read_delivery(
        source,
        agency=agency,
        board=store.board,
        key=store.key,
        dataset=said.dataset,
        as_at=said.as_at,
        covers_from=said.covers_from,
        received_at=now(),
        held=store.held_from(agency),
        population=store.children_on,
        known=store.meanings(agency),
        mapped=confirmed_by(store, agency),
    )
    if read.bundle or any(each.dataset == Return.dataset for each in read.submissions):
        raise Refused("The file holds counts and no records: there is nothing in it to prepare. Send it as it is.")
    delivery = store.held_against(read)
    with store.transaction() as cursor:
        accept_on(cursor, [delivery], counting=str(store.path) != ":memory:", inside=True)
    return delivery


def _sources(store: Store, agency: str, paths: Sequence[Path]) -> Iterator[tuple[str, Source]]:
    """Each file by itself, and the tables of one return together; with the names by which they are spoken of."""
    sends, mapped = store.board.agency(agency).sends, confirmed_by(store, agency)
    sets: dict[str, list[Path]] = {}
    for path in paths:
        kind = _kind(path, sends, mapped)
        if kind in IN_TABLES and path.suffix.lower() == ".csv":
            sets.setdefault(kind, []).append(path)
        else:
            yield path.name, path
    for tables in sets.values():
        names = ", ".join(each.name for each in tables)
        if len(tables) == 1:
            yield names, tables[0]
        else:
            yield names, together([(each.name, each.read_bytes()) for each in tables])


def _kind(path: Path, sends: Sequence[str], mapped: Mapped) -> str:
    try:
        kind = recognise(path, sends, mapped).format
    except Refused as problem:
        raise Refused(f"{path.name}: {problem}") from None
    if kind == KIND:
        raise Refused(f"{path.name}: The file is a bundle already. Send it as it is.")
    return kind
