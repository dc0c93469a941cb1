"""A file of returned figures as a submission: every row read by what it means, every bad one explained."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import pyarrow as pa

from metrics import words
from metrics.board.area import Area
from metrics.datasets import contract
from metrics.datasets.returns import BLANKS, BY_AGENCY, STATUSES, Return
from metrics.returns.names import find_breakdown, find_indicator, find_period, find_status, is_ours
from metrics.returns.said import Population, Said, faults
from metrics.submission import Problem, Refused, Severity, Submission

LONGEST = {"group": 80, "note": 200}
PLAIN_NUMBER = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?|\d{1,8}(\.\d+)?")


class Sender(NamedTuple):
    """Who sends a return, to whom, and when it came."""

    agency: str
    area: Area
    received_on: date
    population: Population


class Bad(Exception):
    """A cell that cannot be read: which, by which rule, and how to mend it."""

    def __init__(self, field: str, rule: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field, self.rule, self.sentence = field, rule, sentence


def read_return(table: pa.Table, columns: Mapping[str, str], sender: Sender) -> tuple[Submission, tuple[str, ...]]:
    """Read a table of text as a return; and what is to be said of the whole file.

    `columns` maps columns of the contract to columns of the table. Raises Refused when nothing in it is for this board.
    """
    cells = [each for each in _cells(table, columns) if any(text for name, text in each.items() if name != "row")]
    ours = [each for each in cells if is_ours(sender.area, each.get("area", ""))]
    if not ours:
        raise Refused(_nothing(bool(cells), sender.area))
    rows, problems = [], []
    for each in ours:
        try:
            rows.append(_said(each))
        except Bad as bad:
            problems.append(problem(int(each["row"]), bad.field, bad.rule, Severity.BLOCK, bad.sentence))
    others = len(cells) - len(ours)
    notes = (f"{words.capital(words.count_of(others, 'row'))} about other areas: left for their boards.",) if others else ()
    return submission_of(rows, sender, problems), notes


def submission_of(rows: Sequence[Said], sender: Sender, problems: Sequence[Problem] = ()) -> Submission:
    """Rows as a submission, without those that cannot stand. Raises Refused when none can."""
    found = [problem(*each) for each in faults(rows, sender.received_on, sender.population)]
    blocked = {each.row for each in found if each.severity is Severity.BLOCK}
    kept = [each for each in rows if each.row not in blocked]
    every = sorted([*problems, *found], key=lambda each: (each.row or 0, each.field))
    read = len(rows) + len(problems)
    if not kept:
        sentence, times = Counter(each.sentence for each in every).most_common(1)[0]
        raise Refused(f"No row of the file can be used. In {times} of {read}: {sentence}")
    return Submission(
        agency=sender.agency,
        dataset=Return.dataset,
        supplied=True,
        covers_from=min(each.period.first_day for each in kept),
        covers_to=max(each.period.last_day for each in kept),
        as_at=min(max(each.period.last_day for each in kept), sender.received_on),
        rows=_table(kept, sender.area),
        rows_read=read,
        problems=tuple(every),
    )


def problem(row: int | None, field: str, rule: str, severity: Severity, sentence: str) -> Problem:
    """A problem of a return."""
    place = "" if row is None else f"row {row}"
    return Problem(dataset=Return.dataset, place=place, row=row, field=field, rule=rule, severity=severity, sentence=sentence)


def _nothing(has_rows: bool, area: Area) -> str:
    if not has_rows:
        return "The file holds no row. Where there was nothing to return, write nil_return as the status of each indicator."
    return f"No row of the file is about {area.name} ({area.code}). Check that this is the right file, or its column area."


def _cells(table: pa.Table, columns: Mapping[str, str]) -> Iterator[dict[str, str]]:
    for row in table.to_pylist():
        yield {"row": row["row_number"], **{name: (row[heading] or "").strip() for name, heading in columns.items()}}


def _said(cells: Mapping[str, str]) -> Said:
    indicator = find_indicator(cells["indicator"])
    if indicator is None:
        raise Bad("indicator", "unknown_indicator", _unknown_indicator(cells["indicator"]))
    try:
        period = find_period(cells["period"])
    except ValueError:
        raise Bad(
            "period",
            "cannot_be_read",
            "period should be a month, a quarter or a year: write it as 2026-09, 2026/27 Q2 or 2026/27.",
        ) from None
    breakdown = _breakdown(cells, indicator.breakdowns, find_breakdown(indicator, cells.get("group_by", "")))
    return Said(
        row=int(cells["row"]),
        indicator=indicator,
        period=period,
        group_by=breakdown,
        status=_status(cells.get("status", "")),
        group=_short(cells, "group"),
        note=_short(cells, "note"),
        numerator=_number(cells, "numerator"),
        denominator=_number(cells, "denominator"),
        value=_number(cells, "value"),
    )


def _unknown_indicator(text: str) -> str:
    if not text:
        return "indicator is empty. Write its id, or its title as the Definitions page has it."
    return "indicator is not one of the catalogue's. Write its id, or its title as the Definitions page has it."


def _breakdown(cells: Mapping[str, str], known: Mapping[str, str], found: str | None) -> str:
    written, group = cells.get("group_by", ""), cells.get("group", "")
    if bool(written) != bool(group):
        lacking = "group" if written else "group_by"
        raise Bad(lacking, "half_a_group", f"{lacking} is empty and its pair is not. Fill in both, or neither for all cases.")
    if written and found is None:
        names = ", ".join(dict.fromkeys([*known, BY_AGENCY]))
        raise Bad("group_by", "unknown_breakdown", f"The indicator is not broken down by that. It can be by: {names}.")
    return found or ""


def _status(text: str) -> str:
    found = find_status(text) if text else ""
    if found is None:
        raise Bad("status", "cannot_be_read", f"status should be empty or one of: {', '.join(STATUSES)}.")
    return found


def _short(cells: Mapping[str, str], name: str) -> str:
    text = cells.get(name, "")
    if len(text) > LONGEST[name]:
        raise Bad(name, "too_long", f"{name} may have {LONGEST[name]} characters. Shorten it.")
    return text


def _number(cells: Mapping[str, str], name: str) -> Decimal | None:
    text = cells.get(name, "").removesuffix("%").strip()
    if not text:
        return None
    if not PLAIN_NUMBER.fullmatch(text):
        blanks = ", ".join(BLANKS)
        raise Bad(
            name,
            "cannot_be_read",
            f"{name} should be a number, 0 or more, written as 412 or 12.5. Where there is none, leave it empty and write as "
            f"status one of: {blanks}.",
        )
    return Decimal(text.replace(",", ""))


def _table(rows: Sequence[Said], area: Area) -> pa.Table:
    """The rows as the store takes them: every stored column as text, and their numbers in the file."""
    columns = {
        "indicator": [each.indicator.id for each in rows],
        "period": [each.period.label for each in rows],
        "group_by": [each.group_by or None for each in rows],
        "group_value": [each.group or None for each in rows],
        "numerator": [_text(each.counted) for each in rows],
        "denominator": [_text(each.denominator) for each in rows],
        "value": [_text(each.value) for each in rows],
        "status": [each.standing for each in rows],
        "note": [each.note or None for each in rows],
        "area": [area.code for _ in rows],
    }
    text = {name: pa.array(columns[name], pa.string()) for name in contract(Return.dataset).stored_columns()}
    return pa.table({"row_number": pa.array([each.row for each in rows], pa.int32()), **text})


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"
