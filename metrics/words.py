"""How numbers, dates, periods, gaps and changes are said: the one formatter, for pages, exports and the command line."""

from datetime import date

from metrics.coverage import State
from metrics.judge.change import Direction

MONTHS = "January February March April May June July August September October November December".split()


def number(value: float | None, unit: str) -> str:
    """A figure with its unit's decimals: 12, 12.3%, 40.6, 15.2. Empty for None."""
    if value is None:
        return ""
    if unit == "count":
        return f"{round(value):,}"
    text = f"{value:,.1f}"
    return f"{text}%" if unit == "percent" else text


def amount(value: float | None) -> str:
    """A numerator or denominator: whole where it is whole, else one decimal."""
    if value is None:
        return ""
    return f"{round(value):,}" if abs(value - round(value)) < 0.05 else f"{value:,.1f}"


def out_of(numerator: float | None, denominator: float | None) -> str:
    """`18 of 283`, or the count alone."""
    if numerator is None:
        return ""
    return amount(numerator) if denominator is None else f"{amount(numerator)} of {amount(denominator)}"


def day(value: date | None, *, short: bool = False) -> str:
    """`30 June 2026`, or `30 Jun 26`."""
    if value is None:
        return ""
    return (
        f"{value.day} {MONTHS[value.month - 1][:3]} {value:%y}"
        if short
        else f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    )


def period(label: str) -> str:
    """A period's label as people say it: `June 2026`, `Q1 2026/27`, `2026/27`, `school year 2026/27`."""
    if len(label) == 7 and label[4] == "-":
        return f"{MONTHS[int(label[5:]) - 1]} {label[:4]}"
    if " Q" in label:
        year, quarter = label.split(" ")
        return f"{quarter} {year}"
    return f"school year {label.removesuffix(' academic')}" if label.endswith(" academic") else label


def count_of(value: int, one: str, many: str = "") -> str:
    """`1 family`, `9 families`, `no families`."""
    plural = many or f"{one}s"
    return f"no {plural}" if value == 0 else f"{value:,} {one if value == 1 else plural}"


def gap(state: State, waiting_for: str | None) -> str:
    """What stands in place of a figure that is not there."""
    waits = f": {waiting_for}" if waiting_for else ""
    return {
        State.AWAITING: f"Not received{waits}",
        State.NOT_DUE: f"Not due yet{waits}",
        State.NOT_SUPPLIED: f"Not supplied{waits}",
        State.NOT_COVERED: f"Before the data begins{waits}",
        State.NOT_RECORDED: f"Not recorded{waits}",
        State.NO_CASES: "No cases in the period",
        State.SUPPRESSED: "Hidden: the number is too small to show",
    }.get(state, "")


def short_gap(state: State) -> str:
    """The same in two words, for a cell of a table."""
    return {
        State.AWAITING: "not received",
        State.NOT_DUE: "not due yet",
        State.NOT_SUPPLIED: "not supplied",
        State.NOT_COVERED: "before data",
        State.NOT_RECORDED: "not recorded",
        State.NO_CASES: "no cases",
        State.SUPPRESSED: "hidden",
    }.get(state, "")


def change(direction: Direction) -> str:
    """The change in two or three words: only a rule that fired says more than `no change beyond chance`."""
    return {
        "improved": "improved",
        "worsened": "got worse",
        "rose": "rose",
        "fell": "fell",
        "no_change_beyond_chance": "no change beyond chance",
        "cannot_tell": "cannot tell",
        "new": "new: nothing to compare with",
    }[direction]


def age(days: int | None) -> str:
    """How old data is: `116 days old`."""
    return "" if days is None else count_of(days, "day") + " old" if days else "of today"
