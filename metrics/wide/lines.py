"""The rows of a table: the name each bears, which part of a figure it is, which group, or the total of the rows above."""

from collections.abc import Iterator
from typing import NamedTuple

from metrics.returns.names import plain
from metrics.wide.columns import Block
from metrics.wide.headings import FIGURE, VALUE
from metrics.wide.names import Named, is_note, is_total, of_which, says_percent, taken_apart
from metrics.wide.sheet import Sheet


class Line(NamedTuple):
    """A row with figures. Rows of one `family` belong together: a whole and its groups."""

    row: int
    name: str
    family: int
    by: str = ""
    group: str = ""
    part: str = FIGURE
    is_percent: bool = False
    is_of_which: bool = False  # the groups need not be all there are

    @property
    def key(self) -> str:
        return key_of(self.name)


class Lines(NamedTuple):
    """The rows of a table: those with figures, and those that were left aside."""

    read: tuple[Line, ...]
    notes: tuple[int, ...]
    nameless: tuple[int, ...]


def key_of(name: str) -> str:
    """A name as it is compared: `Re-referrals %` is another than `Re-referrals`."""
    return plain(name.replace("%", " percent ").replace("+", " plus "))


def lines_of(sheet: Sheet, block: Block) -> Lines:
    """The rows of a table."""
    reader = _Reader(sheet, block)
    read = tuple(line for row in range(block.first_row, block.end_row) for line in reader.take(row))
    return Lines(read, tuple(reader.notes), tuple(reader.nameless))


class _Reader:
    """Reads rows from the top, remembering the name that the rows below may leave out."""

    def __init__(self, sheet: Sheet, block: Block) -> None:
        self.sheet, self.block = sheet, block
        self.notes: list[int] = []
        self.nameless: list[int] = []
        self.current: Named | None = None
        self.group = ""
        self.family = 0
        self.parent_until = -1
        if block.over_names:
            self._head(block.first_row - 1, block.over_names)

    def take(self, row: int) -> Iterator[Line]:
        name, beside, group = self._texts(row)
        if not self._has_figures(row):
            if name:
                self._head(row, name)
            return
        if not (name or beside or group):
            self.nameless.append(row)
        elif row <= self.parent_until:
            yield from self._under_parent(row, name or beside)
        else:
            yield from self._on_its_own(row, name, beside, group)

    def _texts(self, row: int) -> tuple[str, str, str]:
        beside = next((text for each in self.block.sub if (text := self.sheet.cell(row, each))), "")
        group = "" if self.block.group is None else self.sheet.cell(row, self.block.group)
        return self.sheet.cell(row, self.block.name), beside, group

    def _has_figures(self, row: int) -> bool:
        return row < len(self.sheet.rows) and any(self.sheet.cell(row, each.place) for each in self.block.columns)

    def _head(self, row: int, name: str) -> None:
        """A row without figures: a note, or the name of the rows below it."""
        if is_note(name):
            self.notes.append(row)
            return
        self.current, self.group = taken_apart(name), ""
        self.family += 1
        self.parent_until = self._end_of_groups(row, self.current)

    def _end_of_groups(self, row: int, named: Named) -> int:
        """The last row below that is a group of a name: where it says so, or they end in their total. Else the row itself."""
        last = row
        for below in range(row + 1, self.block.end_row):
            if not self._has_figures(below):
                break
            last = below
            name, beside, _ = self._texts(below)
            if is_total(name or beside, named.bare):
                return below
        return last if named.by else row

    def _under_parent(self, row: int, text: str) -> Iterator[Line]:
        named = self.current or Named(text)
        own = taken_apart(text)
        bare, _ = of_which(text)
        if is_total(text, named.bare):
            self.group = ""
        elif own.bare:
            self.group = bare
        yield self._line(row, named, self.group, own.part if not own.bare else FIGURE, says_percent(text))

    def _on_its_own(self, row: int, name: str, beside: str, group: str) -> Iterator[Line]:
        text, is_part = of_which(name)
        is_part = is_part or (row, self.block.name) in self.sheet.indented
        own, next_to = taken_apart(name), taken_apart(beside)
        if is_part and self.current and own.bare:
            yield self._line(row, self.current, text, FIGURE, own.is_percent, of=True)
            return
        if own.bare:
            self.current, self.group = own, ""
            self.family += 1
        if self.current is None:
            self.nameless.append(row)
            return
        part = next((each.part for each in (own, next_to) if each.part != FIGURE), FIGURE)
        label = group or next_to.bare
        percent = own.is_percent or next_to.is_percent
        yield self._line(row, self.current, "" if is_total(label, self.current.bare) else label, part, percent)

    def _line(self, row: int, named: Named, group: str, part: str, percent: bool, *, of: bool = False) -> Line:
        by = (named.by or self.block.breakdown) if group else ""
        is_percent = percent or named.is_percent or part == VALUE
        return Line(row, named.bare, self.family, by, group, part, is_percent, of)
