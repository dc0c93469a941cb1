"""The scorecard's table: one row for each line, as HTML with small drawings. No script: it prints, and it reads aloud."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from dashboard.links import to_indicator
from dashboard.marks import figure, gap, key, status
from dashboard.sparkline import lane, sparkline
from metrics import words
from metrics.benchmarks import Comparator
from metrics.benchmarks.compare import Kind
from metrics.catalogue import JOURNEY
from metrics.figures import Figure
from metrics.judge.compare import STRICT
from metrics.judge.series import RULE_SET
from metrics.scorecard import POINTS, Line, Scorecard
from metrics.verdicts import Beside

LANES: tuple[tuple[Kind, str, str], ...] = (
    ("neighbours", "N", "neighbours"),
    ("region", "R", "region"),
    ("england", "E", "England"),
)
AGES = ("older", "before", "now")
"""The periods that stand as numbers, from the oldest."""
COLUMNS = 13


def table(card: Scorecard) -> str:
    """The lines in the order of the child's journey, a group for each theme."""
    bodies = "".join(
        f'<tbody id="theme-{theme}"><tr class="theme"><th scope="rowgroup" colspan="{COLUMNS}">{escape(JOURNEY[theme])}</th>'
        f"</tr>{''.join(_row(each, card) for each in lines)}</tbody>"
        for theme, lines in groupby(card.lines, key=lambda line: line.indicator.theme)
    )
    marks = {each.status.mark for each in card.lines}
    caption = f"Scorecard of {card.board_name}, {words.period(card.period.label)}"
    return f"<table><caption>{escape(caption)}</caption>{_head(card)}{bodies}{_foot(card)}</table>{key(marks)}"


def only(card: Scorecard, whole: Scorecard) -> str:
    """The style that leaves only the lines of `card` in the table of the whole: seen, read aloud and printed."""
    if len(card.lines) == len(whole.lines):
        return ""
    kept, themes = {each.number for each in card.lines}, {each.indicator.theme for each in card.lines}
    gone = [f"tr.n{each.number}" for each in whole.lines if each.number not in kept]
    gone += [f"#theme-{each}" for each in dict.fromkeys(line.indicator.theme for line in whole.lines) if each not in themes]
    hidden = ",".join(f".lines {each}" for each in (gone if card.lines else ["table"]))
    return f"<style>{hidden}{{display:none!important}}</style>"


def _head(card: Scorecard) -> str:
    periods = "".join(
        f'<th scope="col" class="number {age}">{escape(words.short_period(each.period))}</th>'
        for age, each in _shown(card.lines[0])
    )
    lanes = "".join(
        f'<th scope="col" class="lane {kind}">{letter}<small>{escape(_called(card, kind, name))}</small>'
        "<small>m: months older</small></th>"
        for kind, letter, name in LANES
    )
    return (
        '<thead><tr><th scope="col" class="no">No.</th><th scope="col" class="title">Indicator'
        "<small>whose it is, what it tells</small></th>"
        f'{periods}<th scope="col" class="made">Made of<small>families</small></th>'
        f'<th scope="col" class="run">Last {POINTS} {_calendar(card)}<small>lowest to highest</small></th>'
        '<th scope="col" class="status">Status<small>firm or not; target</small></th>'
        f'<th scope="col" class="change">Change<small>beyond chance; rule</small></th>{lanes}'
        f'<th scope="col" class="data">Data to<small>{"age at meeting" if card.meeting else "age"}</small></th></tr></thead>'
    )


def _called(card: Scorecard, kind: str, otherwise: str) -> str:
    """A region by its name; neighbours are too many to name."""
    names = (each.label for line in card.lines for each in line.benchmarks if each.kind == kind == "region")
    return next(names, otherwise)


def _calendar(card: Scorecard) -> str:
    return {"month": "months", "year": "years", "academic": "school years"}.get(card.period.frequency, "quarters")


def _row(line: Line, card: Scorecard) -> str:
    unit = line.indicator.unit
    known = [each.value for each in line.recent if each.value is not None]
    return (
        f'<tr class="{"exception" if line.rank is not None else "line"} n{line.number}"><td class="no">{line.number}</td>'
        f'<th scope="row" class="title">{to_indicator(line.indicator, card.period)}'
        f"<small>{escape(line.owner)} ·&nbsp;{line.indicator.says}</small></th>"
        f"{_figures(line)}"
        f'<td class="run" data-label="Run">{sparkline(line.recent, unit)}<small>{escape(words.reach(known, unit))}</small></td>'
        f'<td class="status" data-label="Status"><div>{status(line)}</div><small>{escape(_target(line))}</small></td>'
        f'<td class="change" data-label="Change">{_change(line)}</td>'
        f"{_lanes(line)}"
        f'<td class="data" data-label="Data to">{escape(words.day(line.figure.data_to, short=True)) or "none"}'
        f"<small>{escape(words.age(line.data_age_days)) if line.figure.data_to else 'received'}{_unsigned(line, card)}</small>"
        "</td></tr>"
    )


