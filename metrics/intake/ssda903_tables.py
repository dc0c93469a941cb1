"""The tables of the SSDA903: which columns each has, what it is called, and how the XML's elements fill it.

An XML is read child by child, and its rows are turned into columns a few thousand at a time: as they stand in Python they would
take ten times the room.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import BinaryIO

import pyarrow as pa
from lxml import etree

from metrics.intake.mapped import META, described

KIND = "ssda903"
AT_A_TIME = 5_000
Row = Mapping[str, str | None]


def title(name: str) -> str:
    """What a table is called."""
    return str(described(KIND)[name]["title"])


@cache
def columns_of_tables() -> dict[str, list[str]]:
    """Table -> its columns, as the DfE names them."""
    return {name: each["columns"] for name, each in described(KIND).items() if "columns" in each}  # type: ignore[misc]


def our_name(column: str) -> str:
    """Our name of a column: PLACE would be taken for the place of the row."""
    return {"place": "place_type"}.get(column.casefold(), column.casefold())


def tables_in_xml(stream: BinaryIO) -> dict[str, pa.Table]:
    """Every table that the children in a file have rows of. Raises etree.XMLSyntaxError where it cannot be read."""
    gathered = _Gathered()
    for number, child in enumerate(_children(stream), start=1):
        _read_child(child, number, gathered)
    return gathered.tables()


class _Gathered:
    """The rows of each table: the last few as they were read, those before them in columns."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Row]] = {}
        self._turned: dict[str, list[pa.Table]] = {}

    def add(self, name: str, row: Row) -> None:
        rows = self._rows.setdefault(name, [])
        rows.append(row)
        if len(rows) == AT_A_TIME:
            self._turn(name)

    def tables(self) -> dict[str, pa.Table]:
        for name in list(self._rows):
            self._turn(name)
        return {name: pa.concat_tables(parts) for name, parts in self._turned.items()}

    def _turn(self, name: str) -> None:
        parts = self._turned.setdefault(name, [])
        parts.append(_table(name, self._rows.pop(name), sum(each.num_rows for each in parts)))


def _children(stream: BinaryIO) -> Iterator[etree._Element]:
    events = etree.iterparse(
        stream,
        events=("end",),
        tag="{*}CHILD",
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    for _, child in events:
        if len(child):  # a CHILD without elements is an identifier, not a child's record
            yield child
            child.clear()
            while child.getprevious() is not None and child.getparent() is not None:
                del child.getparent()[0]


def _read_child(child: etree._Element, number: int, rows: _Gathered) -> None:
    own = {_local(each): (each.text or "").strip() or None for head in child if _local(head) == "HEADER" for each in head}
    identity = {"child": own.get("CHILDID") or own.get("CHILD"), "dob": own.get("DOB")}
    header = {our_name(each): own.get(each) for each in columns_of_tables()["header"]}
    rows.add("header", {**header, **identity, "place": f"child {number}"})
    counts: Counter[str] = Counter()
    for element in (*child, *(each for head in child if _local(head) == "HEADER" for each in head)):
        texts = {"PLACE" if _local(each) == "PL" else _local(each): each.text for each in element}
        name = _table_of_element(frozenset(texts))
        if name:
            counts[name] += 1
            cells = {our_name(key): (text or "").strip() or None for key, text in texts.items()}
            called = f"child {number}, {title(name)} {counts[name]}"
            rows.add(name, {**identity, **cells, "place": called})


@cache
def _table_of_element(tags: frozenset[str]) -> str:
    """The table whose columns, the child's own apart, an element has: the one with the fewest others."""
    fits = [
        (len(set(columns) - tags), name)
        for name, columns in columns_of_tables().items()
        if tags and name != "header" and tags <= set(columns) and tags - {"CHILD", "DOB", "SEX"}
    ]
    return min(fits)[1] if fits else ""


def _table(name: str, rows: Sequence[Row], before: int) -> pa.Table:
    columns = {
        our_name(each): pa.array([row.get(our_name(each)) for row in rows], pa.string()) for each in columns_of_tables()[name]
    }
    numbers = pa.array(range(before + 1, before + len(rows) + 1), META["row_number"])
    return pa.table({"row_number": numbers, "place": pa.array([row["place"] for row in rows], META["place"]), **columns})


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
