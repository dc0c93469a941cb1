"""How definitions, rules and states are explained to a reader: whole sentences, from the catalogue and the board's settings."""

from collections.abc import Iterable, Sequence

from metrics import words
from metrics.board import Board, Settings, TwoYears
from metrics.catalogue import Indicator
from metrics.coverage import State
from metrics.figures import Figure
from metrics.gaps.missing import Arrival, Expected
from metrics.scorecard import Line
from metrics.submission import Severity

UNITS = {
    "count": "A number",
    "percent": "A percentage",
    "rate_per_10000": "A rate for each 10,000 children under 18 who live in the area",
    "ratio": "A ratio, to one decimal",
    "days": "A number of days",
}
TIMINGS = {
    "as_at": "Counted on the last day of the period",
    "in_period": "Counted over the days of the period",
    "rolling_year": "Counted over the twelve months that end with the period; compared with the same period a year before",
}
BETTER = {
    "smaller": "A smaller figure is better",
    "bigger": "A bigger figure is better",
    "monitor": "Neither high nor low is good in itself: it is watched",
}
SEVERITIES = {
    Severity.BLOCK: ("■", "Row left out"),
    Severity.ERROR: ("▲", "Error, row kept"),
    Severity.WARNING: ("◆", "Check, row kept"),
    Severity.INFO: ("○", "For information"),
}
ARRIVALS = {
    Arrival.RECEIVED: ("●", "received"),
    Arrival.LATE: ("◐", "late"),
    Arrival.PARTLY: ("◧", "partly"),
    Arrival.OVERDUE: ("✕", "not received"),
    Arrival.NOT_DUE: ("○", "not due"),
    Arrival.NOT_SUPPLIED: ("⊘", "not supplied"),
    Arrival.NOT_RECORDED: ("—", "not recorded"),
    Arrival.BEFORE: ("·", "before data"),
    Arrival.NIL_RETURN: ("∅", "nil return"),
    Arrival.EXPLAINED: ("≡", "no figure, with a reason"),
    Arrival.SAID_LATE: ("»", "said to be late"),
}
CHART_KEY = (
    "A filled point is complete, a hollow one provisional, a filled diamond a true nought. A triangle stands out, up or down: "
    "a rule fired. The thin line is the usual level; between the dashed ones is what chance explains. A mark at the foot "
    "stands for a period without a figure: × not received, ∅ nil return. A published figure is drawn across the chart, thicker "
    "over the year that it is about."
)
COMPARED = "England, the region and statistical neighbours."
STATES = (
    ("●", "Complete", State.VALUE, "The data reaches the end of the period, and later data is not expected to change it."),
    ("◆", "Nought", State.ZERO, "A true nought: the data came and no case counts. It is written 0."),
    ("○", "Provisional", State.PROVISIONAL, "There is a figure, and data still to come may change it. Its point is hollow."),
    ("÷", "No cases", State.NO_CASES, "The data came and there was nothing to take a share of."),
    ("∅", "Nil return", State.NIL_RETURN, "The agency looked, and says that there was nothing to return. That is its own act."),
    ("×", "Not received", State.AWAITING, "It is due and has not come. We say from whom, and since when."),
    ("»", "Said to be late", State.LATE, "It has not come. The agency says that it will."),
    ("…", "Not due yet", State.NOT_DUE, "The day by which the agency sends it has not come."),
    ("/", "Not supplied", State.NOT_SUPPLIED, "The agency's file came without this part. That is not nought."),
    ("—", "Not recorded", State.NOT_RECORDED, "The agency says that it does not record it, and why."),
    ("□", "No system", State.NO_SYSTEM, "The agency says that none of its systems holds it."),
    ("△", "No analyst", State.NO_ANALYST, "The agency says that nobody is there to work it out."),
    ("¬", "Not collected", State.NOT_COLLECTED, "The agency says that it does not collect it."),
    ("#", "Held back", State.DISCLOSURE, "The agency holds it back: so small a number could tell who is meant."),
    ("·", "Not covered", State.NOT_COVERED, "Before the first day that is held, or the files held say nothing of it."),
    ("*", "Hidden", State.SUPPRESSED, "A small number, or one that would give a small one away. A nought is shown as 0."),
)
"""The mark on a chart, the name, and what it means. A gap breaks the line and is marked at the foot of the chart."""
MARKS = {state: mark for mark, _, state, _ in STATES}


def change_rule() -> str:
    """The rules of change in plain words."""
    return (
        "A figure is said to have improved, got worse, risen or fallen only when a rule fired. Where there is a run of six "
        "figures or more, its chart decides: the newest figure is outside what chance explains, or it is the seventh in a row "
        "on one side of the usual level, or in one direction, or two of three lie close to a limit, or it ends a run that goes "
        "one way, season by season, for three years. Otherwise two figures are compared, and have to differ by as much as "
        "would come up by chance in fewer than one comparison of twenty: numbers by an exact test, shares by their 95% "
        "intervals (Wilson, combined by Newcombe's method). With fewer than five cases in either period, or for an average "
        "without a chart, we say that we cannot tell."
    )


def settings_in_force(indicator: Indicator, settings: Settings) -> tuple[str, ...]:
    """The board's choices that this indicator's figure depends on."""
    if "two_years_after" not in indicator.sql:
        return ()
    return (f"Two years or more: {two_years(settings)}.",)


def two_years(settings: Settings) -> str:
    """When a plan has lasted two years, by the board's choice."""
    return TwoYears(settings.two_years).words


