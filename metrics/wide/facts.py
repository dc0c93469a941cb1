"""The cells of a confirmed sheet as rows of a return, each with its place; and totals held against their parts."""

from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

from metrics import words
from metrics.catalogue import Indicator, read_catalogue
from metrics.periods import Period
from metrics.returns.names import find_breakdown
from metrics.returns.said import Said
from metrics.submission import Refused
from metrics.wide.cells import WRONG, read_cell
from metrics.wide.cells import Said as CellSaid
from metrics.wide.columns import Column
from metrics.wide.headings import DENOMINATOR, FIGURE, NUMERATOR, VALUE
from metrics.wide.lines import Line, key_of
from metrics.wide.proposal import Proposal, TableRead

LONGEST_GROUP = 80
NUMBER_OR_PERCENT = (
    "The indicator is a percentage and the cell does not say that its number is one. Write it as 25% or as 12/48."
)
FRACTION = (
    "The percentages of this row are all 1 or less. If they are parts of 1, format the cells as percentages; else write 0.5%."
)


class Wrong(NamedTuple):
    """A cell that cannot be used: where, by which rule, and how to mend it."""

    row: int
    column: int
    field: str
    rule: str
    sentence: str


class Cell(NamedTuple):
    """One cell with what it says, and which part of a figure it is."""

    line: Line
    column: Column
    part: str
    said: CellSaid


class Fact(NamedTuple):
    """One figure of a table: an indicator, a period, a group; and the cells that it is made of."""

    indicator: Indicator
    period: Period
    group: str
    cells: tuple[Cell, ...]
    numbers: Said

    @property
    def row(self) -> int:
        return self.cells[0].line.row

    @property
    def column(self) -> int:
        return self.cells[0].column.place


def facts_of(table: TableRead, proposal: Proposal) -> tuple[list[Fact], list[Wrong]]:
    """The figures of a table, and the cells that cannot be used. Raises Refused where a total contradicts its parts."""
    facts: list[Fact] = []
    wrong: list[Wrong] = []
    for family in _families(table.lines.read):
        name = proposal.means("names", _written(proposal, family[0]))
        if not name:
            continue
        found = list(_facts_of_family(table, family, read_catalogue()[name], lambda word: proposal.means("words", word), wrong))
        _refuse_contradictions(table, found)
        facts += found
    return facts, wrong


def _written(proposal: Proposal, line: Line) -> str:
    """The name as the proposal asked for it: the first way in which it was written."""
    return next((each.written for each in proposal.questions if each.kind == "names" and key_of(each.written) == line.key), "")


def _families(lines: Sequence[Line]) -> Iterator[list[Line]]:
    found: dict[tuple[int, str], list[Line]] = {}
    for line in lines:
        found.setdefault((line.family, line.key), []).append(line)
    yield from found.values()


def _facts_of_family(
    table: TableRead, family: Sequence[Line], indicator: Indicator, meaning: Callable[[str], str], wrong: list[Wrong]
) -> Iterator[Fact]:
    periods = {each.period.label: each.period for each in table.block.columns if each.period}
    for group in dict.fromkeys(line.group for line in family):
        lines = [line for line in family if line.group == group]
        in_ones = _are_in_ones(table, lines, indicator)
        for label, period in periods.items():
            columns = [each for each in table.block.columns if each.period and each.period.label == label]
            cells = tuple(_read(table, lines, columns, meaning))
            bad = list(_wrong_cells(cells, indicator, in_ones=in_ones))
            wrong += bad
            if not bad and any(each.said.has_number or each.said.status for each in cells):
                yield Fact(indicator, period, group, cells, _figure(indicator, period, lines[0], cells))


def _read(table: TableRead, lines: Sequence[Line], columns: Sequence[Column], meaning: Callable[[str], str]) -> Iterator[Cell]:
    for line in lines:
        for column in columns:
            said = read_cell(table.sheet.cell(line.row, column.place), meaning)
            part = column.part if line.part == FIGURE else line.part
            if said.has_number or said.status or said.wrong:
                yield Cell(line, column, part, said)


def _are_in_ones(table: TableRead, lines: Sequence[Line], indicator: Indicator) -> bool:
    """Whether a row of percentages without their sign is written as parts of 1."""
    if indicator.unit != "percent":
        return False
    found = [
        cell.said.number
        for cell in _read(table, lines, table.block.columns, lambda _: "")
        if cell.said.number is not None and cell.part in {FIGURE, VALUE}
    ]
    return bool(found) and all(each <= 1 for each in found) and any(each % 1 for each in found)


def _wrong_cells(cells: Sequence[Cell], indicator: Indicator, *, in_ones: bool) -> Iterator[Wrong]:
    has_parts = {NUMERATOR, DENOMINATOR} <= {each.part for each in cells}
    for cell in cells:
        rule, sentence = cell.said.wrong, WRONG.get(cell.said.wrong, "")
        is_plain = indicator.unit == "percent" and cell.said.number is not None and cell.part in {FIGURE, VALUE}
        if not rule and is_plain and in_ones and not has_parts:
            rule, sentence = "fraction_or_percent", FRACTION
        elif not rule and is_plain and cell.part == FIGURE and not cell.line.is_percent and not has_parts:
            rule, sentence = "number_or_percent", NUMBER_OR_PERCENT
        if rule:
            yield Wrong(cell.line.row, cell.column.place, _field(cell.part), rule, sentence)


