"""How numbers, dates, periods, gaps and changes are said: the one formatter, for pages, exports and the command line."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from metrics.coverage import State
from metrics.judge.change import Change, Direction
from metrics.judge.compare import Comparison
from metrics.judge.status import Firmness, Mark, StatusRule

MONTHS = [f"{date(2000, month, 1):%B}" for month in range(1, 13)]


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


def apart(not_determinable: int | None) -> str:
    """`3 more cannot be judged`: cases of which the data held cannot tell whether they count; empty for none."""
    return f"{not_determinable:,} more cannot be judged" if not_determinable else ""


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
        State.NOT_COVERED: f"Not covered{waits}",
        State.NOT_RECORDED: f"Not recorded{waits}",
        State.NO_CASES: "No cases in the period",
        State.SUPPRESSED: f"Hidden{waits}" if waiting_for else "Hidden: the number is too small to show",
        State.NIL_RETURN: f"Nil return{waits}",
        State.NO_SYSTEM: f"No system for it{waits}",
        State.NO_ANALYST: f"No analyst{waits}",
        State.NOT_COLLECTED: f"Not collected{waits}",
        State.DISCLOSURE: f"Held back by the agency{waits}",
        State.LATE: f"Not here yet{waits}" if waiting_for else "Said to be late",
    }.get(state, "")


def short_gap(state: State) -> str:
    """The same in two words, for a cell of a table."""
    return {
        State.AWAITING: "not received",
        State.NOT_DUE: "not due yet",
        State.NOT_SUPPLIED: "not supplied",
        State.NOT_COVERED: "not covered",
        State.NOT_RECORDED: "not recorded",
        State.NO_CASES: "no cases",
        State.SUPPRESSED: "hidden",
        State.NIL_RETURN: "nil return",
        State.NO_SYSTEM: "no system",
        State.NO_ANALYST: "no analyst",
        State.NOT_COLLECTED: "not collected",
        State.DISCLOSURE: "held back",
        State.LATE: "will be late",
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


def rule(change: Change) -> str:
    """The rule that a change rests on, as its footnote: `rule: shift, charts_1`."""
    if change.rule_set:
        return f"rule: {change.rule}, {change.rule_set}" if change.rule else f"no rule of {change.rule_set} fired"
    return f"rule: {change.rule}, of two figures" if change.rule else ""


def charted(counted: str) -> str:
    """What was charted, where it is not the figure itself: `families are `."""
    return f"{counted} are " if counted else ""


def firmness(mark: Mark, firm: Firmness) -> str:
    """Whether chance could have made the mark; nothing where there is no mark."""
    if mark in {"no_target", "monitor", "cannot_tell"}:
        return ""
    return {"firm": "firm", "within_chance": "within chance of it", "cannot_tell": "chance cannot be told"}[firm]


def beside(found: Comparison) -> str:
    """Where a figure stands beside another, in a word or two."""
    return found.replace("_", " ")


def months_older(months: int) -> str:
    """`18 months older`, `3 months newer`, `of the same month`."""
    if not months:
        return "of the same month"
    return f"{count_of(abs(months), 'month')} {'older' if months > 0 else 'newer'}"


def age(days: int | None) -> str:
    """How old data is: `116 days old`."""
    return "" if days is None else count_of(days, "day") + " old" if days else "of today"


def short_period(label: str) -> str:
    """A period's label for the head of a column: `Q1 26/27`, `Jun 26`, `2026/27`."""
    if len(label) == 7 and label[4] == "-":
        return f"{MONTHS[int(label[5:]) - 1][:3]} {label[2:4]}"
    return period(label).replace(" 20", " ", 1) if " Q" in label else period(label)


def span(first: date, last: date) -> str:
    """The days of a period in words: `July to September 2026`, `June 2026`, `April 2025 to March 2026`."""
    starts, ends = MONTHS[first.month - 1], f"{MONTHS[last.month - 1]} {last.year}"
    if first.day > 1 or (last + timedelta(days=1)).day > 1:
        return f"{day(first)} to {day(last)}"
    if first.year == last.year:
        return ends if first.month == last.month else f"{starts} to {ends}"
    return f"{starts} {first.year} to {ends}"


def away(day: date, today: date) -> str:
    """How far off a day is: `today`, `in 8 days`, `25 days ago`."""
    days = (day - today).days
    return "today" if not days else f"in {count_of(days, 'day')}" if days > 0 else f"{count_of(-days, 'day')} ago"