def made_of(indicator: Indicator) -> tuple[tuple[str, str], ...]:
    """Numerator and denominator in words."""
    top = ("Counted" if indicator.unit == "count" else "Numerator", words.sentence(indicator.numerator_is))
    if not indicator.denominator_is:
        return (top,)
    return (top, ("Denominator", words.sentence(indicator.denominator_is)))


def definition(indicator: Indicator, board: Board) -> tuple[tuple[str, str], ...]:
    """Everything a reader may want to know of how an indicator is defined, as names and sentences."""
    owner = board.owner(indicator.owner)
    named = (
        owner.name if owner else f"{words.capital(indicator.owner.replace('_', ' '))} (no agency of this board has that role)"
    )
    why_none = words.sentence(indicator.no_benchmark_because) or "None is published."
    settles = f" It settles {words.count_of(indicator.settles, 'day')} after." if indicator.settles else ""
    looks_back = f" Needs {words.count_of(indicator.looks_back, 'month')} of earlier data." if indicator.looks_back else ""
    rows = (
        ("What counts", words.sentence(indicator.counts)),
        *made_of(indicator),
        ("Unit", f"{UNITS[indicator.unit]}."),
        ("Timing", f"{TIMINGS[indicator.timing]}.{settles}{looks_back}"),
        ("Better", f"{BETTER[indicator.better]}."),
        ("Read with care", words.sentence(indicator.caution)),
        ("Rule in force", " ".join(settings_in_force(indicator, board.settings))),
        ("Owner", f"{named}."),
        ("Returned by", words.sentence(", ".join(each.name for each in board.returning(indicator.id)))),
        ("Compared with", COMPARED if indicator.benchmark else why_none),
        ("Broken down by", words.sentence(", ".join(indicator.breakdowns.values()).lower())),
        ("Source", words.sentence(indicator.source)),
        ("Definition reviewed", f"{words.day(indicator.reviewed)}."),
        ("File", f"{indicator.theme}/{indicator.id}.sql"),
    )
    return tuple((name, text) for name, text in rows if text)


def arrival(each: Expected) -> str:
    """One cell of what is missing: `late 20 days`, `not received 25 days overdue`."""
    said = ARRIVALS[each.state][1]
    days = words.count_of(each.days_late, "day")
    if each.state is Arrival.LATE:
        return f"{said} {days}"
    if each.state is Arrival.PARTLY:
        return f"{said}, to {words.day(each.data_to, short=True)}"
    if each.state is Arrival.NOT_DUE:
        return f"{said} until {words.day(each.due, short=True)}"
    return f"{said}, {days} overdue" if each.state.is_gap and each.days_late else said


def takeaway(line: Line, run: Sequence[Figure]) -> str:
    """A chart in words, for those who do not see it: its run, its ends, its gaps, and what it is compared with."""
    unit, known = line.indicator.unit, [each for each in run if each.value is not None]
    if not known:
        why = words.sentence(words.gap(run[-1].state, run[-1].waiting_for))
        return f"{line.indicator.title}: there is no figure to draw. {why}"
    first, last = known[0], known[-1]
    highest = max(known, key=lambda each: each.value or 0)
    gaps = len(run) - len(known)
    said = (
        f"{line.indicator.title}. From {words.number(first.value, unit)} in {words.period(first.period)} to "
        f"{words.number(last.value, unit)} in {words.period(last.period)}; highest {words.number(highest.value, unit)} in "
        f"{words.period(highest.period)}."
    )
    said += f" {words.capital(words.count_of(gaps, 'period'))} without a figure." if gaps else ""
    compared = [
        f"{each.label} {words.published(each.value, each.low, each.high, unit)} ({each.year})"
        for each in line.benchmarks
        if each.value is not None or each.low is not None
    ]
    return said + (f" Compared with {', '.join(compared)}." if compared else "")


def counted_apart(cases: int, children: int | None, families: int | None) -> str:
    """Cases, children and families side by side: `20 children in 9 families (20 cases)`."""
    if children is None:
        return "This figure is not made of single children."
    if not cases:
        return "No case, so no child and no family."
    said = f"{words.count_of(cases, 'case')} about {words.count_of(children, 'child', 'children')}"
    return f"{said} in {words.count_of(families, 'family', 'families')}." if families else f"{said}. Families are not known."


def missing_headline(expected: Sequence[Expected]) -> str:
    """What the page of gaps says first: how many are missing, from whom, and the longest wait."""
    asked = [each for each in expected if each.state not in {Arrival.NOT_RECORDED, Arrival.BEFORE, Arrival.NOT_DUE}]
    gaps = [each for each in asked if each.state.is_gap]
    if not asked:
        return "Nothing is expected from any agency yet"
    if not gaps:
        return f"Everything that was due is in: {words.count_of(len(asked), 'return')}"
    worst = max(gaps, key=lambda each: each.days_late)
    verb = "is" if len(gaps) == 1 else "are"
    return (
        f"{len(gaps)} of {words.count_of(len(asked), 'return')} due {verb} missing or incomplete; the longest overdue is "
        f"{words.small(worst.dataset_title)} from {worst.agency_name} for {words.period(worst.period.label)}, "
        f"{words.count_of(worst.days_late, 'day')}"
    )


def matching(indicators: Iterable[Indicator], asked: str) -> list[Indicator]:
    """The indicators that have every asked word somewhere in their definition."""
    wanted = asked.lower().split()
    return [each for each in indicators if all(word in _searched(each) for word in wanted)]


def _searched(indicator: Indicator) -> str:
    parts = (indicator.id, indicator.title, indicator.asks, indicator.counts, indicator.caution, indicator.theme_title)
    return " ".join((*parts, *indicator.themes, indicator.numerator_is, indicator.denominator_is)).lower()