def _field(part: str) -> str:
    return "value" if part == FIGURE else part


def _figure(indicator: Indicator, period: Period, line: Line, cells: Sequence[Cell]) -> Said:
    """The cells of one figure put together. What a percentage and its whole leave open about the numerator stays open."""
    numbers: dict[str, Decimal] = {}
    for cell in cells:
        numbers |= {name: value for name, value in _numbers(indicator, cell).items() if name not in numbers}
    if indicator.unit == "percent" and "numerator" in numbers and "denominator" in numbers and _is_in_ones(numbers):
        del numbers["value"]
    if "value" in numbers and "denominator" in numbers and "numerator" not in numbers:
        numbers |= _numerator_between(indicator, numbers["value"], numbers["denominator"])
    statuses = [each.said.status for each in cells if each.said.status]
    told = [each for each in statuses if each == "provisional"] if numbers else statuses
    return Said(
        row=1,
        indicator=indicator,
        period=period,
        group_by=line.by if line.group else "",
        group=line.group[:LONGEST_GROUP],
        status=told[0] if told else "",
        numerator=numbers.get("numerator"),
        denominator=numbers.get("denominator"),
        value=numbers.get("value"),
    )


def _numbers(indicator: Indicator, cell: Cell) -> dict[str, Decimal]:
    """What a cell gives to its figure: a plain number is what its part, or the kind of figure, makes of it."""
    said, part = cell.said, cell.part
    if said.number is not None:
        return {_of_plain(indicator, part): said.number}
    if part in {NUMERATOR, DENOMINATOR}:
        return {}
    found = {"numerator": said.numerator, "denominator": said.denominator, "value": said.percent}
    return {name: value for name, value in found.items() if value is not None}


def _of_plain(indicator: Indicator, part: str) -> str:
    """What a plain number is."""
    if part in {NUMERATOR, DENOMINATOR}:
        return part
    return "numerator" if indicator.unit == "count" else "value"


def _is_in_ones(numbers: dict[str, Decimal]) -> bool:
    """Whether the value is the numerator over the denominator, without being made a percentage."""
    value, whole = numbers.get("value"), numbers["denominator"]
    if value is None or not whole or value > 1 or not numbers["numerator"]:
        return False
    return abs(numbers["numerator"] / whole - value) <= Decimal("0.005")


def _numerator_between(indicator: Indicator, value: Decimal, whole: Decimal) -> dict[str, Decimal]:
    """The one whole number that gives a percentage of a whole as it was rounded; none where several or none do."""
    counted_in_wholes = not indicator.numerator_is.startswith(("whole-time", "working days"))
    if indicator.unit != "percent" or whole % 1 or not counted_in_wholes:
        return {}
    exponent = value.as_tuple().exponent
    half = Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)
    low = ((value - half) * whole / 100).to_integral_value(ROUND_CEILING)
    high = ((value + half) * whole / 100).to_integral_value(ROUND_FLOOR)
    return {"numerator": low} if low == high and low >= 0 else {}


def _refuse_contradictions(table: TableRead, facts: Sequence[Fact]) -> None:
    """A total that its parts do not make means that one of them is wrong, and nobody here can know which."""
    for label in dict.fromkeys(each.period.label for each in facts):
        same = [each for each in facts if each.period.label == label]
        whole = next((each for each in same if not each.group), None)
        parts = [each for each in same if each.group]
        if whole is None or not parts or not whole.indicator.adds_up:
            continue
        for name in ("counted", "denominator"):
            _compare(table, whole, parts, name)


def _compare(table: TableRead, whole: Fact, parts: Sequence[Fact], name: str) -> None:
    says: Decimal | None = getattr(whole.numbers, name)
    found: list[Decimal | None] = [getattr(each.numbers, name) for each in parts]
    if says is None:
        return
    added = sum((each for each in found if each is not None), Decimal())
    all_known = all(value is not None or each.numbers.status == "nil_return" for value, each in zip(found, parts, strict=True))
    need_not_be_all = not all_known or any(cell.line.is_of_which for each in parts for cell in each.cells)
    if added == says or (need_not_be_all and added < says):
        return
    rows = [each.row + 1 for each in parts]
    said = f"rows {rows[0]} to {rows[-1]}" if len(rows) > 1 else f"row {rows[0]}"
    of = " of the denominators" if name == "denominator" else ""
    raise Refused(
        f"The total{of} in {table.sheet.place(whole.row, whole.column)} ({whole.indicator.title}, "
        f"{words.period(whole.period.label)}) says {words.amount(float(says))}; its parts in {said} add up to "
        f"{words.amount(float(added))}. Correct whichever is wrong and send the sheet again."
    )


def breakdown_kept(fact: Fact) -> str | None:
    """The breakdown under which a group can be kept; None where the sheet names none that its indicator has."""
    return find_breakdown(fact.indicator, fact.numbers.group_by) if fact.numbers.group_by else None