def _unsigned(line: Line, card: Scorecard) -> str:
    """Said of a figure only where others are signed off: before the first sign-off the head of the page says it once."""
    return "; not signed off" if line.unsigned and card.unsigned < card.values else ""


def _figures(line: Line) -> str:
    unit = line.indicator.unit
    earlier = "".join(
        f'<td class="number {age}" data-label="{escape(words.short_period(each.period))}">{figure(each, unit)}</td>'
        for age, each in _shown(line)[:-1]
    )
    if line.gap:
        return f'{earlier}<td class="absent" colspan="2" data-label="Now">{gap(line.figure, line.gap)}</td>'
    return (
        f'{earlier}<td class="number now" data-label="Now">{figure(line.figure, unit)}</td>'
        f'<td class="made" data-label="Made of">{_made_of(line)}</td>'
    )


def _shown(line: Line) -> list[tuple[str, Figure]]:
    run = line.recent[-len(AGES) :]
    return list(zip(AGES[-len(run) :], run, strict=True))


def _made_of(line: Line) -> str:
    shown = line.figure
    cases = "" if line.indicator.unit == "count" else words.out_of(shown.numerator, shown.denominator)
    families = "" if shown.families is None else words.count_of(shown.families, "family", "families")
    return f"{escape(cases)}<small>{escape(families)}</small>"


def _target(line: Line) -> str:
    return "" if line.target.kind in {"none", "monitor"} else line.target.words


def _change(line: Line) -> str:
    """What the rule says, and which; and what it was compared with, where that is not the figure two cells to the left."""
    said = escape(words.change(line.change.direction))
    if line.change.direction not in {"improved", "worsened", "rose", "fell"}:
        shown = f'<span class="quiet">{said}</span>'
    else:
        shown = f'<b class="changed">{said}</b><small>{escape(line.footnote)}</small>'
    if line.before is None or not line.figure.state.has_value or line.before.period == line.recent[-2].period:
        return shown
    before = f"{words.number(line.before.value, line.indicator.unit)} in {words.short_period(line.before.period)}"
    return f"{shown}<small>from {escape(before)}</small>"


def _lanes(line: Line) -> str:
    found = {each.kind: (each, stands) for each, stands in zip(line.benchmarks, line.beside, strict=True)}
    if not found:
        why = "a count: not compared" if line.indicator.unit == "count" else "no national figure"
        return f'<td class="lane none" colspan="{len(LANES)}" data-label="Against">{why}</td>'
    longest = _longest(line, line.benchmarks)
    return "".join(_lane(line, found.get(kind), kind, name, longest) for kind, _, name in LANES)


def _lane(line: Line, found: tuple[Comparator, Beside] | None, kind: str, name: str, longest: float) -> str:
    label = escape(found[0].label if found else name)
    if found is None or (found[0].value is None and found[0].low is None):
        status_of = found[0].status if found else "none"
        return f'<td class="lane {kind}" data-label="{label}"><small>{words.short_comparator(status_of)}</small></td>'
    published, stands = found
    ends = [each for each in (published.value, published.low, published.high) if each is not None]
    bar = lane(line.figure.value, ends, longest) if line.figure.value is not None else ""
    number = escape(words.published(published.value, published.low, published.high, line.indicator.unit))
    below = bar + _stands(line, stands) + _by_the_list_before(line, kind)
    return f'<td class="lane {kind}" data-label="{label}">{number}&nbsp;<small>{published.year}</small>{below}</td>'


def _by_the_list_before(line: Line, kind: str) -> str:
    """What the list of neighbours before says, while both are shown."""
    before = next((each for each in line.benchmarks if each.kind == f"{kind}_before"), None)
    if before is None:
        return ""
    said = words.published(before.value, before.low, before.high, line.indicator.unit) or words.short_comparator(before.status)
    return f'<small class="stands">list of {escape(before.model)}: {escape(said)}</small>'


def _stands(line: Line, beside: Beside) -> str:
    """Better, similar or worse, and how many months older what it is set beside is."""
    if beside.months is None or line.figure.value is None:
        return ""
    known = line.indicator.unit in {"percent", "rate_per_10000"}
    said = f"{escape(words.beside(beside.found))}, " if known else ""
    look = "" if beside.found in {"similar", "cannot_tell"} else " apart"
    older = f'{abs(beside.months)}&nbsp;m<span class="unseen">onths {"older" if beside.months >= 0 else "newer"}</span>'
    return f'<small class="stands{look}">{said}{older}</small>'


def _longest(line: Line, published: Sequence[Comparator]) -> float:
    values = [value for each in published for value in (each.value, each.high) if value is not None]
    return max([*values, line.figure.value or 0.0], default=0.0)


def _foot(card: Scorecard) -> str:
    said = (
        f"{card.board_name} · {words.period(card.period.label)} · made {words.moment(card.made_at)} · rules {RULE_SET}; beside "
        f"others at {100 * STRICT:g}%"
    )
    return f'<tfoot><tr><td colspan="{COLUMNS}">{escape(said)}</td></tr></tfoot>'