def days_of(value: float | None) -> str:
    """`1 day`, `9 days`, `7.5 days`; nothing for None."""
    if value is None:
        return ""
    return count_of(int(value), "day") if value == int(value) else f"{value:.1f} days"


def moment(value: datetime) -> str:
    """A moment that the store kept in UTC, by the clock of the United Kingdom: `24 November 2026 at 22:17`."""
    local = value.replace(tzinfo=UTC).astimezone(ZoneInfo("Europe/London"))
    return f"{day(local.date())} at {local:%H:%M}"


def status(mark: Mark) -> str:
    """What a status mark means, in two words."""
    return {
        "red": "off target",
        "amber": "near target",
        "green_amber": "near target",
        "red_amber": "well short of target",
        "green": "on target",
        "no_target": "no target",
        "monitor": "monitored",
        "cannot_tell": "cannot tell",
    }[mark]


def colour(mark: Mark) -> str:
    """A status as boards call it: `green amber`; what is no colour, as it is."""
    return mark.replace("_", " ")


def status_rule(rule: StatusRule) -> str:
    """The board's rule of status in a line: `amber within 10% of the target (rule within_tolerance)`."""
    said = {
        "within_tolerance": f"amber within {rule.amber:g}% of the target",
        "within_points": f"amber within {count_of_points(rule.amber)} of the target",
        "share_of_improvement": "by the share made of the improvement asked for",
        "beyond_chance": "amber where chance alone could have missed the target",
    }[rule.rule]
    return f"{said} (rule {rule.rule})"


def count_of_points(points: float) -> str:
    """`1 point`, `2.5 points`."""
    return f"{points:g} {'point' if points == 1 else 'points'}"


def overridden(board_mark: Mark, rule_mark: Mark) -> str:
    """`Board says amber; rule says red`."""
    return f"Board says {colour(board_mark)}; rule says {colour(rule_mark)}"


def short_comparator(status: str) -> str:
    """What stands in place of a published figure, in two words."""
    return {"none": "not loaded", "too_few": "too few"}.get(status, "not published")


def published(value: float | None, low: float | None, high: float | None, unit: str) -> str:
    """A published figure, or the range in which a hidden one must lie."""
    return number(value, unit) if low is None or high is None else reach([low, high], unit)


def reach(values: Sequence[float], unit: str) -> str:
    """The lowest and highest of some figures: `4.1% to 9.8%`, or the one they all are."""
    if not values:
        return ""
    low, high = number(min(values), unit), number(max(values), unit)
    return low if low == high else f"{low} to {high}"


def trend(labels: Sequence[str], values: Sequence[float | None], unit: str) -> str:
    """What a small line shows, for someone who cannot see it: its span, its range, its last values, its gaps."""
    known = [each for each in values if each is not None]
    if not known:
        return f"No figures from {period(labels[0])} to {period(labels[-1])}"
    last = ", ".join(number(each, unit) or "no figure" for each in values[-3:])
    missing = len(values) - len(known)
    gaps = f"; {count_of(missing, 'period')} without a figure" if missing else ""
    return f"{period(labels[0])} to {period(labels[-1])}: {reach(known, unit)}; the last three {last}{gaps}"


def state(found: State, waiting_for: str | None) -> str:
    """What a figure is, for the table under a chart."""
    if found is State.PROVISIONAL:
        return f"provisional, waiting for {waiting_for}" if waiting_for else "provisional"
    if found is State.ZERO:
        return "complete, a true nought"
    return "complete" if found is State.VALUE else gap(found, waiting_for)


def day_to_type(value: date) -> str:
    """A day as a reader types it: `30/06/2026`."""
    return f"{value:%d/%m/%Y}"


def capital(text: str) -> str:
    """With a capital at the beginning, the rest untouched."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """With a small letter at the beginning, unless it begins with initials: `return home interviews`, `MARAC cases`."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """With a capital at the beginning and a full stop at the end."""
    return "" if not text.strip() else f"{capital(text.strip()).rstrip('.')}."


def listed(names: Sequence[str], at_most: int = 2) -> str:
    """`Police and Health`, `Police, Health and 3 more`."""
    if len(names) <= at_most:
        return " and ".join(names)
    return f"{', '.join(names[:at_most])} and {len(names) - at_most} more"
